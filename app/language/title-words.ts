/** For what stands in a document's head, which is written outside of its components. Pure. */
import { isLanguage } from './languages';
import type { Words } from './page-words';
import { ENGLISH, wordsIn } from './spoken-words';

/** The words of the page's language, by the root's loader. English where nothing was loaded. */
export function titleWords(matches: readonly { id: string; data: unknown }[]): Words {
  const root = matches.find(({ id }) => id === 'root')?.data;
  const language = typeof root === 'object' && root !== null && 'language' in root ? root.language : null;
  return isLanguage(language) ? wordsIn(language) : ENGLISH;
}
