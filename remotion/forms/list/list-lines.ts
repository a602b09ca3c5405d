/** The lines of a list's items. Pure. */
import { joinWords, splitWords } from '../../contract/story-words';
import { titleLines } from '../../text/title-lines';

/** An item on a line or two: all of it, however long. */
export function listLines(text: string): string[] {
  const lines = titleLines(text);
  return lines.length > 2 ? twoLines(text) : lines;
}

/** A text on two lines that are as even as can be. */
function twoLines(text: string): string[] {
  const words = splitWords(text);
  let best = [joinWords(words)];
  let least = Number.POSITIVE_INFINITY;
  for (let at = 1; at < words.length; at++) {
    const lines = [joinWords(words.slice(0, at)).trimEnd(), joinWords(words.slice(at))] as const;
    const uneven = Math.abs(lines[0].length - lines[1].length);
    if (uneven < least) best = [...lines];
    least = Math.min(least, uneven);
  }
  return best;
}
