/** How an end card is set and how it comes: for whatever draws it. */
import type { FormatName } from '../contract/story-props';
import { fitFontSize } from '../fonts/glyph-widths';
import { easeOut, ramp } from '../picture/motion';
import { endCardPlace } from './layout';
import { leading } from './typography';

const FADE_IN_FRAMES = 10;
const FONT_SIZE = 54;
const LINE_HEIGHT = 1.2;

/** Around the line, px. */
export const END_CARD_PADDING = { across: 44, along: 20 };
/** How far above its place it comes from, px. */
export const END_CARD_DROP = 24;

/** Size of an end card's letters, px, and its line's height in sizes. */
export function endCardSetting(text: string, format: FormatName): { size: number; lineHeight: number } {
  const room = endCardPlace(format).width - 2 * END_CARD_PADDING.across;
  return { size: fitFontSize([text], 'sans', FONT_SIZE, room), lineHeight: LINE_HEIGHT + leading(text) };
}

/** How far it has come, from 0 to 1. @param since the frame before which it is not there */
export function endCardArrival(frame: number, since: number): number {
  return frame < since ? 0 : easeOut(ramp(frame + 1, since, since + FADE_IN_FRAMES));
}
