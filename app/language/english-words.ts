/** The pages' own language: each text is its own translation, so that most visitors load neither catalogue nor library. */
import type { Catalogue } from './language-catalogue';
import { createWords, type Words } from './page-words';

/** @param singulars what is said of one, where the text itself is of many */
export function createEnglish(singulars: Catalogue): Words {
  return createWords('en', {
    template: (english, values) => (values?.count === 1 ? singulars[`${english}_one`] : null) ?? english,
    told: (sentence) => sentence,
  });
}
