/** How a page of words is set when the words are all that is seen: which line is large, and how large each is. */
import { type CaptionGrouping, type CaptionPage, lineText, readingLength } from '../../captions/captions';
import type { FormatName } from '../../contract/story-props';
import { type Face, fitFontSize } from '../../fonts/glyph-widths';
import { seededChoice } from '../../picture/seeded';

const GROUPINGS: Record<FormatName, CaptionGrouping> = {
  '9:16': { maxWords: 12, maxLineChars: 13, maxLines: 5, idealChars: 46 },
  '1:1': { maxWords: 11, maxLineChars: 16, maxLines: 4, idealChars: 46 },
  '16:9': { maxWords: 13, maxLineChars: 24, maxLines: 3, idealChars: 56 },
};

/** How words are grouped that fill the frame. */
export function kineticGrouping(format: FormatName): CaptionGrouping {
  return GROUPINGS[format];
}

/** Largest letters, px. */
const LARGEST = 250;
/** What the other lines are of the large one. */
const LESSER = 0.6;

export interface SetLine {
  /** px */
  size: number;
  isLarge: boolean;
}

/** Sizes of a page's lines, which together fit the box. @param box px */
export function setLines(
  page: CaptionPage,
  {
    stress,
    face,
    box,
    lineHeight,
  }: { stress: string; face: Face; box: { width: number; height: number }; lineHeight: number },
): SetLine[] {
  const texts = page.lines.map(lineText);
  const large = largeLine(texts, stress);
  const wide = texts.map((text) => fitFontSize([text], face, LARGEST, box.width));
  const top = wide[large] ?? LARGEST;
  const sizes = wide.map((size, at) => (at === large ? size : Math.min(size, Math.max(top * LESSER, 84))));
  const tall = sizes.reduce((sum, size) => sum + size * lineHeight, 0);
  const squeeze = Math.min(1, box.height / tall);
  return sizes.map((size, at) => ({ size: Math.floor(size * squeeze), isLarge: at === large }));
}

/** The line that carries the page: the stressed one, else the one with the weightiest word. */
function largeLine(lines: readonly string[], stress: string): number {
  const weights = lines.map((line) => {
    const words = line.split(/\s+/u);
    const heaviest = Math.max(...words.map(weightOf));
    return sharedLength(line, stress) * 100 + heaviest;
  });
  return weights.indexOf(Math.max(...weights));
}

/** How much of a stressed phrase stands in a line, in characters. */
function sharedLength(line: string, stress: string): number {
  const words = line.trim().split(/\s+/u);
  for (let count = words.length; count > 0; count--) {
    for (let from = 0; from + count <= words.length; from++) {
      const part = bare(words.slice(from, from + count).join(' '));
      if (part !== '' && stress.includes(part)) return part.length;
    }
  }
  return 0;
}

function weightOf(word: string): number {
  const isLoud = /^\P{Ll}*\p{Lu}{2,}\P{Ll}*$/u.test(word);
  return readingLength(bare(word)) + (/\p{N}/u.test(word) ? 6 : 0) + (isLoud ? 4 : 0);
}

const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

const LAYOUTS = ['start', 'middle', 'stairs'] as const;
/** Where a page's lines begin. */
export type KineticLayout = (typeof LAYOUTS)[number];

/** The layout of a page: neighbours have different ones. */
export function layoutOf(seed: number, page: number): KineticLayout {
  const first = LAYOUTS.indexOf(seededChoice(seed, 'kinetic layout', LAYOUTS));
  return LAYOUTS[(first + page) % LAYOUTS.length] ?? 'middle';
}
