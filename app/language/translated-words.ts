/** Any other language, by i18next. A browser loads it with its catalogue. */
import { createInstance } from 'i18next';
import type { Catalogue } from './language-catalogue';
import { CUSTOMS, type Language } from './languages';
import { createWords, type Words } from './page-words';
import { moneyBy, numberBy } from './told-amounts';
import { createTell } from './told-sentence';

export function createTranslated(language: Language, catalogue: Catalogue): Words {
  const instance = createInstance();
  instance.init({
    lng: language,
    resources: { [language]: { translation: catalogue } },
    // Keys are the English texts themselves, with their full stops and colons.
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
  });
  const customs = CUSTOMS[language];
  return createWords(language, {
    // Values come later: a text may have elements around its places.
    template: (english, values) =>
      instance.t(english, {
        skipInterpolation: true,
        ...(typeof values?.count === 'number' && { count: values.count }),
      }),
    told: createTell(catalogue, (value) => moneyBy(customs, value) ?? numberBy(customs, value) ?? value),
  });
}
