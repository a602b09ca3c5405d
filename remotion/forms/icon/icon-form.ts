/** One to three large things, which come one after the other and do not stand still. */
import type { FormOf } from '../../contract/forms';
import { type Box, type Context2D, type Drawing, fillDisc, within } from '../../paint/context-2d';
import { easeOut, overshoot, ramp } from '../../picture/motion';
import { seededBetween } from '../../picture/seeded';
import type { FormFacts, FormPainter } from '../form-painter';
import { alpha } from '../setting/alpha';
import { framePart } from '../setting/frame-part';
import { rounded } from '../setting/rounding';
import { iconGapMs } from './icon-times';

type IconFacts = FormFacts<FormOf<'icon'>>;

/** Of the disc behind a thing, in sizes of the thing. */
const DISC = 1.26;
const DISC_OPACITY = 0.26;
/** From how far above its place a thing falls, px. */
const FALL = 140;
/** How far it floats from its place, px. */
const FLOAT = 14;

/** A thing on its disc, at its place. */
interface Icon {
  drawing: Drawing | undefined;
  /** px */
  size: number;
  /** Middle of its disc, px. */
  x: number;
  y: number;
  /** Of its disc, CSS. */
  color: string;
  /** When it comes, ms. */
  fromMs: number;
  /** How far it leans, degrees. */
  lean: number;
  /** Its place among all of them. */
  at: number;
}

/** A thing at a moment. */
interface MovedIcon extends Icon {
  /** Of thing and disc. */
  scale: number;
  /** How far the thing is below the middle of its disc, px before scaling. */
  down: number;
  /** Degrees. */
  turn: number;
}

/** The vector images that it needs, as paths below `public/`. */
export function drawingsOf({ icons }: FormOf<'icon'>): string[] {
  return icons.map(pathOf);
}

const pathOf = (name: string) => `icons/${name}.svg`;

/** The things on their discs; nothing before the first has come. */
export function iconForm(facts: IconFacts): FormPainter {
  const icons = placedIcons(facts);
  return (ms) => {
    const seen = icons.filter(({ fromMs }) => ms > fromMs).map((icon) => moved(icon, ms));
    if (seen.length === 0) return null;
    return {
      box: framePart(around(seen.flatMap(boxesOf)), facts.space),
      state: seen.flatMap(({ scale, down, turn }) => [scale, down, turn]).join(' '),
      paint: (context) => {
        for (const icon of seen) paintIcon(context, icon);
      },
    };
  };
}

function placedIcons({ content: { icons }, seed, durationMs, palette, space, drawings }: IconFacts): Icon[] {
  const count = icons.length;
  const pitch = space.width / count;
  const size = Math.round(Math.min(space.height * (count === 1 ? 0.74 : 0.56), pitch * 0.74));
  const gap = iconGapMs(durationMs, count);
  return icons.map((name, at) => {
    const isEven = at % 2 === 0;
    const lower = count > 1 ? (isEven ? -0.05 : 0.07) * space.height : 0;
    return {
      ...{ at, size, drawing: drawings.get(pathOf(name)), fromMs: at * gap },
      x: space.frame.width / 2 + (at - (count - 1) / 2) * pitch,
      y: space.middle + lower,
      color: alpha(isEven ? palette.accent : palette.second, DISC_OPACITY),
      lean: seededBetween(seed, `icon ${at}`, -4, 4),
    };
  });
}

function moved(icon: Icon, ms: number): MovedIcon {
  const since = ms - icon.fromMs;
  return {
    ...icon,
    scale: rounded(overshoot(ramp(since, 0, 420)), 4),
    down: rounded(Math.sin(ms / 620 + icon.at * 1.9) * FLOAT - (1 - easeOut(ramp(since, 0, 320))) * FALL, 2),
    turn: rounded(Math.sin(ms / 900 + icon.at) * 2.5 + icon.lean, 3),
  };
}

/** What the disc and the turned thing fill, px of the frame. */
function boxesOf({ x, y, size, scale, down, turn }: MovedIcon): Box[] {
  const radians = (Math.abs(turn) * Math.PI) / 180;
  const turned = size * (Math.cos(radians) + Math.sin(radians));
  return [square(x, y, size * DISC * scale), square(x, y + down * scale, turned * scale)];
}

/** The box that holds all boxes, with room for their soft edges. */
function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left)) - 1;
  const top = Math.min(...boxes.map((box) => box.top)) - 1;
  const right = Math.max(...boxes.map((box) => box.left + box.width)) + 1;
  const bottom = Math.max(...boxes.map((box) => box.top + box.height)) + 1;
  return { left, top, width: right - left, height: bottom - top };
}

const square = (x: number, y: number, size: number): Box => ({
  left: x - size / 2,
  top: y - size / 2,
  width: size,
  height: size,
});

function paintIcon(context: Context2D, { drawing, size, x, y, color, scale, down, turn }: MovedIcon): void {
  within(context, () => {
    context.translate(x, y);
    context.scale(scale, scale);
    context.fillStyle = color;
    fillDisc(context, 0, 0, size * DISC);
    context.translate(0, down);
    context.rotate((turn * Math.PI) / 180);
    drawing?.paint(context, square(0, 0, size));
  });
}
