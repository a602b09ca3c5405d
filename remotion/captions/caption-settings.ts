/** How each caption style sets its words, and how they come and are spoken: for whatever draws them. */
import type { CaptionStyle, Word } from '../contract/story-props';
import { type Face, fitFontSize } from '../fonts/glyph-widths';
import { easeOut, overshoot, ramp, smooth } from '../picture/motion';
import { leading } from '../text/typography';
import { type CaptionPage, lineText, readingLength } from './captions';

/** How a style sets its lines. */
export interface CaptionSetting {
  face: Face;
  /** Of the largest letters, px; longer lines are set smaller until they fit. */
  fontSize: number;
  /** What part of the caption's width the lines may fill, and what of it they leave, px. */
  room: { part: number; left: number };
  /** CSS `line-height` of scripts that need no more. */
  lineHeight: number;
  /** Space between words, em: an outline and swelling take some of it. */
  wordGap: number;
  /** Width of the letters' outline, em. */
  outline: number;
  /** How far the letters' shadow falls, em. */
  shadow: number;
  /** Around the lines. */
  padding: (size: number) => { across: number; along: number };
  /** How a page comes, from 0 to 1 (and past it, where it swings). */
  arrival: (page: CaptionPage, ms: number) => number;
}

/** Sideways room inside karaoke's plate, px. */
const PLATE = 40;
const ems = (amount: number) => (size: number) => ({ across: size * amount, along: size * amount });

export const CAPTION_SETTINGS: Readonly<Record<CaptionStyle, CaptionSetting>> = {
  pop: {
    ...{ face: 'sans', fontSize: 96, lineHeight: 1.18, wordGap: 0.37, outline: 0.17, shadow: 0.07 },
    // Room for the outline and for the current word's swelling.
    room: { part: 0.94, left: 0 },
    // The outline reaches out of the letters' box.
    padding: ems(0.3),
    arrival: ({ startMs }, ms) => easeOut(ramp(ms, startMs - 30, startMs + 130)),
  },
  karaoke: {
    ...{ face: 'sans', fontSize: 60, lineHeight: 1.36, wordGap: 0.29, outline: 0, shadow: 0 },
    room: { part: 1, left: 2 * PLATE },
    padding: () => ({ across: PLATE, along: PLATE * 0.55 }),
    arrival: ({ startMs }, ms) => easeOut(ramp(ms, startMs - 30, startMs + 160)),
  },
  subtle: {
    ...{ face: 'serif', fontSize: 56, lineHeight: 1.36, wordGap: 0.24, outline: 0, shadow: 0 },
    room: { part: 1, left: 0 },
    padding: ems(0.2),
    arrival: ({ startMs }, ms) => smooth(ramp(ms, startMs - 40, startMs + 220)),
  },
  big: {
    ...{ face: 'sans', fontSize: 176, lineHeight: 1.1, wordGap: 0, outline: 0.13, shadow: 0.06 },
    // Room for the outline.
    room: { part: 0.93, left: 0 },
    padding: ems(0),
    arrival: ({ startMs }, ms) => overshoot(ramp(ms, startMs - 40, startMs + 150)),
  },
};

/** Size of a page's letters, px, and its lines' height in sizes. */
export function captionSize(
  style: CaptionStyle,
  page: CaptionPage,
  width: number,
): { size: number; lineHeight: number } {
  const { face, fontSize, room, lineHeight } = CAPTION_SETTINGS[style];
  const lines = style === 'big' ? [captionText(page)] : page.lines.map(lineText);
  return {
    size: fitFontSize(lines, face, fontSize, width * room.part - room.left),
    lineHeight: lineHeight + leading(lines.join(' ')),
  };
}

/** All of a page in one line. */
export const captionText = (page: CaptionPage): string => page.lines.map(lineText).join(' ').trimEnd();

/** How far the word that is being spoken has jumped up: from 0, past 1, to 1. */
export function jumpOf(word: Word, ms: number): number {
  return overshoot(ramp(ms, word.startMs - 20, word.startMs + 170));
}

/** How much larger a word is that has jumped up, and how much higher, em, one that touches its neighbours. */
export const JUMP = { growth: 0.09, rise: 0.09 };
/** How far below its place a page of `pop` comes from, px. */
export const POP_RISE = 22;
/** Corners of karaoke's plate, px. */
export const PLATE_RADIUS = 34;
/** How small a word of `big` comes. */
export const BIG_LEAST = 0.72;

/** Whether a word of `big` is in colour: words of such a reading length mostly carry the meaning. */
export function isWeighty(text: string): boolean {
  return readingLength(text) >= 3.2;
}

/** The soft shade under `subtle`: its height about its place, and how dark it is on its way down. */
export const SHADE = {
  above: 0.2,
  height: 1.2,
  // Dark enough under the text for a white picture: 4.5 to 1 and more for every word.
  stops: [
    [0, 'rgba(21,18,31,0)'],
    [0.36, 'rgba(21,18,31,0.74)'],
    [1, 'rgba(21,18,31,0.82)'],
  ] as const,
  /** Of each letter, and how far it falls, px. */
  letter: 'rgba(21,18,31,0.7)',
  fall: 2,
};
