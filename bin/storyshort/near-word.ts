/** “Did you mean …?” Pure. */
import { tokenDistance } from '#jobs/sound/alignment/tokens.ts';

/** Above this share of differing letters nobody meant it. */
const FARTHEST = 0.5;

/** The known word that is most like another one; null where none is. */
export function nearWord(word: string, known: readonly string[]): string | null {
  const [best] = known
    .map((other) => ({ other, distance: slipDistance(word.toLowerCase(), other.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  return best && best.distance < FARTHEST ? best.other : null;
}

/** A sentence that begins with a space, or nothing. @param as how the word is written, such as with its dashes */
export function didYouMean(word: string, known: readonly string[], as = (near: string) => near): string {
  const near = nearWord(word, known);
  return near === null ? '' : ` Did you mean ${as(near)}?`;
}

/** Share of letters that differ, from 0 to 1; two that changed places are one slip of the fingers. */
function slipDistance(word: string, other: string): number {
  const letters = [...word];
  const swapped = letters
    .slice(1)
    .map((letter, at) => letters.toSpliced(at, 2, letter, letters[at] ?? '').join(''));
  const oneSlip = 1 / Math.max(word.length, other.length, 1);
  const slips = swapped.map((changed) => tokenDistance(changed, other) + oneSlip);
  return Math.min(tokenDistance(word, other), ...slips);
}
