import { describe, expect, it } from 'vitest';
import arabic from '#app/language/catalogues/ar.json' with { type: 'json' };
import german from '#app/language/catalogues/de.json' with { type: 'json' };
import english from '#app/language/catalogues/en.json' with { type: 'json' };
import spanish from '#app/language/catalogues/es.json' with { type: 'json' };
import french from '#app/language/catalogues/fr.json' with { type: 'json' };
import japanese from '#app/language/catalogues/ja.json' with { type: 'json' };
import portuguese from '#app/language/catalogues/pt.json' with { type: 'json' };
import chinese from '#app/language/catalogues/zh.json' with { type: 'json' };
import { LANGUAGES } from '#app/language/languages.ts';
import { catalogueFaults } from '#tests/tools/catalogues/catalogue-faults.ts';
import { filesOf, parse, readSourceTexts } from '#tests/tools/catalogues/source-texts.ts';
import { unsaidIn } from '#tests/tools/catalogues/unsaid-texts.ts';

const CATALOGUES = {
  en: english,
  es: spanish,
  de: german,
  fr: french,
  pt: portuguese,
  ja: japanese,
  zh: chinese,
  ar: arabic,
};

describe('the catalogues', () => {
  const texts = [...readSourceTexts().keys()];

  it.each(LANGUAGES)(
    'know all that the pages say, with every plural and place, and nothing else: %s',
    (language) => {
      expect(catalogueFaults(CATALOGUES[language], { texts, singulars: english, language })).toEqual([]);
    },
  );

  it('hold every text of the components', () => {
    const unsaid = filesOf(['app/**/*.tsx']).flatMap((file) =>
      unsaidIn(parse(file)).map((text) => `${file}:${text}`),
    );
    expect(unsaid).toEqual([]);
  });
});
