import { describe, expect, it } from 'vitest';
import {
  espeakLanguage,
  readableLanguages,
  spokenLanguages,
} from '#jobs/providers/system/espeak-languages.ts';

const TABLE = `Pty Language       Age/Gender VoiceName          File                 Other Languages
 5  cmn             --/M      Chinese_(Mandarin,_latin_as_English) sit/cmn              (zh-cmn 5)(zh 5)
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 3  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 5  es              --/M      Spanish_(Spain)    roa/es
 5  es-419          --/M      Spanish_(Latin_America) roa/es-419           (es-mx 6)
 5  fr-be           --/M      French_(Belgium)   roa/fr-BE            (fr 8)
 5  fr-fr           --/M      French_(France)    roa/fr               (fr 5)
 5  he              --/M      Hebrew             sem/he
 5  ja              --/M      Japanese           jpx/ja
 5  pt              --/M      Portuguese_(Portugal) roa/pt               (pt-pt 5)
 5  pt-br           --/M      Portuguese_(Brazil) roa/pt-BR            (pt 6)
 5  vi-vn-x-central --/M      Vietnamese_(Central) aav/vi-VN-x-central
`;
const LANGUAGES = spokenLanguages(TABLE);

describe('the languages of espeak-ng', () => {
  it('are read from its table', () => {
    expect(LANGUAGES).toHaveLength(12);
    expect(LANGUAGES[0]).toBe('cmn');
    expect(spokenLanguages('nothing of the kind')).toEqual([]);
  });

  it('are offered where it reads their spelling', () => {
    expect(readableLanguages(LANGUAGES)).toEqual(['en', 'es', 'fr', 'pt', 'vi']);
  });

  it.each([
    ['en', 'en-us'],
    ['en-GB', 'en-gb'],
    ['en-AU', 'en-gb'],
    ['en-IN', 'en-us'],
    ['es', 'es'],
    ['es-419', 'es-419'],
    ['es-AR', 'es'],
    ['fr', 'fr-fr'],
    ['fr-BE', 'fr-be'],
    ['pt-BR', 'pt-br'],
    ['vi', 'vi-vn-x-central'],
    ['el', null],
    ['ja', null],
    ['zh-Hans', null],
    ['he', null],
  ])('for %s is %s', (tag, language) => {
    expect(espeakLanguage(tag, LANGUAGES)).toBe(language);
  });
});
