/** How a title is set and how it comes and goes: for whatever draws it. */
import { FORMATS, type FormatName } from '../contract/story-props';
import { fitFontSize } from '../fonts/glyph-widths';
import { easeOut, ramp, smooth } from '../picture/motion';
import { titlePlace } from './layout';
import { titleLines } from './title-lines';
import { leading } from './typography';

const FADE_IN_FRAMES = 12;
const FADE_OUT_FRAMES = 14;
const FONT_SIZE = 122;
const LINE_HEIGHT = 1.12;
/** Most of the frame's height that the lines may take. */
const MAX_HEIGHT = 0.34;

/** How far below its place a title comes from, px. */
export const TITLE_RISE = 28;
/** Of the letters, px. */
export const TITLE_SHADOW = { fall: 4, blur: 28, color: 'rgba(21,18,31,0.6)' };
/** The bar below the lines: its distance in sizes of the letters, its measures in px. */
export const TITLE_BAR = { gap: 0.32, width: 180, height: 8 };
/** What darkens the picture from its top to a little below the title, in fractions of the frame's height. */
export const TITLE_VEIL = {
  below: 0.28,
  stops: [
    [0, 'rgba(21,18,31,0.56)'],
    [0.74, 'rgba(21,18,31,0.52)'],
    [1, 'rgba(21,18,31,0)'],
  ] as const,
};

/** A title's lines, the size of their letters in px, and their height in sizes. */
export function titleSetting(
  title: string,
  format: FormatName,
): { lines: string[]; size: number; lineHeight: number } {
  const lines = titleLines(title);
  const lineHeight = LINE_HEIGHT + leading(title);
  const tallest = (FORMATS[format].height * MAX_HEIGHT) / (lines.length * lineHeight);
  const size = fitFontSize(lines, 'serif', Math.min(FONT_SIZE, tallest), titlePlace(format).width);
  return { lines, size, lineHeight };
}

/** How far a title has come, how much of it is seen, and how long its bar is, each from 0 to 1. */
export function titleMoment(
  frame: number,
  frames: number,
): { arrival: number; presence: number; bar: number } {
  const arrival = easeOut(ramp(frame, 0, FADE_IN_FRAMES));
  return {
    arrival,
    presence: arrival * (1 - smooth(ramp(frame, frames - FADE_OUT_FRAMES, frames))),
    bar: easeOut(ramp(frame, 4, 22)),
  };
}
