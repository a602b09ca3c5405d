/** Any member of a cast as a drawing of known height, whatever kind of figure it is. */
import { glyphAspect, glyphAt } from '../glyphs/glyph';
import { SUBJECTS } from '../lexicon/subjects';
import { THINGS } from '../lexicon/things';
import type { CastMember, SceneReading } from '../scene';
import { lookFrom } from './look';
import { personSvg } from './person';
import { beingSvg, puppetSvg } from './puppets';

export interface Figure {
  /** 1000 units tall when it stands, the middle of its foot at (0, 0). */
  svg: string;
  /** Units. */
  halfWidth: number;
  /** Height in units of a hare. */
  size: number;
  facing: 'left' | 'right' | 'front';
  habitat: 'land' | 'air' | 'water';
  isPerson: boolean;
}

export interface FigureContext {
  mood: SceneReading['mood'];
  /** Decides the looks of people who have none. */
  seed: string;
  /** Keeps this figure's gradients apart from every other's in the picture. */
  unique: string;
  /** Key of a thing to be carried by a person. */
  held?: string | undefined;
  /** Whether people turn their backs to the viewer. */
  fromBehind?: boolean;
  /** Whether people need a helmet of glass. */
  airless?: boolean;
}

export function figureOf(
  member: CastMember,
  { mood, seed, unique, held, airless = false, fromBehind = false }: FigureContext,
): Figure {
  const subject = SUBJECTS[member.subject];
  if (!subject) throw new Error(`The lexicon has no subject “${member.subject}”.`);
  const { form, size } = subject;
  switch (form.kind) {
    case 'person': {
      const look =
        member.look ??
        lookFrom(`${seed}|${member.name ?? (member.count > 1 ? unique : member.subject)}`, form, member.role);
      const thing = held ? THINGS[held] : undefined;
      const carried = thing?.glyph
        ? {
            glyph: thing.glyph,
            height: Math.min(300, (1000 * thing.size ** 0.72) / size ** 0.72),
            unique: `${unique}h`,
          }
        : undefined;
      const drawing = personSvg(form, look, {
        role: member.role,
        action: member.action,
        mood,
        held: carried,
        bubble: airless,
        fromBehind,
      });
      return { ...drawing, size, facing: 'right', habitat: 'land', isPerson: true };
    }
    case 'animal':
      return {
        svg: glyphAt(form.glyph, 0, 0, 1000, unique),
        halfWidth: 500 * glyphAspect(form.glyph),
        size,
        facing: form.facing,
        habitat: member.action === 'fly' && form.habitat === 'land' ? 'air' : form.habitat,
        isPerson: false,
      };
    case 'puppet':
      return {
        svg: puppetSvg(form, unique),
        halfWidth: form.tail === 'none' ? 270 : 430,
        size,
        facing: 'front',
        habitat: 'land',
        isPerson: false,
      };
    case 'being':
      return {
        svg: beingSvg(form.being, unique),
        halfWidth: 330,
        size,
        facing: 'front',
        habitat: form.being === 'firefly' ? 'air' : 'land',
        isPerson: form.being === 'astronaut',
      };
  }
}
