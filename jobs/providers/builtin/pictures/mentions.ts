/** Who is spoken of in a text, in order: people and animals, by name, by what they are, or by a pronoun. */

import { assignActions } from './doings';
import { isPlural, joinCompounds, roleKey, subjectKey, thingKey } from './lexicon/lookup';
import { type PersonForm, ROLES, type Sex } from './lexicon/subjects';
import { markerNumber, takeFigures } from './look-phrase';
import { apposition, isName, nameAfter, surnameEnd, titleOf, wordsUsedAsNames } from './names';
import { isAside, isCompared } from './presence';
import type { Action, Look } from './scene';
import { type Term, termsOf } from './terms';

export type Pronoun = 'she' | 'he' | 'they' | 'it' | 'i';

export interface Mention {
  name: string | null;
  /** A key of the lexicon of subjects; null where only a name or a pronoun is given. */
  subject: string | null;
  role: string | null;
  look: Look | null;
  pronoun: Pronoun | null;
  /** What the tagger makes of a name. */
  sex: Sex | null;
  /** What “little” or “old” before a name says; null where nothing does. */
  age: PersonForm['age'] | null;
  action: Action | null;
  count: number;
  /** Number of the sentence in the text. */
  sentence: number;
  /** Whether they are only spoken of: “Theo’s coat”, “a letter from her grandfather”, “about the king”. */
  aside: boolean;
  /** Whether they are somebody's mother or father: an animal's are animals too. */
  parent: boolean;
  /** Whether a pronoun is possessive (“her boat”) or an object (“saw her”). */
  use: 'subject' | 'object' | 'possessive';
}

export interface Account {
  mentions: Mention[];
  /** Keys of the lexicon of things, in order, each once. */
  things: string[];
  terms: Term[];
}

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

/** The person that a role stands for when nothing else is known. */
export const personOfRole = (role: string, sex: Sex | null): string =>
  personFor(ROLES[role]?.sex ?? sex, ROLES[role]?.age ?? 'adult');

export function personFor(sex: Sex | null, age: 'child' | 'adult' | 'old'): string {
  const female = sex === 'female';
  if (age === 'child') return female ? 'girl' : 'boy';
  if (age === 'old') return female ? 'grandmother' : 'grandfather';
  return female ? 'woman' : 'man';
}

const sexOf = (term: Term): Sex | null =>
  term.tags.has('FemaleName') ? 'female' : term.tags.has('MaleName') ? 'male' : null;

/** Finds everyone in a text; `names` are names known from elsewhere in the story, in lower case. */
export function readMentions(text: string, names: ReadonlySet<string> = new Set()): Account {
  const { text: plain, figures } = takeFigures(text);
  const terms = termsOf(joinCompounds(plain));
  const places: { mention: Mention; start: number; end: number }[] = [];
  const things: string[] = [];
  const named = new Set<string>([...names, ...wordsUsedAsNames(terms)]);
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term;
    const marker = markerNumber(term.word);
    const figure = marker === null ? undefined : figures[marker];
    if (figure) {
      places.push({ mention: { ...blank(term), ...figure }, start: i, end: i });
      continue;
    }
    if (isName(term, terms[i - 1]) || (named.has(term.word) && /^\p{Lu}/u.test(term.text))) {
      named.add(term.word);
      const title = titleOf(terms, i);
      const after = apposition(terms, i);
      const role = title.role ?? after.role;
      const young = title.young || after.young;
      const old = title.old || after.old;
      const sex = title.sex ?? (role ? ROLES[role]?.sex : null) ?? sexOf(term);
      const age = old ? 'old' : young ? 'child' : null;
      const subject = title.subject ?? after.subject;
      const last = places.at(-1);
      if (last && (title.role || title.subject) && last.end >= i - 3 && last.mention.name === null)
        places.pop();
      places.push({
        mention: {
          ...blank(term),
          name: term.text.replace(/'s?$/, ''),
          subject,
          role,
          sex,
          age,
          aside: term.possessive || isAside(terms, i),
        },
        start: i,
        end: surnameEnd(terms, Math.max(i, after.end)),
      });
      i = surnameEnd(terms, Math.max(i, after.end));
      continue;
    }
    const pronoun =
      term.tags.has('Pronoun') || term.tags.has('Possessive') || term.word === 'i'
        ? PRONOUNS[term.word]
        : undefined;
    if (pronoun) {
      places.push({ mention: { ...blank(term), pronoun, use: pronounUse(terms, i) }, start: i, end: i });
      continue;
    }
    if (!term.visible || isCompared(terms, i)) continue;
    const role = roleKey(term.word);
    const subject = subjectKey(term.word);
    if (role || subject) {
      const old = terms
        .slice(Math.max(0, i - 2), i)
        .some(({ word, sentence }) => word === 'old' && sentence === term.sentence);
      const aged =
        old && subject === 'woman' ? 'grandmother' : old && subject === 'man' ? 'grandfather' : subject;
      const [called, callEnd] = nameAfter(terms, i);
      if (CHILDREN.has(term.word) && !called) {
        const aside = isAside(terms, i);
        for (const child of ['girl', 'boy'])
          places.push({ mention: { ...blank(term), subject: child, aside }, start: i, end: i });
        continue;
      }
      if (called) named.add(called.word);
      places.push({
        mention: {
          ...blank(term),
          name: called ? called.text.replace(/'s?$/, '') : null,
          subject: subject ? aged : null,
          role: subject ? null : role,
          age: old ? 'old' : null,
          aside: isAside(terms, i),
          parent: PARENTS.has(term.word) && ['his', 'her', 'its', 'their'].includes(terms[i - 1]?.word ?? ''),
          count: called ? 1 : countOf(terms, i),
          sex: called ? sexOf(called) : null,
        },
        start: i,
        end: callEnd,
      });
      i = callEnd;
      continue;
    }
    const thing = thingKey(term.word);
    if (thing && !things.includes(thing)) things.push(thing);
  }
  assignActions(terms, places);
  // Of the two that stand for children only the second comes before the verb.
  places.forEach((one, i) => {
    const next = places[i + 1];
    if (next?.start === one.start && one.mention.action === null) one.mention.action = next.mention.action;
  });
  return { mentions: places.map(({ mention }) => mention), things, terms };
}

const PARENTS: ReadonlySet<string> = new Set(
  'mother father mum mom dad parents brother brothers sister sisters'.split(' '),
);

/** Drawn as a girl and a boy. */
const CHILDREN: ReadonlySet<string> = new Set(['children', 'kids', 'grandchildren', 'schoolchildren']);

const blank = (term: Term): Mention => ({
  name: null,
  subject: null,
  role: null,
  look: null,
  pronoun: null,
  sex: null,
  age: null,
  action: null,
  count: 1,
  sentence: term.sentence,
  aside: false,
  parent: false,
  use: 'subject',
});

const OBJECTS: ReadonlySet<string> = new Set(['him', 'them', 'me', 'us']);

function pronounUse(terms: readonly Term[], i: number): Mention['use'] {
  const term = terms[i] as Term;
  const next = terms[i + 1];
  if (OBJECTS.has(term.word)) return 'object';
  if (term.word === 'her')
    return next &&
      !next.apart &&
      next.sentence === term.sentence &&
      (next.tags.has('Noun') || next.tags.has('Adjective')) &&
      !next.tags.has('Pronoun')
      ? 'possessive'
      : 'object';
  return ['his', 'its', 'their', 'my', 'our', 'hers'].includes(term.word) ? 'possessive' : 'subject';
}

function countOf(terms: readonly Term[], i: number): number {
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    if (terms[k + 1]?.apart) break;
    const count = COUNTS[terms[k]?.word ?? ''];
    if (count) return count;
  }
  return isPlural(terms[i]?.word ?? '') ? 2 : 1;
}
