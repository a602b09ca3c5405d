/** Whether someone spoken of is there at all. */
import { isOwner } from './pronouns';
import type { Term } from './terms';

/** “like a bird”, “as big as a whale”, “no birds”: spoken of but not there. */
export function isCompared(terms: readonly Term[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
    const term = terms[k] as Term;
    if (terms[k + 1]?.apart) return false;
    if (
      k >= i - 3 &&
      ['like', 'as', 'than', 'no', 'without', 'nothing', 'none', 'neither', 'nor'].includes(term.word)
    )
      return true;
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

/** “Remembered how her father …”, “missed his brother”: only in someone's mind. */
export function isRemembered(terms: readonly Term[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const term = terms[k] as Term;
    if (term.sentence !== terms[i]?.sentence || terms[k + 1]?.apart) return false;
    if (IN_MIND.has(term.word)) return true;
  }
  return false;
}

const IN_MIND: ReadonlySet<string> = new Set(
  'remember remembers remembered missed imagined promised forgot forgotten photographed'.split(' '),
);

/** “Lost his umbrella”, “looked for a book”, “had once carried a piano”: wished for, lost or long gone. */
export function isMissing(terms: readonly Term[], i: number): boolean {
  // “Against my chest”: a part of somebody.
  if (terms[i]?.word === 'chest' && isOwner(terms[i - 1]?.word ?? '')) return true;
  const sentence = terms[i]?.sentence;
  for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
    const term = terms[k] as Term;
    if (term.sentence !== sentence || terms[k + 1]?.apart) break;
    if (ABSENT.has(term.word)) return true;
    if (GONE.has(term.word) && ['had', 'has', 'have'].includes(terms[k - 1]?.word ?? '')) return true;
    if (term.word === 'for' && SEEKING.has(terms[k - 1]?.word ?? '')) return true;
  }
  // “Had … once a piano”.
  const before = terms.slice(0, i).filter((term) => term.sentence === sentence);
  return before.some(({ word }) => word === 'had') && before.some(({ word }) => word === 'once');
}

const ABSENT: ReadonlySet<string> = new Set(
  'missed want wanted wish wished needed promise promised forgot remember remembered imagined pretended stole invented'.split(
    ' ',
  ),
);
/** What one has done these things with is no longer there. */
const GONE: ReadonlySet<string> = new Set('lost stolen forgotten left sold given'.split(' '));
const SEEKING: ReadonlySet<string> = new Set(
  'look looked looking search searched searching wished asked waited hoped longed'.split(' '),
);
