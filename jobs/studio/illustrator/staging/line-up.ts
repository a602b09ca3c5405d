/** Where each member of the cast stands, how tall, and which way it looks. */

import type { Action, CastMember } from '#jobs/story/film/scene-reading.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { type Figure, figureOf } from '#jobs/studio/illustrator/figures/figure.ts';
import { SUBJECTS } from '#jobs/studio/reading/lexicon/subjects.ts';
import { READABLE } from '#jobs/studio/reading/lexicon/things.ts';
import { isAirless, isBuoyant } from '#jobs/studio/reading/places.ts';
import { heldThing } from './hands';

/** Height in px of a figure of the given size; large animals are drawn smaller than life. */
export const heightOf = (stage: Stage, size: number): number => stage.frame.unit * size ** 0.72;

export interface Placed {
  member: CastMember;
  figure: Figure;
  x: number;
  y: number;
  height: number;
  /** −1 looks left, 1 right. */
  direction: -1 | 1;
}

export function placeCast(stage: Stage, cast: readonly CastMember[], seed: string, prefix = 'f'): Placed[] {
  const { frame, reading, heroSide } = stage;
  const members = cast
    .flatMap((member, i) =>
      Array.from({ length: i === 0 ? member.count : Math.min(2, member.count) }, () => member),
    )
    .slice(0, 4);
  const held = heldThing(reading);
  const figures = members.map((member, i) =>
    figureOf(member, {
      mood: reading.mood,
      seed,
      unique: `${prefix}${i}_`,
      held: i === 0 && member === reading.cast[0] ? held : undefined,
      // A book where none of it is told.
      readsFrom: READABLE.find((kind) => reading.things.includes(kind)),
      airless: isAirless(reading.place),
      // Black on the sky, a face is nothing and an outline is all.
      near: frame.shot === 'close' && members.length === 1 && stage.style.name !== 'silhouette',
    }),
  );
  const { heights, xs } = lineUp(stage, figures);
  const many = members.length;
  const tallest = Math.max(0, ...heights.filter((_, i) => isOnLand(stage, members[i], figures[i])));
  const portrait = portraitScale(stage, members);
  return members.map((member, i) => {
    const figure = figures[i] as Figure;
    const height = (heights[i] ?? 0) * portrait;
    const x = xs[i] ?? frame.width / 2;
    const y =
      portrait > 1
        ? frame.height * PORTRAIT_TOP[frame.format] + height
        : standingY(stage, member, figure, height, { i, many, tallest });
    const travels = member.action === 'run' || member.action === 'walk' || member.action === 'fly';
    const direction = many === 1 ? -heroSide : travels && i < 2 ? heroSide : x < frame.width / 2 ? 1 : -1;
    return { member, figure, x, y, height, direction: direction < 0 ? -1 : 1 } satisfies Placed;
  });
}

/** How much larger someone is drawn who is cut at the waist; children’s heads are large as they are. */
const PORTRAIT = { child: 1.4, adult: 1.8, old: 1.7 } as const;
/** Where their head begins, as a share of the picture's height: hats need room. */
const PORTRAIT_TOP: Record<Stage['frame']['format'], number> = { '9:16': 0.17, '1:1': 0.14, '16:9': 0.13 };
/** What one sees someone do without their legs. */
const FROM_THE_WAIST: ReadonlySet<Action> = new Set(['stand', 'walk', 'wave', 'read']);

/** By how much a close shot of one person alone enlarges them, so that the picture's edge cuts them; else 1. */
function portraitScale({ frame, reading, style }: Stage, members: readonly CastMember[]): number {
  const [member] = members;
  const form = SUBJECTS[member?.subject ?? '']?.form;
  const fits =
    frame.shot === 'close' &&
    members.length === 1 &&
    style.name !== 'silhouette' &&
    FROM_THE_WAIST.has(member?.action ?? 'run') &&
    !isBuoyant(reading.place) &&
    reading.place !== 'sea' &&
    // What is in their hand would be cut.
    heldThing(reading) === undefined;
  return fits && form?.kind === 'person' ? PORTRAIT[form.age] : 1;
}

/** Alone, a snail fills its picture; beside people it is a small animal, though never too small to see. */
const besideLarger = (size: number, largest: number): number =>
  size * 1.6 >= largest ? 1 : Math.max(0.6, (size * 1.6) / largest) ** 0.7;

/** Heights and places side by side, the hero on their side; all shrink alike where they would not fit. */
function lineUp(stage: Stage, figures: readonly Figure[]): { heights: number[]; xs: number[] } {
  const { frame, heroSide } = stage;
  const many = figures.length;
  const crowd = [1.22, 1.22, 1.06, 0.98, 0.94][many] ?? 0.9;
  const largest = Math.max(...figures.map(({ size }) => size));
  const natural = figures.map(({ size, halfWidth, habitat }) => {
    const broad = halfWidth / 500;
    return (
      heightOf(stage, size) *
      besideLarger(size, largest) *
      crowd *
      (broad > 1.12 ? Math.sqrt(1.12 / broad) : 1) *
      (habitat === 'air' && many > 1 ? 0.95 : 1)
    );
  });
  const widths = natural.map((height, i) => ((figures[i]?.halfWidth ?? 0) * 2 * height) / 1000);
  const total = widths.reduce((sum, width) => sum + width, 0);
  // A slow zoom may cut up to 6 % off each side.
  const room = frame.width * (many === 1 ? 0.72 : frame.format === '16:9' ? 0.66 : 0.88);
  // Three and more stand in two rows and may cover each other a little.
  const overlap = many > 2 ? 0.1 * (total / many) * (many - 1) : 0;
  const shrink = Math.min(1, (room - frame.width * (many === 2 ? 0.012 : 0)) / (total - overlap));
  const gap = many > 1 ? Math.min(frame.width * 0.11, (room - total * shrink) / (many - 1)) : 0;
  const whole = total * shrink + gap * (many - 1);
  const alone =
    { wide: 0.11, middle: 0.07, close: 0.03, above: 0.06, shoulder: 0.16 }[frame.shot] *
    (frame.format === '16:9' ? 1.7 : 1);
  const centre = frame.width * (0.5 + heroSide * (many === 1 ? alone : frame.format === '16:9' ? 0.04 : 0));
  let edge = centre + (heroSide * whole) / 2;
  const xs = widths.map((width) => {
    const x = edge - (heroSide * width * shrink) / 2;
    edge -= heroSide * (width * shrink + gap);
    return x;
  });
  return { heights: natural.map((height) => height * shrink), xs };
}

/** Whether a figure stands on the ground with the others. */
const isOnLand = (
  { water, reading }: Stage,
  member: CastMember | undefined,
  figure: Figure | undefined,
): boolean =>
  figure !== undefined &&
  figure.habitat !== 'air' &&
  !(
    water !== null &&
    reading.place !== 'underwater' &&
    (figure.habitat === 'water' || member?.action === 'swim')
  );

function standingY(
  stage: Stage,
  member: CastMember,
  figure: Figure,
  height: number,
  { i, many, tallest }: { i: number; many: number; tallest: number },
): number {
  const { frame, reading } = stage;
  const under = reading.place === 'underwater';
  if (figure.habitat === 'air') {
    const high = many > 1 && i > 0 ? frame.height * 0.24 + i * height * 0.35 : frame.height * 0.12;
    return Math.max(frame.feet - high, frame.height * 0.07 + height);
  }
  if (stage.water !== null && !under && figure.habitat === 'water') return stage.water + height * 0.3;
  if (stage.water !== null && !under && member.action === 'swim') return stage.water + height * 0.52;
  const ground = frame.feet + (i % 2 ? (many > 2 ? -0.036 : -0.018) : 0.012) * frame.height + stage.lift;
  const floating = isBuoyant(reading.place) ? (i % 2 ? -0.05 : 0.03) * frame.height : 0;
  // Where the tallest would reach out of the picture, all stand lower together.
  const lower = Math.max(0, frame.height * 0.08 + Math.max(height, floating ? 0 : tallest) - ground);
  return ground + lower + floating;
}

/** Whether the figure has to be turned around to look where it should. */
export const mirrored = ({ figure, direction }: Placed): boolean =>
  figure.facing === 'front' ? false : (figure.facing === 'right') !== direction > 0;
