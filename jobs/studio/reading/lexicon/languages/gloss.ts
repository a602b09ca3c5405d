/**
 * Texts of other languages as a few English nouns: enough to show a fox at sea where a story tells of one, and
 * nothing that it does not name. Nouns alone are known; what is done, and by whom, is not read.
 */
import { ARABIC } from './arabic';
import { FRENCH } from './french';
import { GERMAN } from './german';
import { ITALIAN } from './italian';
import { JAPANESE } from './japanese';
import type { NounList } from './nouns';
import { PORTUGUESE } from './portuguese';
import { SPANISH } from './spanish';

const LISTS: Readonly<Record<string, NounList>> = {
  ar: ARABIC,
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  it: ITALIAN,
  ja: JAPANESE,
  pt: PORTUGUESE,
};

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

/** Whether texts of this language are read as they stand. */
export const isReadAsWritten = (language: string): boolean => primary(language) === 'en';

/**
 * The English nouns of a text in their order, each as a sentence: “A fox. In the sea. At night.” Empty where no
 * word is known, or the language has no list.
 */
export function glossOf(text: string, language: string): string {
  const list = LISTS[primary(language)];
  if (!list) return '';
  const index = indexOf(list);
  const found: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    if (!isWordLike || (list.capitals && !/^\p{Lu}/u.test(segment))) continue;
    const word = segment.normalize('NFC').toLowerCase();
    const sentence = [word, ...list.stems(word)].map((form) => index.get(form)).find(Boolean);
    if (sentence) found.push(sentence);
  }
  // Whoever is by the sea is not in a boat that nobody names.
  const afloat = found.some((sentence) => AFLOAT.has(sentence));
  return found
    .map((sentence) => (sentence === 'In the sea.' && !afloat ? 'By the sea.' : sentence))
    .join(' ');
}

const AFLOAT: ReadonlySet<string> = new Set([
  'A boat.',
  'A ship.',
  'A whale.',
  'A dolphin.',
  'A fish.',
  'A captain.',
]);

const indexes = new Map<NounList, ReadonlyMap<string, string>>();

function indexOf(list: NounList): ReadonlyMap<string, string> {
  const known = indexes.get(list);
  if (known) return known;
  const index = new Map<string, string>();
  const add = (nouns: Readonly<Record<string, string>>, sentence: (key: string) => string) => {
    for (const [key, words] of Object.entries(nouns))
      for (const word of words.split(' ')) index.set(word, sentence(key));
  };
  add(list.things, (key) => `A ${key}.`);
  add(list.weathers, (key) => `It ${key}.`);
  add(list.times, (key) => `At ${key}.`);
  add(list.places, (key) => `In the ${key}.`);
  add(list.figures, (key) => `A ${key}.`);
  indexes.set(list, index);
  return index;
}
