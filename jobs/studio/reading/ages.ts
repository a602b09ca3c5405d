/** Ages that a text states: “was eleven”, “a nine-year-old girl”, “Tom, 72,”. */
import type { PersonForm } from './lexicon/subject-forms';
import type { Term } from './terms';

export type Age = PersonForm['age'];

/** Who is drawn as a child, as an adult or as old, by years. */
export const ageOf = (years: number): Age => (years < 14 ? 'child' : years < 60 ? 'adult' : 'old');

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The number that begins at a word, in words or figures, and the word after it; null where none begins. */
function numberAt(terms: readonly Term[], start: number): readonly [value: number, end: number] | null {
  const word = terms[start]?.word ?? '';
  if (/^\d{1,3}$/.test(word)) return [Number(word), start + 1];
  if (word === 'hundred') return [100, start + 1];
  const tens = TENS.indexOf(word);
  const next = ONES.indexOf(terms[start + 1]?.word ?? '');
  if (tens >= 0) {
    const ones = next >= 1 && next <= 9 && !terms[start + 1]?.apart ? next : 0;
    return [(tens + 2) * 10 + ones, start + (ones ? 2 : 1)];
  }
  const ones = ONES.indexOf(word);
  if (ones < 0) return null;
  if (terms[start + 1]?.word === 'hundred') return [ones * 100, start + 2];
  return [ones, start + 1];
}

const BEING: ReadonlySet<string> = new Set(['was', 'is', 'am', 'turned', 'were', 'be']);
const NEARLY: ReadonlySet<string> = new Set(
  'only just almost nearly about already still barely then now not yet past over maybe perhaps had'.split(
    ' ',
  ),
);
/** What may follow an age; any other word makes it a number of something. */
const AFTER: ReadonlySet<string> = new Set(
  'years year and when but now then that or before as so because on in at by the'.split(' '),
);

/** Years that are said of someone whose last word is at `i`: “was eleven”, “, 9,”, “aged seven”; else null. */
export function yearsSaidOf(terms: readonly Term[], i: number): number | null {
  const { sentence } = terms[i] as Term;
  let k = i + 1;
  const bare = terms[k]?.apart === true;
  while (NEARLY.has(terms[k]?.word ?? '')) k++;
  const says = BEING.has(terms[k]?.word ?? '') || terms[k]?.word === 'aged';
  if (says) k++;
  else if (!bare) return null;
  while (NEARLY.has(terms[k]?.word ?? '')) k++;
  if (terms[k]?.sentence !== sentence) return null;
  const number = numberAt(terms, k);
  if (!number) return null;
  const after = terms[number[1]];
  const ends = !after || after.sentence !== sentence || after.apart;
  if (ends || (says && AFTER.has(after.word))) return number[0];
  return null;
}

/** Years that lead a noun at `i`: “a nine-year-old girl”, “the 80-year-old captain”; else null. */
export function yearsBefore(terms: readonly Term[], i: number): number | null {
  for (let k = i - 1; k >= Math.max(1, i - 3); k--) {
    if (terms[k + 1]?.apart) return null;
    if (terms[k]?.word !== 'old' || !['year', 'years'].includes(terms[k - 1]?.word ?? '')) continue;
    for (let start = Math.max(0, k - 4); start < k - 1; start++) {
      const number = numberAt(terms, start);
      if (number && number[1] === k - 1) return number[0];
    }
  }
  return null;
}

/** “When she was seven”: an age that is long past. */
export const isLongPast = (terms: readonly Term[], i: number): boolean =>
  terms
    .slice(Math.max(0, i - 2), i)
    .some(
      ({ word, sentence }) => sentence === terms[i]?.sentence && ['when', 'since', 'until'].includes(word),
    );
