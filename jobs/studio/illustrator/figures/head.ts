/** A person's head: hair, face and expression, in the units of `body.ts`. */

import type { Look, SceneReading } from '#jobs/story/film/scene-reading.ts';
import { darken, type Hex, lighten, mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, ellipse, line, n, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import type { PersonForm } from '#jobs/studio/reading/lexicon/subject-forms.ts';
import type { Body, Pose } from './body';
import { brows, eyes, glasses, lids, mouth, speakingMouth } from './face';

export const SKIN_COLOURS: Record<Look['skin'], Hex> = {
  fair: '#f7d3b5',
  tan: '#e5b48a',
  brown: '#b97f56',
  dark: '#7d5138',
};

export const HAIR_COLOURS_HEX: Record<Look['hairColour'], Hex> = {
  black: '#2b2530',
  brown: '#6b4128',
  blond: '#e3b45c',
  red: '#c2572c',
  grey: '#a9a9b0',
  white: '#ece9e4',
};

/** Hair that falls behind the neck and shoulders. */
export function hairBehind(look: Look, body: Body, form: PersonForm): string {
  const r = body.head;
  const y = body.headY;
  const colour = darken(HAIR_COLOURS_HEX[look.hairColour], 0.05);
  switch (look.hairStyle) {
    case 'long':
      return shape(
        `M${n(-r * 1.02)} ${n(y - r * 0.2)}C${n(-r * 1.35)} ${n(y + r * 0.7)} ${n(-r * 1.3)} ${n(y + r * 1.5)} ${n(-r * 1.08)} ${n(y + r * 2.05)}Q0 ${n(y + r * 2.35)} ${n(r * 1.08)} ${n(y + r * 2.05)}C${n(r * 1.3)} ${n(y + r * 1.5)} ${n(r * 1.35)} ${n(y + r * 0.7)} ${n(r * 1.02)} ${n(y - r * 0.2)}Z`,
        colour,
      );
    case 'curly': {
      let svg = '';
      for (let i = 0; i <= 12; i++) {
        const angle = Math.PI * (0.86 + (i / 12) * 1.28);
        svg += circle(Math.cos(angle) * r * 0.98, y + Math.sin(angle) * r * 0.92, r * 0.37, colour);
      }
      if (form.sex === 'female')
        for (const side of [-1, 1])
          svg +=
            circle(side * r * 0.98, y + r * 0.62, r * 0.36, colour) +
            circle(side * r * 0.88, y + r * 0.98, r * 0.3, colour);
      return svg;
    }
    case 'braided': {
      let svg = '';
      for (const side of [-1, 1]) {
        for (let i = 0; i < 4; i++)
          svg += ellipse(
            side * r * (1.0 + i * 0.05),
            y + r * (0.75 + i * 0.36),
            r * (0.25 - i * 0.02),
            r * 0.24,
            i % 2 ? lighten(colour, 0.05) : colour,
          );
        svg += circle(side * r * 1.17, y + r * 2.1, r * 0.13, '#d9564a');
      }
      return svg;
    }
    case 'tied-up':
      return (
        circle(-r * 0.25, y - r * 1.12, r * 0.42, colour) +
        circle(-r * 0.25, y - r * 1.12, r * 0.25, lighten(colour, 0.06))
      );
    case 'short':
      return form.sex === 'female'
        ? shape(
            `M${n(-r * 1.08)} ${n(y - r * 0.1)}C${n(-r * 1.22)} ${n(y + r * 0.6)} ${n(-r * 1.05)} ${n(y + r * 0.95)} ${n(-r * 0.72)} ${n(y + r * 1.02)}H${n(r * 0.72)}C${n(r * 1.05)} ${n(y + r * 0.95)} ${n(r * 1.22)} ${n(y + r * 0.6)} ${n(r * 1.08)} ${n(y - r * 0.1)}Z`,
            colour,
          )
        : '';
  }
}

/** What closes over the eyes of `headFront`; empty where they are closed. */
export function headLids(look: Look, body: Body, pose: Pose): string {
  return lids(body.head, body.headY, faceTurn(body), pose, SKIN_COLOURS[look.skin]);
}

/** The mouth of someone who speaks, over that of `headFront`. */
export function headMouth(look: Look, body: Body, form: PersonForm): string {
  const around = isBearded(look, form) ? HAIR_COLOURS_HEX[look.hairColour] : SKIN_COLOURS[look.skin];
  return speakingMouth(body.head, body.headY, faceTurn(body), around);
}

const isBearded = (look: Look, form: PersonForm): boolean =>
  form.sex === 'male' &&
  (form.age === 'old' || (form.age === 'adult' && (look.hairStyle === 'curly' || look.hairStyle === 'long')));

/** How red cheeks are: what is grave is not told with rosy ones. */
const ROSY: Readonly<Record<SceneReading['mood'], number>> = {
  calm: 0.55,
  joyful: 0.55,
  magical: 0.55,
  adventurous: 0.45,
  playful: 0.55,
  tender: 0.6,
  mysterious: 0.12,
  sad: 0.12,
  tense: 0,
};

/** How far a face is turned aside. */
const faceTurn = ({ head }: Body): number => head * 0.1;

/** The face, and the hair over the forehead. */
export function headFront(
  look: Look,
  body: Body,
  form: PersonForm,
  pose: Pose,
  mood: SceneReading['mood'],
): string {
  const r = body.head;
  const y = body.headY;
  const skin = SKIN_COLOURS[look.skin];
  const blush = mix(skin, '#e0584a', look.skin === 'dark' ? 0.25 : 0.38);
  const turn = faceTurn(body);
  let svg =
    circle(-r * 0.98, y + r * 0.12, r * 0.2, darken(skin, 0.04)) +
    circle(r * 0.95, y + r * 0.12, r * 0.17, darken(skin, 0.06));
  svg += shape(
    `M${n(-r)} ${n(y - r * 0.1)}C${n(-r)} ${n(y - r * 1.28)} ${n(r)} ${n(y - r * 1.28)} ${n(r)} ${n(y - r * 0.1)}C${n(r)} ${n(y + r * 0.62)} ${n(r * 0.55)} ${n(y + r * 1.02)} 0 ${n(y + r * 1.02)}C${n(-r * 0.55)} ${n(y + r * 1.02)} ${n(-r)} ${n(y + r * 0.62)} ${n(-r)} ${n(y - r * 0.1)}Z`,
    skin,
  );
  svg +=
    circle(turn - r * 0.56, y + r * 0.38, r * 0.17, blush, { opacity: ROSY[mood] }) +
    circle(turn + r * 0.56, y + r * 0.38, r * 0.17, blush, { opacity: ROSY[mood] });
  svg +=
    eyes(r, y, turn, pose, form) + brows(r, y, turn, mood, darken(HAIR_COLOURS_HEX[look.hairColour], 0.06));
  svg += line(
    `M${n(turn + r * 0.02)} ${n(y + r * 0.22)}q${n(r * 0.13)} ${n(r * 0.12)} ${n(-r * 0.02)} ${n(r * 0.15)}`,
    darken(skin, 0.13),
    r * 0.055,
  );
  const hair = HAIR_COLOURS_HEX[look.hairColour];
  const bearded = isBearded(look, form);
  if (bearded) {
    const long = form.age === 'old' ? 1.62 : 1.22;
    svg += shape(
      `M${n(-r * 1.0)} ${n(y + r * 0.12)}C${n(-r * 1.02)} ${n(y + r * 0.9)} ${n(-r * 0.6)} ${n(y + r * long)} 0 ${n(y + r * (long + 0.05))}C${n(r * 0.6)} ${n(y + r * long)} ${n(r * 1.02)} ${n(y + r * 0.9)} ${n(r)} ${n(y + r * 0.12)}C${n(r * 0.8)} ${n(y + r * 0.5)} ${n(r * 0.6)} ${n(y + r * 0.46)} ${n(turn)} ${n(y + r * 0.44)}C${n(-r * 0.6)} ${n(y + r * 0.46)} ${n(-r * 0.8)} ${n(y + r * 0.5)} ${n(-r)} ${n(y + r * 0.12)}Z`,
      hair,
    );
  }
  svg += mouth(r, y, turn, mood, pose, bearded);
  if (form.age === 'old' && form.sex === 'female') svg += glasses(r, y, turn);
  return svg + hairFront(look, body, form, hair);
}

function hairFront(look: Look, body: Body, form: PersonForm, hair: Hex): string {
  const r = body.head;
  const y = body.headY;
  const shine = lighten(hair, 0.09);
  if (form.sex === 'male' && form.age === 'old' && look.hairStyle === 'short') {
    return [-1, 1]
      .map((side) =>
        shape(
          `M${n(side * r * 1.05)} ${n(y + r * 0.25)}C${n(side * r * 1.2)} ${n(y - r * 0.3)} ${n(side * r * 1.05)} ${n(y - r * 0.7)} ${n(side * r * 0.72)} ${n(y - r * 0.78)}C${n(side * r * 0.9)} ${n(y - r * 0.4)} ${n(side * r * 0.86)} ${n(y - r * 0.1)} ${n(side * r * 0.88)} ${n(y + r * 0.2)}Z`,
          hair,
        ),
      )
      .join('');
  }
  const cap = `M${n(-r * 1.06)} ${n(y + r * 0.12)}C${n(-r * 1.2)} ${n(y - r * 1.5)} ${n(r * 1.2)} ${n(y - r * 1.5)} ${n(r * 1.06)} ${n(y + r * 0.12)}`;
  let svg: string;
  if (look.hairStyle === 'curly') {
    svg = '';
    for (let i = 0; i <= 7; i++) {
      const angle = Math.PI * (1.06 + (i / 7) * 0.88);
      svg += circle(
        Math.cos(angle) * r * 0.82,
        y + Math.sin(angle) * r * 0.8 - r * 0.08,
        r * 0.33,
        i % 2 ? hair : lighten(hair, 0.03),
      );
    }
    return svg;
  }
  if (form.sex === 'male') {
    svg = shape(
      `${cap}C${n(r * 0.98)} ${n(y - r * 0.25)} ${n(r * 0.8)} ${n(y - r * 0.48)} ${n(r * 0.5)} ${n(y - r * 0.5)}C${n(r * 0.1)} ${n(y - r * 0.34)} ${n(-r * 0.3)} ${n(y - r * 0.42)} ${n(-r * 0.55)} ${n(y - r * 0.62)}C${n(-r * 0.78)} ${n(y - r * 0.5)} ${n(-r * 0.98)} ${n(y - r * 0.25)} ${n(-r * 1.06)} ${n(y + r * 0.12)}Z`,
      hair,
    );
    return (
      svg +
      line(
        `M${n(-r * 0.4)} ${n(y - r * 0.86)}q${n(r * 0.4)} ${n(-r * 0.16)} ${n(r * 0.78)} ${n(r * 0.04)}`,
        shine,
        r * 0.06,
        { opacity: 0.7 },
      )
    );
  }
  svg = shape(
    `${cap}C${n(r * 1.0)} ${n(y - r * 0.3)} ${n(r * 0.66)} ${n(y - r * 0.6)} ${n(r * 0.12)} ${n(y - r * 0.8)}C${n(-r * 0.2)} ${n(y - r * 0.5)} ${n(-r * 0.9)} ${n(y - r * 0.36)} ${n(-r * 1.06)} ${n(y + r * 0.12)}Z`,
    hair,
  );
  return (
    svg +
    line(
      `M${n(-r * 0.62)} ${n(y - r * 0.72)}q${n(r * 0.5)} ${n(-r * 0.36)} ${n(r * 1.1)} ${n(-r * 0.04)}`,
      shine,
      r * 0.06,
      { opacity: 0.7 },
    )
  );
}
