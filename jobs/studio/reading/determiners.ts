/** What the words around a noun say: how many, someone new, or the same one called by another word. */
import { isPlural, roleKey, subjectKey } from './lexicon/lookup';
import type { Term } from './terms';

const COUNTS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 3,
  five: 3,
  six: 3,
  seven: 3,
  both: 2,
  another: 2,
  many: 3,
  several: 3,
  some: 2,
};

/** How many of a noun: 1 to 3. */
export function countOf(terms: readonly Term[], i: number): number {
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    if (terms[k + 1]?.apart) break;
    const count = COUNTS[terms[k]?.word ?? ''];
    if (count) return count;
  }
  return isPlural(terms[i]?.word ?? '') ? 2 : 1;
}

/** “Her neighbour, an old man named Idris”: the second noun says who the first is. */
export function isExplained(terms: readonly Term[], i: number): boolean {
  const article = terms[i + 1];
  if (!article?.apart || !['a', 'an', 'the'].includes(article.word)) return false;
  for (let k = i + 2; k < Math.min(terms.length, i + 6); k++) {
    const term = terms[k] as Term;
    if (term.apart || term.sentence !== terms[i]?.sentence) return false;
    if (subjectKey(term.word) ?? roleKey(term.word)) return true;
  }
  return false;
}

/** Whether an article brings in someone new: “a tall woman”. */
export const isIndefinite = (terms: readonly Term[], i: number): boolean =>
  terms
    .slice(Math.max(0, i - 3), i)
    .some(
      ({ word }, k, all) => ['a', 'an', 'another'].includes(word) && all.slice(k + 1).every((t) => !t.apart),
    );
