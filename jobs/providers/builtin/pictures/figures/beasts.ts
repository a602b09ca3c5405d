/** Four-legged animals in several poses. Units: about 1000 tall when they stand, feet at (0, 0), looking left. */
import { darken, lighten } from '../colour';
import { glyphAspect, glyphAt } from '../glyphs/glyph';
import { circle, ellipse, line, n, type Point, place, shape } from '../path';
import type { Action } from '../scene';
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
  const far = darken(limbs, 0.1);
  const [nearFront, farFront, nearHind, farHind] = STEPS[pose];
  const legs = leg(coat, -105, farFront, far) + leg(coat, 205, farHind, far);
  const near = leg(coat, -205, nearFront, limbs) + leg(coat, 290, nearHind, limbs);
  const deep = 40 * (coat.girth - 1);
  const trunk =
    shape(
      `M-250 -650C-110 ${n(-700 - deep)} 190 ${n(-705 - deep * 2)} 330 -630C430 -570 430 -430 375 -330C250 ${n(-255 + deep * 2)} -60 ${n(-250 + deep * 2)} -250 -300C-345 -340 -370 -560 -250 -650Z`,
      coat.coat,
    ) +
    shape(
      `M-255 -305C-120 ${n(-350 + deep)} 180 ${n(-350 + deep)} 330 -300C200 ${n(-255 + deep * 2)} -60 ${n(-250 + deep * 2)} -255 -305Z`,
      coat.belly,
      { opacity: 0.8 },
    );
  const neck =
    coat.looks === 'left'
      ? ''
      : shape('M-330 -700C-250 -760 -120 -700 -90 -600L-150 -380C-260 -350 -360 -420 -380 -520Z', coat.coat);
  const body = tail(coat) + legs + trunk + markings(coat) + near + neck + head(coat, unique, false);
  return pose === 'run' ? place(body, [0, -40], { turn: -4 }) : body;
}

/** A leg from under the trunk at x to its foot. */
function leg(coat: Coat, x: number, [dx, dy]: Point, colour: string): string {
  const width = 92 * coat.girth * (coat.hooves ? 0.82 : 1);
  const foot: Point = [x + dx, -width * 0.42 + dy];
  const hind = x > 0;
  const knee: Point = [x + dx * 0.35 + (hind ? 26 : -8), -210 + dy * 0.5];
  const end = coat.hooves
    ? shape(
        `M${n(foot[0] - width * 0.46)} ${n(foot[1] - 26)}h${n(width * 0.92)}l${n(width * 0.1)} ${n(width * 0.42 + 26)}h${n(-width * 1.12)}Z`,
        '#4a3b35',
      )
    : ellipse(
        foot[0] - width * 0.16,
        foot[1] + width * 0.08,
        width * 0.62,
        width * 0.34,
        lighten(colour, 0.04),
      );
  return line(`M${n(x)} -400Q${n(knee[0])} ${n(knee[1])} ${n(foot[0])} ${n(foot[1])}`, colour, width) + end;
}

function tail(coat: Coat): string {
  const back = darken(coat.coat, 0.06);
  switch (coat.tail) {
    case 'bushy':
      return (
        shape(
          'M330 -600C470 -640 640 -600 690 -470C705 -430 690 -380 660 -350C600 -360 500 -400 430 -450C380 -480 340 -520 330 -600Z',
          back,
        ) +
        shape(
          'M690 -470C705 -430 690 -380 660 -350C632 -356 604 -366 576 -380C600 -420 640 -450 690 -470Z',
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
