/** The languages that the form offers by name. Pure. */
import type { Words } from '#app/language/page-words.ts';
import { languageWords } from '#app/shell/language-words.ts';

/** Those with most readers, and those whose script the film has letters for. */
const OFFERED = (
  'ar bg bn ca zh-Hans zh-Hant cs da de el en es fa fi fr he hi hr hu id it ja ko mr ms nb nl pl pt ro ru sk sr sv ' +
  'sw th tr uk ur vi'
).split(' ');

/** A BCP 47 tag with what the page's language calls it. */
export interface OfferedLanguage {
  tag: string;
  name: string;
}

/** What a person picks among, in the names’ order. */
export function offeredLanguages(words: Pick<Words, 'language'>): OfferedLanguage[] {
  return OFFERED.map((tag) => ({ tag, name: languageWords(tag, words) })).sort((a, b) =>
    a.name.localeCompare(b.name, words.language),
  );
}
