/** Whether someone spoken of is there at all. */
import type { Term } from './terms';

/** “like a bird”, “as big as a whale”, “no birds”: spoken of but not there. */
export function isCompared(terms: readonly Term[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
    const term = terms[k] as Term;
    if (terms[k + 1]?.apart) return false;
    if (k >= i - 3 && ['like', 'as', 'than', 'no', 'without'].includes(term.word)) return true;
    if (['not', 'never'].includes(term.word) || term.word.endsWith("n't")) return true;
    if (term.word === 'about') return true;
    if (term.word === 'of' && TOLD.has(terms[k - 1]?.word ?? '')) return true;
  }
  return false;
}

/** What is told or dreamed of is not there. */
const TOLD: ReadonlySet<string> = new Set(
  'read reads reading told tell tells spoke speaks talked heard hear dreamed dreamt dream thought sang sing song songs story stories tale tales smell picture pictures name memory'.split(
    ' ',
  ),
);

/** “a boat from her grandfather”, “a letter about the king”, “had sung to her mother”: someone who need not be there. */
export function isAside(terms: readonly Term[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const term = terms[k] as Term;
    if (terms[k + 1]?.apart || term.sentence !== terms[i]?.sentence) return false;
    if (term.word === 'to' && terms[k - 2]?.word === 'had') return true;
    if (['from', 'about', 'for', 'of'].includes(term.word)) return terms[k - 1]?.word !== 'except';
    if (
      ![
        'the',
        'a',
        'an',
        'her',
        'his',
        'their',
        'my',
        'our',
        'its',
        'old',
        'little',
        'young',
        'late',
      ].includes(term.word)
    )
      return false;
  }
  return false;
}
