/** Where text stands on a canvas: set as CSS sets lines in a column that is centred on its place. */
import type { CaptionPage } from '../captions/captions';
import type { Word } from '../contract/story-props';
import { wordJoint } from '../contract/story-words';
import { FONT_WEIGHTS, fontFamilies } from '../fonts/font-choice';
import type { Face } from '../fonts/glyph-widths';
import { directedRuns, partDirection, type WordPart } from '../text/bidi';
import type { Typography } from '../text/typography';
import type { Direction } from '../text/writing';
import type { Box, Context2D } from './context-2d';

/** How a text is set. */
export interface Setting {
  face: Face;
  /** px */
  size: number;
  /** In sizes. */
  lineHeight: number;
}

/** A piece of text in its line, px. */
export interface PlacedText extends Box {
  text: string;
  /** How its own letters run. */
  direction: Direction;
  baseline: number;
}

/** A word, or a part of one, in its line. */
export interface PlacedWord extends PlacedText {
  word: Word;
  /** How the words beside it run. */
  runDirection: Direction;
}

/** Sets the font of all text that is painted after it. */
export function setFont(
  context: Context2D,
  { face, size }: Setting,
  { language, families }: Typography,
): void {
  context.font = `${FONT_WEIGHTS[face]} ${size}px ${families?.[face] ?? fontFamilies(face, language)}`;
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
}

/**
 * Places the words of a page in lines, centred on each other. The context's font must be set.
 * @param gap space between words, px
 */
export function placePage(
  context: Context2D,
  page: CaptionPage,
  { setting, typography, gap }: { setting: Setting; typography: Typography; gap: number },
): { words: PlacedWord[]; width: number; height: number } {
  const lines = page.lines.map((line) => placeLine(context, line, typography.direction, gap));
  const width = Math.max(0, ...lines.map((line) => line.width));
  const lineHeight = setting.size * setting.lineHeight;
  const baseline = baselineIn(context, lineHeight);
  const words = lines.flatMap((line, row) =>
    line.parts.map((part) => ({
      ...part,
      left: part.left + (width - line.width) / 2,
      top: row * lineHeight,
      height: lineHeight,
      baseline: row * lineHeight + baseline,
    })),
  );
  return { words, width, height: lines.length * lineHeight };
}

type LinePart = Pick<PlacedWord, 'word' | 'text' | 'direction' | 'runDirection' | 'left' | 'width'>;

function placeLine(
  context: Context2D,
  line: readonly Word[],
  paragraph: Direction,
  gap: number,
): { parts: LinePart[]; width: number } {
  const gapBefore = (part: WordPart) => {
    const before = part.isStart && line[line.indexOf(part.word) - 1];
    return before && wordJoint(before.text, part.word.text) === ' ' ? gap : 0;
  };
  const parts: LinePart[] = [];
  /** From where the line begins, which is at the right where it is read from there. */
  let along = 0;
  for (const run of directedRuns(line, paragraph)) {
    const direction = partDirection(run, paragraph);
    const measured = run.parts.map((part, at) => ({
      part,
      width: textWidthOn(context, part.text, direction),
      gap: at > 0 ? gapBefore(part) : 0,
    }));
    const runWidth = measured.reduce((sum, { width, gap }) => sum + width + gap, 0);
    if (run.parts[0]) along += gapBefore(run.parts[0]);
    let inRun = 0;
    for (const { part, width, gap } of measured) {
      inRun += gap;
      const left = along + (run.direction === paragraph ? inRun : runWidth - inRun - width);
      parts.push({ word: part.word, text: part.text, direction, runDirection: run.direction, left, width });
      inRun += width;
    }
    along += runWidth;
  }
  if (paragraph === 'rtl') for (const part of parts) part.left = along - part.left - part.width;
  return { parts, width: along };
}

/** Places lines of text, centred on each other. The context's font must be set. */
export function placeLines(
  context: Context2D,
  lines: readonly string[],
  setting: Setting,
  direction: Direction,
): { texts: PlacedText[]; width: number; height: number } {
  const lineHeight = setting.size * setting.lineHeight;
  const baseline = baselineIn(context, lineHeight);
  const widths = lines.map((line) => textWidthOn(context, line, direction));
  const width = Math.max(0, ...widths);
  const texts = lines.map((text, row) => ({
    ...{ text, direction, top: row * lineHeight, height: lineHeight },
    left: (width - (widths[row] ?? 0)) / 2,
    width: widths[row] ?? 0,
    baseline: row * lineHeight + baseline,
  }));
  return { texts, width, height: lines.length * lineHeight };
}

function textWidthOn(context: Context2D, text: string, direction: Direction): number {
  context.direction = direction;
  return context.measureText(text).width;
}

/** Where letters stand in a line, px from its top: as browsers do it, in whole pixels. */
function baselineIn(context: Context2D, lineHeight: number): number {
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x');
  const [ascent, descent] = [Math.round(fontBoundingBoxAscent), Math.round(fontBoundingBoxDescent)];
  return Math.floor((lineHeight - ascent - descent) / 2) + ascent;
}

/** Fills the text at its place. */
export function fillPlaced(context: Context2D, { text, direction, left, baseline }: PlacedText): void {
  context.direction = direction;
  context.fillText(text, left, baseline);
}

/** How far corners of a text's outline may reach out, in widths of it: as in CSS. */
const MITER_LIMIT = 4;

/** Draws the outline of the text at its place. @param width px, half of it within the letters */
export function strokePlaced(
  context: Context2D,
  { text, direction, left, baseline }: PlacedText,
  width: number,
): void {
  context.direction = direction;
  context.lineWidth = width;
  context.lineJoin = 'miter';
  context.miterLimit = MITER_LIMIT;
  context.strokeText(text, left, baseline);
}
