/** The words of each language that this process can speak: on the server of all, in a browser of its page's alone. */
import english from './catalogues/en.json';
import { createEnglish } from './english-words';
import type { Language } from './languages';
import type { Words } from './page-words';

export const ENGLISH: Words = createEnglish(english);

const spoken = new Map<Language, Words>([['en', ENGLISH]]);

export function learnLanguage(words: Words): void {
  spoken.set(words.language, words);
}

/** English where the language was not learnt. */
export function wordsIn(language: Language): Words {
  return spoken.get(language) ?? ENGLISH;
}
