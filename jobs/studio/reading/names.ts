/** Proper names in a text, and what the words around them say of their bearers. */
import { roleKey, subjectKey, thingKey } from './lexicon/lookup';
import type { Sex } from './lexicon/subject-forms';
import { pronounOf } from './pronouns';
import { relationOf } from './relations';
import type { Term } from './terms';

const NOT_NAMES: ReadonlySet<string> = new Set(
  'god mr mrs ms dr sir madam lord lady once then when while after before monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter winter summer autumn spring rain snow wind thunder lightning water light darkness silence music bread love life death time night day morning evening nobody somebody everybody everyone someone anyone nothing something everything one two three four five six seven eight nine ten eleven twelve today tomorrow yesterday people heaven station street road bridge river lake mount island planet english french earth moon sun mars venus jupiter saturn north south east west i she he they it we you her him his hers their its my our your this that these those there here but and so or if as at in on for not no yes'.split(
    ' ',
  ),
);

const MEN: ReadonlySet<string> = new Set(['mr', 'sir', 'lord']);
const WOMEN: ReadonlySet<string> = new Set(['mrs', 'ms', 'miss', 'lady', 'madam']);

/** What the words around a name say of its bearer. */
interface Told {
  subject: string | null;
  role: string | null;
  sex: Sex | null;
  old: boolean;
  young: boolean;
}

const untold = (): Told => ({ subject: null, role: null, sex: null, old: false, young: false });

/** Words before a name that say what its bearer is: “Captain Ines”, “little Mina”, “old Tom”. */
export function titleOf(terms: readonly Term[], i: number): Told & { grown: boolean } {
  const found = { ...untold(), grown: false };
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    const term = terms[k] as Term;
    if (terms[k + 1]?.apart || term.sentence !== terms[i]?.sentence) break;
    const role = roleKey(term.word);
    const subject = subjectKey(term.word);
    if (role) found.role = role;
    else if (subject) found.subject = subject;
    else if (term.word === 'old') found.old = true;
    else if (term.word === 'little' || term.word === 'young') found.young = true;
    else if (MEN.has(term.word)) Object.assign(found, { sex: 'male', grown: true });
    else if (WOMEN.has(term.word)) Object.assign(found, { sex: 'female', grown: term.word !== 'miss' });
    else break;
  }
  return found;
}

const PHRASE_ENDS: ReadonlySet<string> = new Set(
  'who that which of with in on at for to and but or than whose'.split(' '),
);

/** Words after a name or “I”: “Pip the mouse”, “Theo, a young inventor”, “Ada was a baker”, “I am a nurse”. */
export function apposition(terms: readonly Term[], i: number): Told & { end: number } {
  const found = { ...untold(), end: i };
  let k = i + 1;
  if (['was', 'is', 'am'].includes(terms[k]?.word ?? '') && !terms[k]?.apart) k++;
  else if (pronounOf(terms[i] as Term)) return found;
  if (!['a', 'an', 'the'].includes(terms[k]?.word ?? '') || terms[k]?.sentence !== terms[i]?.sentence)
    return found;
  for (let seen = 0; seen < 5; seen++) {
    const term = terms[++k];
    if (!term || term.sentence !== terms[i]?.sentence || (term.apart && seen > 0)) break;
    if (PHRASE_ENDS.has(term.word)) break;
    if (term.possessive) continue;
    const role = roleKey(term.word);
    const subject = subjectKey(term.word);
    const relation = relationOf(term.word);
    if (relation) found.sex = relation.sex;
    // A farmer's son may be of any age.
    else if (subject) found.subject = subject;
    if (role) found.role = role;
    if (role || subject) {
      found.end = k;
      break;
    }
    if (term.word === 'old') found.old = true;
    if (term.word === 'little' || term.word === 'young') found.young = true;
  }
  return found;
}

export const isName = (term: Term, before: Term | undefined): boolean =>
  !(before && !term.apart && ['the', 'north', 'south', 'east', 'west'].includes(before.word)) &&
  /^\p{Lu}/u.test(term.text) &&
  term.word.length > 1 &&
  !NOT_NAMES.has(term.word) &&
  !subjectKey(term.word) &&
  !roleKey(term.word) &&
  !thingKey(term.word) &&
  (term.tags.has('Person') ||
    term.tags.has('FirstName') ||
    (!term.first &&
      term.tags.has('ProperNoun') &&
      !term.tags.has('Place') &&
      !term.tags.has('Date') &&
      !term.tags.has('Demonym')));

/** “Mill Street”, “Lake Anna”, “Saint Pauls Hill”: part of the name of a place. */
export const isPlaceName = (terms: readonly Term[], i: number): boolean => {
  const next = terms[i + 1];
  const before = terms[i - 1];
  const leads = (term: Term | undefined) => term !== undefined && /^\p{Lu}/u.test(term.text);
  return (
    /^\p{Lu}/u.test(terms[i]?.text ?? '') &&
    ((leads(next) && !next?.apart && PLACE_TAILS.has(next?.word ?? '')) ||
      (leads(before) && !terms[i]?.apart && PLACE_HEADS.has(before?.word ?? '')))
  );
};

const PLACE_TAILS: ReadonlySet<string> = new Set(
  'street road lane avenue square park river hill hills bay island islands mountain mountains bridge station school hospital valley lake hotel harbour harbor sea ocean forest castle market museum theatre tower county town city'.split(
    ' ',
  ),
);
const PLACE_HEADS: ReadonlySet<string> = new Set('lake mount cape port fort san santa'.split(' '));

/** “a mouse named Pip”, “his robot, Bolt,”: the name after what someone is, and where it ends. */
export function nameAfter(terms: readonly Term[], i: number): readonly [Term | undefined, number] {
  const next = terms[i + 1];
  const after = terms[i + 2];
  if (!next || next.sentence !== terms[i]?.sentence) return [undefined, i];
  const verb = ['was', 'is'].includes(next.word) ? i + 2 : i + 1;
  if (['named', 'called'].includes(terms[verb]?.word ?? '')) {
    const name = terms[verb + 1];
    return name && /^\p{Lu}/u.test(name.text) && !NOT_NAMES.has(name.word)
      ? [name, surnameEnd(terms, verb + 1)]
      : [undefined, i];
  }
  const capital =
    /^\p{Lu}/u.test(next.text) &&
    !roleKey(next.word) &&
    (next.apart || (!subjectKey(next.word) && !thingKey(next.word))) &&
    !NOT_NAMES.has(next.word);
  if (capital && (!next.apart || after === undefined || after.apart) && !next.possessive)
    return [next, surnameEnd(terms, i + 1)];
  return [undefined, i];
}

/** The end of a name of several words: “Ada Quill”. */
export function surnameEnd(terms: readonly Term[], i: number): number {
  let end = i;
  while (end + 1 < terms.length) {
    const next = terms[end + 1] as Term;
    if (
      next.apart ||
      next.sentence !== terms[i]?.sentence ||
      !/^\p{Lu}/u.test(next.text) ||
      next.word === 'i'
    )
      break;
    end++;
  }
  return end;
}

/**
 * Words of no list that are always written with a capital, and twice at least or before “was a”, and do what
 * somebody does: “Oona lit her lantern”. A name that the tagger does not know looks like this.
 */
function unknownNames(terms: readonly Term[]): string[] {
  const small = new Set(terms.filter(({ text }) => /^\p{Ll}/u.test(text)).map(({ word }) => word));
  const counts = new Map<string, number>();
  const acting = new Set<string>();
  terms.forEach((term, i) => {
    const noun = term.tags.has('Noun') && (term.tags.has('Singular') || term.tags.has('ProperNoun'));
    if (!noun || term.tags.has('Place') || term.tags.has('Pronoun') || !/^\p{Lu}\p{Ll}+/u.test(term.text))
      return;
    if (small.has(term.word) || NOT_NAMES.has(term.word) || isInLexicon(term.word)) return;
    const before = terms[i - 1];
    if (!term.first && !term.apart && ['the', 'a', 'an', 'this', 'every'].includes(before?.word ?? ''))
      return;
    const next = terms[i + 1];
    const acts = next?.sentence === term.sentence && !next.apart && next.tags.has('Verb');
    if (acts) acting.add(term.word);
    const introduced =
      acts && ['was', 'is'].includes(next.word) && ['a', 'an', 'the'].includes(terms[i + 2]?.word ?? '');
    counts.set(term.word, (counts.get(term.word) ?? 0) + (introduced ? 2 : 1));
  });
  return [...acting].filter((word) => (counts.get(word) ?? 0) >= 2);
}

const isInLexicon = (word: string): boolean =>
  subjectKey(word) !== null || roleKey(word) !== null || thingKey(word) !== null;

/**
 * Names that are also words of the lexicons, by how they are used: “Mr. Finch”, “his dog, Biscuit”, or with a
 * capital inside a sentence where no article leads. In lower case.
 */
export function wordsUsedAsNames(terms: readonly Term[]): Set<string> {
  const found = new Set<string>();
  terms.forEach((term, i) => {
    const before = terms[i - 1];
    const [called] = subjectKey(term.word) ? nameAfter(terms, i) : [undefined];
    if (called) found.add(called.word);
    if (term.first || !/^\p{Lu}\p{Ll}/u.test(term.text) || NOT_NAMES.has(term.word) || roleKey(term.word))
      return;
    const titled = before !== undefined && !term.apart && (MEN.has(before.word) || WOMEN.has(before.word));
    const led = before !== undefined && !term.apart && ['the', 'a', 'an'].includes(before.word);
    if (titled || (!led && !term.apart && thingKey(term.word) && !subjectKey(term.word)))
      found.add(term.word);
  });
  for (const word of unknownNames(terms)) found.add(word);
  return found;
}
