/** Four-legged animals in several poses. Units: about 1000 tall when they stand, feet at (0, 0), looking left. */

import type { Action } from '#jobs/story/film/scene-reading.ts';
import { darken, lighten } from '#jobs/studio/illustrator/drawing/colour.ts';
import { circle, ellipse, line, n, type Point, place, shape } from '#jobs/studio/illustrator/drawing/path.ts';
import { glyphAspect, glyphAt } from '#jobs/studio/illustrator/glyphs/glyph.ts';
import type { Coat } from './coats';

export type BeastPose = 'stand' | 'walk' | 'run' | 'sleep';

/** The pose for what an animal does. */
export function beastPose(action: Action): BeastPose {
  if (action === 'sleep') return 'sleep';
  if (action === 'run' || action === 'jump' || action === 'dance' || action === 'climb') return 'run';
  return action === 'walk' ? 'walk' : 'stand';
}

export interface BeastDrawing {
  svg: string;
  halfWidth: number;
}

export function beastSvg(coat: Coat, pose: BeastPose, unique: string): BeastDrawing {
  if (pose === 'sleep') return { svg: curled(coat, unique), halfWidth: 480 };
  return { svg: onFourLegs(coat, pose, unique), halfWidth: pose === 'run' ? 620 : 520 };
}

/** Feet of the near and far front legs, then of the near and far hind legs, from their places under the trunk. */
const STEPS: Record<'stand' | 'walk' | 'run', readonly [Point, Point, Point, Point]> = {
  stand: [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
  ],
  walk: [
    [-85, -10],
    [70, 0],
    [75, 0],
    [-70, -26],
  ],
  run: [
    [-250, -150],
    [-165, -60],
    [235, -120],
    [150, -40],
  ],
};

function onFourLegs(coat: Coat, pose: 'stand' | 'walk' | 'run', unique: string): string {
  const limbs = coat.legs ?? coat.coat;
  const [nearFront, farFront, nearHind, farHind] = STEPS[pose];
  const far = darken(limbs, 0.12);
  const farLegs = foreleg(coat, -120, farFront, far) + hindLeg(coat, 215, farHind, far);
  const nearLegs = foreleg(coat, -225, nearFront, limbs) + hindLeg(coat, 315, nearHind, limbs);
  const deep = 46 * (coat.girth - 1);
  const trunk = shape(
    `M-305 -590C-250 ${n(-690 - deep)} -70 ${n(-668 - deep)} 60 ${n(-652 - deep)}C190 ${n(-640 - deep)} 330 ${n(-690 - deep)} 410 -585C465 -500 430 -390 370 -330C300 ${n(-285 + deep)} 190 ${n(-330 + deep * 2)} 90 ${n(-300 + deep * 2)}C-20 ${n(-262 + deep * 2)} -140 ${n(-225 + deep)} -230 -268C-345 -320 -365 -480 -305 -590Z`,
    coat.coat,
  );
  const chest =
    coat.looks === 'left'
      ? shape('M-330 -700C-250 -760 -120 -700 -90 -600L-150 -380C-260 -350 -360 -420 -380 -520Z', coat.coat)
      : shape('M-345 -520C-372 -420 -340 -310 -262 -270C-215 -320 -196 -430 -216 -520Z', coat.belly);
  const body = tail(coat) + farLegs + trunk + nearLegs + markings(coat) + chest + head(coat, unique, false);
  return pose === 'run' ? place(body, [0, -40], { turn: -4 }) : body;
}

/** Straight, from the shoulder at x to its paw; when it steps, the knee goes ahead. */
function foreleg(coat: Coat, x: number, [dx, dy]: Point, colour: string): string {
  const width = 84 * coat.girth * (coat.hooves ? 0.8 : 1);
  const foot: Point = [x + dx, -width * 0.4 + dy];
  const knee: Point = [x + dx * 0.4 - 6, -210 + dy * 0.55];
  return limb([x, -410], knee, foot, width * 1.5, width * 0.86, colour) + paw(coat, foot, width, colour);
}

/** From the thigh at x, forward to the knee and back to the hock, down to its paw. */
function hindLeg(coat: Coat, x: number, [dx, dy]: Point, colour: string): string {
  const width = 84 * coat.girth * (coat.hooves ? 0.8 : 1);
  const foot: Point = [x + dx, -width * 0.4 + dy];
  const hock: Point = [x + dx * 0.55 + 62, -165 + dy * 0.75];
  const thigh = ellipse(x + dx * 0.12 - 8, -410 + dy * 0.1, width * 1.22, 158, colour);
  const shank = limb(
    [x + dx * 0.2 - 14, -330],
    [x + dx * 0.5 + 30, -235 + dy * 0.5],
    hock,
    width * 1.3,
    width * 0.8,
    colour,
  );
  return (
    thigh +
    shank +
    limb(
      hock,
      [(hock[0] + foot[0]) / 2 + 8, (hock[1] + foot[1]) / 2],
      foot,
      width * 0.8,
      width * 0.78,
      colour,
    ) +
    paw(coat, foot, width, colour)
  );
}

function paw(coat: Coat, [x, y]: Point, width: number, colour: string): string {
  if (!coat.hooves)
    return ellipse(x - width * 0.2, y + width * 0.08, width * 0.66, width * 0.34, lighten(colour, 0.04));
  return shape(
    `M${n(x - width * 0.46)} ${n(y - 26)}h${n(width * 0.92)}l${n(width * 0.1)} ${n(width * 0.42 + 26)}h${n(-width * 1.12)}Z`,
    '#4a3b35',
  );
}

/** A bent limb that grows thinner: from its root over its joint to its end, with round ends. */
function limb(
  root: Point,
  joint: Point,
  end: Point,
  rootWidth: number,
  endWidth: number,
  colour: string,
): string {
  const [rx, ry] = sideways(root, joint, rootWidth / 2);
  const [jx, jy] = sideways(root, end, (rootWidth + endWidth) / 4);
  const [ex, ey] = sideways(joint, end, endWidth / 2);
  return (
    shape(
      `M${n(root[0] + rx)} ${n(root[1] + ry)}Q${n(joint[0] + jx)} ${n(joint[1] + jy)} ${n(end[0] + ex)} ${n(end[1] + ey)}L${n(end[0] - ex)} ${n(end[1] - ey)}Q${n(joint[0] - jx)} ${n(joint[1] - jy)} ${n(root[0] - rx)} ${n(root[1] - ry)}Z`,
      colour,
    ) +
    circle(root[0], root[1], rootWidth / 2, colour) +
    circle(end[0], end[1], endWidth / 2, colour)
  );
}

/** `length` to the right of the way from one point to another. */
function sideways([x1, y1]: Point, [x2, y2]: Point, length: number): Point {
  const way = Math.hypot(x2 - x1, y2 - y1) || 1;
  return [(-(y2 - y1) / way) * length, ((x2 - x1) / way) * length];
}

function tail(coat: Coat): string {
  const back = darken(coat.coat, 0.06);
  switch (coat.tail) {
    case 'bushy':
      return (
        shape(
          'M350 -560C470 -520 560 -560 600 -660C625 -730 625 -800 690 -850C770 -740 790 -600 700 -490C620 -395 470 -390 370 -440Z',
          back,
        ) +
        shape(
          'M690 -850C733 -790 758 -720 758 -650C720 -690 660 -700 612 -690C625 -745 640 -810 690 -850Z',
          coat.belly,
        )
      );
    case 'tufted':
      return line('M350 -590C470 -580 510 -460 480 -330', back, 34) + ellipse(474, -300, 44, 66, '#8a4a22');
    case 'thin':
      return line('M350 -580C480 -600 560 -700 520 -820', back, coat.face === 'mouse-face' ? 26 : 50);
    case 'mane':
      return shape(
        'M340 -640C470 -650 540 -520 500 -330C490 -280 460 -250 430 -240C450 -360 420 -480 330 -540Z',
        coat.face === 'unicorn' ? '#e8478f' : '#87594e',
      );
    case 'stub':
      return circle(372, -560, 56, lighten(coat.coat, 0.03));
  }
}

/** Stripes of a tiger, patches of a cow and a dog, the black parts of a panda. */
function markings(coat: Coat): string {
  switch (coat.face) {
    case 'tiger-face':
      return line('M-60 -668v120M60 -676v140M180 -668v120M290 -620v110', '#3a322e', 30);
    case 'cow-face':
      return ellipse(60, -560, 120, 90, '#bd8b52') + ellipse(290, -470, 70, 90, '#bd8b52');
    case 'dog-face':
      return ellipse(200, -560, 110, 85, '#d07a55');
    case 'panda':
      return shape(
        'M-250 -650C-200 -672 -120 -690 -60 -690C-30 -560 -40 -400 -60 -262C-130 -266 -200 -282 -250 -300C-345 -340 -370 -560 -250 -650Z',
        '#4f4f4f',
      );
    default:
      return '';
  }
}

const FACE = 500;

/** The head over the chest, or lying on the paws with its eyes closed. */
function head(coat: Coat, unique: string, asleep: boolean): string {
  const height = FACE * coat.headHeight * (asleep ? 0.86 : 1);
  const side = coat.looks === 'left';
  const x = asleep ? -215 : side ? -330 : -290;
  const foot = asleep ? -18 : side ? -520 : -470;
  const width = height * glyphAspect(coat.face);
  let svg = glyphAt(coat.face, x, foot, height, unique);
  if (!asleep) return svg;
  for (const { at, lid } of coat.eyes) {
    const ex = x - width / 2 + at[0] * width;
    const ey = foot - height + at[1] * height;
    const r = coat.eye * width * 1.22;
    svg +=
      ellipse(ex, ey, r, r * 1.3, lid) +
      line(
        `M${n(ex - r * 0.95)} ${n(ey)}q${n(r * 0.95)} ${n(r * 0.95)} ${n(r * 1.9)} 0`,
        lid === '#4f4f4f' ? '#e6e2dc' : '#3a2f2c',
        r * 0.34,
      );
  }
  return svg;
}

/** Curled up on the ground, the tail around the paws. */
function curled(coat: Coat, unique: string): string {
  const low = darken(coat.coat, 0.07);
  const wide = coat.girth > 1.2 ? 1.06 : 1;
  const round =
    shape(
      `M${n(-400 * wide)} -30C${n(-450 * wide)} -250 -250 -420 60 -430C${n(330 * wide)} -436 ${n(470 * wide)} -280 ${n(440 * wide)} -110C${n(430 * wide)} -40 ${n(380 * wide)} 0 300 0H-300C-350 0 -390 -8 ${n(-400 * wide)} -30Z`,
      coat.coat,
    ) + shape('M110 -20C90 -200 210 -300 330 -270C440 -240 450 -90 380 -20Z', low, { opacity: 0.6 });
  const wrapped =
    coat.tail === 'bushy'
      ? shape(
          'M430 -150C470 -40 380 10 240 6C120 4 20 6 -60 -8C-20 -70 60 -110 150 -104C250 -96 330 -90 430 -150Z',
          low,
        ) + shape('M-60 -8C-20 -70 30 -92 70 -100C90 -60 80 -20 50 4C10 4 -30 0 -60 -8Z', coat.belly)
      : coat.tail === 'stub'
        ? ''
        : line('M420 -130C440 -40 330 -20 60 -26', low, coat.face === 'mouse-face' ? 24 : 44);
  const paws =
    ellipse(-330, -26, 84, 34, lighten(coat.coat, 0.05)) +
    ellipse(-110, -24, 84, 34, lighten(coat.coat, 0.05));
  return round + wrapped + head(coat, unique, true) + paws;
}
