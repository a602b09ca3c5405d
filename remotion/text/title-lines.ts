import { cheapestPartition } from '../contract/partition';
import { joinWords, splitWords } from '../contract/story-words';
import { textWidth } from '../fonts/glyph-widths';

/** How wide a line of a title is at least wanted to be, in em of the serif face. */
const IDEAL_LINE = 7.2;
/** A longer title gets longer lines, in smaller type, rather than more of them. */
const MOST_LINES = 4;

/** Breaks a title between its words into a few lines as even as possible. */
export function titleLines(title: string): string[] {
  const words = splitWords(title);
  const whole = textWidth(joinWords(words), 'serif');
  const ideal = Math.max(IDEAL_LINE, whole / MOST_LINES);
  const even = whole / Math.ceil(whole / ideal);
  const ends = cheapestPartition(words.length, words.length, (from, to) => {
    const width = textWidth(joinWords(words.slice(from, to)).trimEnd(), 'serif');
    return ((width - even) / even) ** 2 + Math.max(0, width - ideal * 1.25) * 4 + 0.3;
  });
  return ends.map((end, line) => joinWords(words.slice(ends[line - 1] ?? 0, end)).trimEnd());
}
