/** Any member of a cast as a drawing of known height, whatever kind of figure it is. */

import type { CastMember, SceneReading } from '#jobs/story/film/scene-reading.ts';
import { glyphAspect, glyphAt } from '#jobs/studio/illustrator/glyphs/glyph.ts';
import { lookFrom } from '#jobs/studio/reading/default-look.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import { THINGS } from '#jobs/studio/reading/lexicon/things.ts';
import { kindOf } from '#jobs/studio/reading/lexicon/young.ts';
import type { PersonOptions } from './accessories';
import { beastPose, beastSvg } from './beasts';
import { flyingBirdSvg, PLUMAGES, perchedBirdSvg } from './birds';
import { COATS } from './coats';
import { personSvg } from './person';
import { beingSvg, puppetSvg } from './puppets';

export interface Figure {
  /** 1000 units tall when it stands, the middle of its foot at (0, 0). */
  svg: string;
  /** Closed lids and an open mouth, to be laid over it now and then; absent where there are none. */
  lids?: string;
  mouth?: string;
  /** Units. */
  halfWidth: number;
  /** Height in units of a hare. */
  size: number;
  facing: 'left' | 'right' | 'front';
  habitat: 'land' | 'air' | 'water';
  isPerson: boolean;
  /** Whether it is drawn lying down. */
  lies: boolean;
}

export interface FigureContext {
  mood: SceneReading['mood'];
  /** Decides the looks of people who have none. */
  seed: string;
  /** Keeps this figure's gradients apart from every other's in the picture. */
  unique: string;
  /** Key of a thing to be carried by a person. */
  held?: string | undefined;
  /** What a reader holds. */
  readsFrom?: PersonOptions['readsFrom'] | undefined;
  /** Whether people turn their backs to the viewer. */
  fromBehind?: boolean;
  /** Whether it is seen from so near that a resting animal looks at the viewer. */
  near?: boolean;
  /** Whether people need a helmet of glass. */
  airless?: boolean;
}

export function figureOf(
  member: CastMember,
  { mood, seed, unique, held, airless = false, fromBehind = false, near = false, readsFrom }: FigureContext,
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
            height: Math.min(250, (820 * thing.size ** 0.72) / size ** 0.72),
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
        ...(readsFrom ? { readsFrom } : {}),
      });
      // Arms spread in the air hold things far out.
      const halfWidth = drawing.halfWidth + (carried && member.action === 'fly' ? 200 : 0);
      return { ...drawing, halfWidth, size, facing: 'right', habitat: 'land', lies: false, isPerson: true };
    }
    case 'animal': {
      const drawn = drawnAnimal(member, unique, near);
      if (drawn) return { ...drawn, size, habitat: member.action === 'fly' ? 'air' : form.habitat };
      return {
        svg: glyphAt(form.glyph, 0, 0, 1000, unique),
        halfWidth: 500 * glyphAspect(form.glyph),
        size,
        facing: form.facing,
        habitat: member.action === 'fly' && form.habitat === 'land' ? 'air' : form.habitat,
        lies: false,
        isPerson: false,
      };
    }
    case 'puppet': {
      const drawn = drawnAnimal(member, unique, near);
      if (drawn) return { ...drawn, size, habitat: 'land' };
      return {
        svg: puppetSvg(form, unique),
        halfWidth: form.tail === 'none' ? 270 : 430,
        size,
        facing: 'front',
        habitat: 'land',
        lies: false,
        isPerson: false,
      };
    }
    case 'being':
      return {
        svg: beingSvg(form.being, unique),
        halfWidth: 330,
        size,
        facing: 'front',
        habitat: form.being === 'firefly' ? 'air' : 'land',
        lies: false,
        isPerson: form.being === 'astronaut',
      };
  }
}

/** Small animals whose glyph already crouches as they do when they are still. */
const CROUCHING: ReadonlySet<string> = new Set(['hare', 'mouse', 'hamster']);
/** Birds whose glyph stands. */
const STANDING: ReadonlySet<string> = new Set(['bird', 'crow', 'owl', 'parrot', 'duck', 'goose', 'swan']);

/** An animal in the pose of what it does, or null where its glyph or puppet shows it best. */
function drawnAnimal(
  member: CastMember,
  unique: string,
  near: boolean,
): Omit<Figure, 'size' | 'habitat'> | null {
  const { action } = member;
  const subject = kindOf(member.subject);
  const feathers = PLUMAGES[subject];
  if (feathers && (action === 'fly' || !STANDING.has(subject)))
    return {
      svg: action === 'fly' ? flyingBirdSvg(feathers) : perchedBirdSvg(feathers),
      halfWidth: action === 'fly' ? 560 : 430,
      facing: 'left',
      isPerson: false,
      lies: false,
    };
  const coat = COATS[subject];
  if (!coat || action === 'fly' || action === 'swim') return null;
  const pose = beastPose(action);
  const still = pose === 'stand';
  const sits = action === 'sit' || action === 'read' || action === 'wave' || (still && near);
  if ((still || pose === 'walk') && !sits && CROUCHING.has(subject)) return null;
  if (sits && coat.looks === 'front') {
    const tail = coat.tail === 'bushy' || coat.tail === 'tufted' ? coat.tail : 'none';
    const svg = puppetSvg(
      { kind: 'puppet', glyph: coat.face, coat: coat.coat, belly: coat.belly, tail },
      unique,
    );
    return { svg, halfWidth: tail === 'none' ? 270 : 430, facing: 'front', isPerson: false, lies: false };
  }
  const { svg, halfWidth } = beastSvg(coat, pose, unique);
  return { svg, halfWidth, facing: 'left', isPerson: false, lies: pose === 'sleep' };
}
