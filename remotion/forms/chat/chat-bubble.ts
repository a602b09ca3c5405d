/** A message of a chat, with its time under it. */
import type { FormOf, Message } from '../../contract/forms';
import { type Box, type Context2D, fillRound, within } from '../../paint/context-2d';
import { fillPlaced, type PlacedText, type Setting, setFont } from '../../paint/set-text';
import { easeOut, overshoot, ramp } from '../../picture/motion';
import { leading, type Typography } from '../../text/typography';
import { textDirection } from '../../text/writing';
import type { FormFacts } from '../form-painter';
import { alpha } from '../setting/alpha';
import { flushLines } from '../setting/flush-lines';
import { rounded } from '../setting/rounding';
import { snapped } from '../setting/snapped';
import { brokenLines } from './line-breaks';

type ChatFacts = FormFacts<FormOf<'chat'>>;

const FONT_SIZE = 54;
/** Between a bubble's edge and its text, px. */
const PADDING = { across: 38, above: 24, below: 26 };
const RADIUS = 46;
/** The widest bubble, in widths of the form. */
const WIDEST = 0.82;
/** px under the bubble */
const TIME = { gap: 8, setting: { face: 'sans', size: 30, lineHeight: 1.2 } } as const;
/** How long a message takes to come, ms; from how far below, px; and how small it is at first. */
const ARRIVAL = { ms: 260, rise: 60, least: 0.86 };

/** A message as it is set, px from where it grows: its lower corner at the side of who writes. */
export interface ChatBubble {
  side: Message['side'];
  /** With its time. */
  height: number;
  box: Box;
  texts: PlacedText[];
  setting: Setting;
  time: PlacedText | null;
  /** CSS */
  colors: { bubble: string; text: string; time: string };
  typography: Typography;
}

/** Sets a message within the form's width; the fonts must be there. */
export function chatBubble(message: Message, { palette, space, typography, measure }: ChatFacts): ChatBubble {
  const { side, text } = message;
  const isOwn = side === 'right';
  const setting = { face: 'sans', size: FONT_SIZE, lineHeight: lineHeightOf(text) } as const;
  const most = space.width * WIDEST - 2 * PADDING.across;
  const { texts, width, height } = placeMessage(measure, text, { setting, typography, most });
  const time = message.time ? placeTime(measure, message.time, typography) : null;
  const below = time ? TIME.gap + time.height : 0;
  const wide = width + 2 * PADDING.across;
  const tall = height + PADDING.above + PADDING.below;
  const box = { left: isOwn ? -wide : 0, top: -below - tall, width: wide, height: tall };
  const bubble = isOwn ? palette.accent : palette.card;
  return {
    ...{ side, height: tall + below, box, setting, typography },
    texts: texts.map((placed) => moved(placed, box.left + PADDING.across, box.top + PADDING.above)),
    time: time && moved(time, isOwn ? -time.width : 0, -time.height),
    colors: {
      bubble,
      text: isOwn ? inkOn(bubble) : palette.ink,
      time: alpha(palette.ink, 0.7),
    },
  };
}

/** In sizes. Browsers set lines in 64ths of a pixel, which decides to which pixel a line is rounded. */
function lineHeightOf(text: string): number {
  return Math.floor(FONT_SIZE * (1.22 + leading(text)) * 64) / 64 / FONT_SIZE;
}

/** A message's lines, each from where its script begins. */
function placeMessage(
  measure: Context2D,
  text: string,
  { setting, typography, most }: { setting: Setting; typography: Typography; most: number },
) {
  const direction = textDirection(text);
  setFont(measure, setting, typography);
  measure.direction = direction;
  const lines = brokenLines(text, most, (line) => measure.measureText(line).width);
  const { texts, ...block } = flushLines(measure, lines, setting, direction);
  // A text of several lines fills the widest bubble, as in CSS.
  const width = lines.length > 1 ? most : block.width;
  const from = direction === 'rtl' ? width - block.width : 0;
  return { texts: texts.map((line) => moved(line, from, 0)), width, height: block.height };
}

function placeTime(measure: Context2D, time: string, typography: Typography): PlacedText | null {
  setFont(measure, TIME.setting, typography);
  return flushLines(measure, [time], TIME.setting, 'ltr').texts[0] ?? null;
}

const moved = (text: PlacedText, right: number, down: number): PlacedText => ({
  ...text,
  left: text.left + right,
  top: text.top + down,
  baseline: text.baseline + down,
});

/** How a message comes: how far it is below its place, px, and how large it is. @param since ms */
export function bubbleArrival(since: number): { down: number; scale: number } {
  const come = ramp(since, 0, ARRIVAL.ms);
  return {
    down: rounded((1 - easeOut(come)) * ARRIVAL.rise, 2),
    scale: rounded(ARRIVAL.least + (1 - ARRIVAL.least) * overshoot(come), 4),
  };
}

/** Paints a message. @param place where it grows from, px */
export function paintBubble(
  context: Context2D,
  bubble: ChatBubble,
  place: { x: number; y: number },
  scale: number,
): void {
  const { box, texts, setting, time, colors, typography } = bubble;
  within(context, () => {
    context.translate(place.x, place.y);
    context.scale(scale, scale);
    context.fillStyle = colors.bubble;
    fillRound(context, scale === 1 ? sharp(box, place) : box, RADIUS);
    context.fillStyle = colors.text;
    setFont(context, setting, typography);
    for (const text of texts) fillPlaced(context, text);
    if (!time) return;
    context.fillStyle = colors.time;
    setFont(context, TIME.setting, typography);
    fillPlaced(context, time);
  });
}

/** A box with its edges on whole pixels of the frame, seen from a place in it. */
function sharp(box: Box, { x, y }: { x: number; y: number }): Box {
  const { left, top, ...size } = snapped({ ...box, left: box.left + x, top: box.top + y });
  return { ...size, left: left - x, top: top - y };
}

/** Dark or light text, whichever is read more easily on a colour. */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? '#1c1420' : '#ffffff';
}
