/** Who is spoken of in a text, in order: people and animals, by name, by what they are, or by a pronoun. */
import { isPlural, joinCompounds, roleKey, subjectKey, thingKey } from './lexicon/lookup';
import { ACTION_VERBS } from './lexicon/phrases';
import { type PersonForm, ROLES, type Sex } from './lexicon/subjects';
import { markerNumber, takeFigures } from './look-phrase';
import { ACTIONS, type Action, type Look } from './scene';
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
  /** Whether a pronoun is possessive (“her boat”) or an object (“saw her”). */
  use: 'subject' | 'object' | 'possessive';
}

export interface Account {
  mentions: Mention[];
  /** Keys of the lexicon of things, in order, each once. */
  things: string[];
  terms: Term[];
}

const VERB_ACTIONS: ReadonlyMap<string, Action> = new Map(ACTIONS.flatMap((action) => ACTION_VERBS[action].map((verb) => [verb, action] as const)));
const COUNTS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 3, five: 3, six: 3, seven: 3, both: 2, many: 3, several: 3, some: 2 };
const PRONOUNS: Readonly<Record<string, Pronoun>> = {
  she: 'she', her: 'she', hers: 'she', herself: 'she',
  he: 'he', him: 'he', his: 'he', himself: 'he',
  they: 'they', them: 'they', their: 'they', themselves: 'they',
  it: 'it', its: 'it', itself: 'it',
  i: 'i', me: 'i', my: 'i', we: 'i', us: 'i', our: 'i',
};
const NOT_NAMES: ReadonlySet<string> = new Set(
  'god mr mrs ms dr sir madam lord lady once then when while after before monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas easter english french earth moon sun mars venus jupiter saturn north south east west i'.split(' '),
);

/** Words before a name that say what its bearer is: “Captain Ines”, “little Mina”, “old Tom”. */
function titleOf(terms: readonly Term[], i: number): { subject: string | null; role: string | null; old: boolean; young: boolean } {
  const found = { subject: null as string | null, role: null as string | null, old: false, young: false };
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    const term = terms[k] as Term;
    if (terms[k + 1]?.apart || term.sentence !== terms[i]?.sentence) break;
    const role = roleKey(term.word);
    const subject = subjectKey(term.word);
    if (role) found.role = role;
    else if (subject) found.subject = subject;
    else if (term.word === 'old') found.old = true;
    else if (term.word === 'little' || term.word === 'young') found.young = true;
    else break;
  }
  return found;
}

/** Words after a name: “Pip the mouse”, “Theo, a young inventor”, “Ada was a baker”. */
function apposition(terms: readonly Term[], i: number): { subject: string | null; role: string | null; old: boolean; young: boolean; end: number } {
  const found = { subject: null as string | null, role: null as string | null, old: false, young: false, end: i };
  let k = i + 1;
  if (['was', 'is'].includes(terms[k]?.word ?? '')) k++;
  if (!['a', 'an', 'the'].includes(terms[k]?.word ?? '') || terms[k]?.sentence !== terms[i]?.sentence) return found;
  for (let seen = 0; seen < 5; seen++) {
    const term = terms[++k];
    if (!term || term.sentence !== terms[i]?.sentence || (term.apart && seen > 0)) break;
    const role = roleKey(term.word);
    const subject = subjectKey(term.word);
    if (role) found.role = role;
    if (subject) found.subject = subject;
    if (role || subject) {
      found.end = k;
      if (!['of', 'who', 'and'].includes(terms[k + 1]?.word ?? '')) break;
      break;
    }
    if (term.word === 'old') found.old = true;
    if (term.word === 'little' || term.word === 'young') found.young = true;
  }
  return found;
}

const isName = (term: Term, before: Term | undefined): boolean =>
  !(before && !term.apart && ['the', 'north', 'south', 'east', 'west'].includes(before.word)) &&
  /^\p{Lu}/u.test(term.text) &&
  term.word.length > 1 &&
  !NOT_NAMES.has(term.word) &&
  !subjectKey(term.word) &&
  !roleKey(term.word) &&
  !thingKey(term.word) &&
  (term.tags.has('Person') || term.tags.has('FirstName') || (!term.first && term.tags.has('ProperNoun') && !term.tags.has('Place') && !term.tags.has('Date') && !term.tags.has('Demonym')));

/** The person that a role stands for when nothing else is known. */
export const personOfRole = (role: string, sex: Sex | null): string => personFor(ROLES[role]?.sex ?? sex, ROLES[role]?.age ?? 'adult');

export function personFor(sex: Sex | null, age: 'child' | 'adult' | 'old'): string {
  const female = sex === 'female';
  if (age === 'child') return female ? 'girl' : 'boy';
  if (age === 'old') return female ? 'grandmother' : 'grandfather';
  return female ? 'woman' : 'man';
}

const sexOf = (term: Term): Sex | null => (term.tags.has('FemaleName') ? 'female' : term.tags.has('MaleName') ? 'male' : null);

/** Finds everyone in a text; `names` are names known from elsewhere in the story, in lower case. */
export function readMentions(text: string, names: ReadonlySet<string> = new Set()): Account {
  const { text: plain, figures } = takeFigures(text);
  const terms = termsOf(joinCompounds(plain));
  const places: { mention: Mention; start: number; end: number }[] = [];
  const things: string[] = [];
  const named = new Set<string>(names);
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i] as Term;
    const marker = markerNumber(term.word);
    const figure = marker === null ? undefined : figures[marker];
    if (figure) {
      places.push({ mention: { ...blank(term), ...figure }, start: i, end: i });
      continue;
    }
    if (isName(term, terms[i - 1]) || named.has(term.word)) {
      named.add(term.word);
      const title = titleOf(terms, i);
      const after = apposition(terms, i);
      const role = title.role ?? after.role;
      const young = title.young || after.young;
      const old = title.old || after.old;
      const sex = (role ? ROLES[role]?.sex : null) ?? sexOf(term);
      const age = old ? 'old' : young ? 'child' : null;
      const subject = title.subject ?? after.subject;
      const last = places.at(-1);
      if (last && (title.role || title.subject) && last.end >= i - 3 && last.mention.name === null) places.pop();
      places.push({ mention: { ...blank(term), name: term.text.replace(/'s?$/, ''), subject, role, sex, age, aside: term.possessive || isAside(terms, i) }, start: i, end: surnameEnd(terms, Math.max(i, after.end)) });
      i = surnameEnd(terms, Math.max(i, after.end));
      continue;
    }
    const pronoun = term.tags.has('Pronoun') || term.tags.has('Possessive') || term.word === 'i' ? PRONOUNS[term.word] : undefined;
    if (pronoun) {
      places.push({ mention: { ...blank(term), pronoun, use: useOf(terms, i) }, start: i, end: i });
      continue;
    }
    if (!term.visible || isCompared(terms, i)) continue;
    const role = roleKey(term.word);
    const subject = subjectKey(term.word);
    if (role || subject) {
      const old = terms.slice(Math.max(0, i - 2), i).some(({ word, sentence }) => word === 'old' && sentence === term.sentence);
      const aged = old && subject === 'woman' ? 'grandmother' : old && subject === 'man' ? 'grandfather' : subject;
      const [called, callEnd] = nameAfter(terms, i);
      if (called) named.add(called.word);
      places.push({
        mention: { ...blank(term), name: called ? called.text.replace(/'s?$/, '') : null, subject: subject ? aged : null, role: subject ? null : role, age: old ? 'old' : null, aside: isAside(terms, i), count: called ? 1 : countOf(terms, i), sex: called ? sexOf(called) : null },
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
  return { mentions: places.map(({ mention }) => mention), things, terms };
}

const blank = (term: Term): Mention => ({ name: null, subject: null, role: null, look: null, pronoun: null, sex: null, age: null, action: null, count: 1, sentence: term.sentence, aside: false, use: 'subject' });

/** “like a bird”, “as big as a whale”, “no birds”: spoken of but not there. */
function isCompared(terms: readonly Term[], i: number): boolean {
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
const TOLD: ReadonlySet<string> = new Set('read reads reading told tell tells spoke speaks talked heard hear dreamed dreamt dream thought sang sing song songs story stories tale tales smell picture pictures name memory'.split(' '));

/** “a boat from her grandfather”, “a letter about the king”: someone who need not be there. */
function isAside(terms: readonly Term[], i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const term = terms[k] as Term;
    if (terms[k + 1]?.apart || term.sentence !== terms[i]?.sentence) return false;
    if (['from', 'about', 'for', 'of'].includes(term.word)) return true;
    if (!['the', 'a', 'an', 'her', 'his', 'their', 'my', 'our', 'its', 'old', 'little', 'young', 'late'].includes(term.word)) return false;
  }
  return false;
}

/** “a mouse named Pip”, “his robot, Bolt,”: the name after what someone is, and where it ends. */
function nameAfter(terms: readonly Term[], i: number): readonly [Term | undefined, number] {
  const next = terms[i + 1];
  const after = terms[i + 2];
  if (!next || next.sentence !== terms[i]?.sentence) return [undefined, i];
  if (['named', 'called'].includes(next.word)) return after ? [after, surnameEnd(terms, i + 2)] : [undefined, i];
  const capital = /^\p{Lu}/u.test(next.text) && !subjectKey(next.word) && !roleKey(next.word) && !thingKey(next.word) && !NOT_NAMES.has(next.word);
  if (capital && (!next.apart || after === undefined || after.apart) && !next.possessive) return [next, surnameEnd(terms, i + 1)];
  return [undefined, i];
}

/** The end of a name of several words: “Ada Quill”. */
function surnameEnd(terms: readonly Term[], i: number): number {
  let end = i;
  while (end + 1 < terms.length) {
    const next = terms[end + 1] as Term;
    if (next.apart || next.sentence !== terms[i]?.sentence || !/^\p{Lu}/u.test(next.text) || next.word === 'i') break;
    end++;
  }
  return end;
}

const OBJECTS: ReadonlySet<string> = new Set(['him', 'them', 'me', 'us']);

function useOf(terms: readonly Term[], i: number): Mention['use'] {
  const term = terms[i] as Term;
  const next = terms[i + 1];
  if (OBJECTS.has(term.word)) return 'object';
  if (term.word === 'her') return next && !next.apart && next.sentence === term.sentence && (next.tags.has('Noun') || next.tags.has('Adjective')) && !next.tags.has('Pronoun') ? 'possessive' : 'object';
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

/** A verb belongs to the figure before it; figures joined by “and” share the verb that follows. */
function assignActions(terms: readonly Term[], places: { mention: Mention; start: number; end: number }[]): void {
  for (let m = places.length - 1; m >= 0; m--) {
    const { mention, end } = places[m] as { mention: Mention; start: number; end: number };
    const next = places[m + 1];
    const stop = Math.min(next ? next.start : terms.length, end + 11);
    for (let k = end + 1; k < stop; k++) {
      const term = terms[k] as Term;
      if (term.sentence !== mention.sentence) break;
      // “… and the kingdom slept”: another subject begins.
      if (k > end + 1 && ['and', 'but', 'while'].includes(term.word) && ['the', 'a', 'an', 'her', 'his', 'their', 'its'].includes(terms[k + 1]?.word ?? '')) break;
      const action = VERB_ACTIONS.get(term.word);
      const before = terms[k - 1];
      if (action === 'sleep' && !['the', 'a', 'an', 'to'].includes(before?.word ?? '')) {
        mention.action = action;
        break;
      }
      if (mention.action === null && action && !['the', 'a', 'an', 'this', 'that', 'her', 'his', 'its', 'their', 'of'].includes(before?.word ?? '')) {
        mention.action = action;
      }
    }
    const joined = next && next.mention.sentence === mention.sentence && terms.slice(end + 1, next.start).every(({ word }) => ['and', 'the', 'a', 'an', 'her', 'his'].includes(word) || word === '');
    if (mention.action === null && joined && terms.slice(end + 1, next.start).some(({ word }) => word === 'and')) mention.action = next.mention.action;
  }
}
