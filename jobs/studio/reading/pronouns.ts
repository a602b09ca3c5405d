/** Pronouns, and whether one acts, is acted upon or owns. */
import type { Term } from './terms';

export type Pronoun = 'she' | 'he' | 'they' | 'it' | 'i';

/** Whether a pronoun is the subject, possessive (“her boat”) or an object (“saw her”). */
export type PronounUse = 'subject' | 'object' | 'possessive';

const PRONOUNS: Readonly<Record<string, Pronoun>> = {
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  they: 'they',
  them: 'they',
  their: 'they',
  themselves: 'they',
  it: 'it',
  its: 'it',
  itself: 'it',
  i: 'i',
  me: 'i',
  my: 'i',
  we: 'i',
  us: 'i',
  our: 'i',
};

export const pronounOf = (term: Term): Pronoun | null =>
  term.tags.has('Pronoun') || term.tags.has('Possessive') || term.word === 'i'
    ? (PRONOUNS[term.word] ?? null)
    : null;

const OBJECTS: ReadonlySet<string> = new Set(['him', 'them', 'me', 'us']);
const OWNERS: ReadonlySet<string> = new Set(['his', 'its', 'their', 'my', 'our', 'hers']);

export function pronounUse(terms: readonly Term[], i: number): PronounUse {
  const term = terms[i] as Term;
  const next = terms[i + 1];
  if (OBJECTS.has(term.word)) return 'object';
  const before = terms[i - 1];
  if (
    term.word === 'it' &&
    before &&
    !term.apart &&
    (before.tags.has('Verb') || before.tags.has('Preposition'))
  )
    return 'object';
  if (term.word === 'her')
    return next &&
      !next.apart &&
      next.sentence === term.sentence &&
      (next.tags.has('Noun') || next.tags.has('Adjective')) &&
      !next.tags.has('Pronoun')
      ? 'possessive'
      : 'object';
  return OWNERS.has(term.word) ? 'possessive' : 'subject';
}

/** The sex of whoever “her” or “his” means. */
export const ownerSex = (word: string | undefined): 'female' | 'male' | null =>
  word === 'her' ? 'female' : word === 'his' ? 'male' : null;

/** Whether a word is one that owns what follows: “his”, “her”. */
export const isOwner = (word: string): boolean => word === 'her' || OWNERS.has(word);

const CROWDS: ReadonlySet<string> = new Set(
  'village town team crowd family class audience neighbours neighbors people everyone everybody nobody passengers guests villagers'.split(
    ' ',
  ),
);

/** “The whole village came, and she told them”: nobody of the cast. */
export const meansACrowd = (terms: readonly Term[], i: number): boolean =>
  terms
    .slice(0, i)
    .some(
      ({ word, sentence, possessive }, k) =>
        sentence === terms[i]?.sentence &&
        !possessive &&
        CROWDS.has(word) &&
        !['in', 'of', 'to', 'from', 'at', 'through', 'into'].includes(terms[k - 2]?.word ?? ''),
    );
