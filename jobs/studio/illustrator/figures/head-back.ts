/** A person's head from behind, in the units of `body.ts`. */
import type { Look } from '#jobs/story/film/scene-reading.ts';
import { darken, type Hex, lighten } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, line, n, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import type { PersonForm } from '#jobs/studio/reading/lexicon/subject-forms.ts';
import type { Body } from './body';
import { HAIR_COLOURS_HEX, hairBehind, SKIN_COLOURS } from './head';

/** The head from behind: nothing but hair, and ears at its sides. */
export function headBack(look: Look, body: Body, form: PersonForm): string {
  const r = body.head;
  const y = body.headY;
  const skin = SKIN_COLOURS[look.skin];
  const hair = HAIR_COLOURS_HEX[look.hairColour];
  const ears =
    circle(-r * 0.98, y + r * 0.12, r * 0.19, darken(skin, 0.04)) +
    circle(r * 0.98, y + r * 0.12, r * 0.19, darken(skin, 0.04));
  const skull = (low: number, colour: Hex) =>
    shape(
      `M${n(-r)} ${n(y)}C${n(-r * 1.04)} ${n(y - r * 1.36)} ${n(r * 1.04)} ${n(y - r * 1.36)} ${n(r)} ${n(y)}C${n(r)} ${n(y + r * low)} ${n(r * 0.5)} ${n(y + r * (low + 0.22))} 0 ${n(y + r * (low + 0.22))}C${n(-r * 0.5)} ${n(y + r * (low + 0.22))} ${n(-r)} ${n(y + r * low)} ${n(-r)} ${n(y)}Z`,
      colour,
    );
  const strands = line(
    `M${n(-r * 0.45)} ${n(y - r * 0.6)}q${n(-r * 0.12)} ${n(r * 0.5)} ${n(-r * 0.02)} ${n(r * 0.95)}M${n(r * 0.05)} ${n(y - r * 0.72)}v${n(r * 1.1)}M${n(r * 0.5)} ${n(y - r * 0.6)}q${n(r * 0.12)} ${n(r * 0.5)} ${n(r * 0.02)} ${n(r * 0.95)}`,
    lighten(hair, 0.06),
    r * 0.05,
    { opacity: 0.6 },
  );
  const fall =
    look.hairStyle === 'long'
      ? line(
          [-0.7, -0.35, 0, 0.35, 0.7]
            .map(
              (at) =>
                `M${n(r * at)} ${n(y + r * 0.1)}q${n(r * at * 0.16)} ${n(r * 0.9)} ${n(r * at * 0.1)} ${n(r * 1.8)}`,
            )
            .join(''),
          lighten(hair, 0.07),
          r * 0.05,
          { opacity: 0.6 },
        )
      : '';
  return (
    ears + skull(0.8, darken(skin, 0.03)) + skull(0.5, hair) + hairBehind(look, body, form) + strands + fall
  );
}
