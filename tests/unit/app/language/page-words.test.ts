import { describe, expect, it } from 'vitest';
import { createEnglish } from '#app/language/english-words.ts';
import { LANGUAGES } from '#app/language/languages.ts';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { createTranslated } from '#app/language/translated-words.ts';

describe('words of a language', () => {
  it('say texts with values, and stay English where the catalogue has none', () => {
    const { t } = createTranslated('de', { 'Saved {{when}}: {{what}}': '{{what}}, gespeichert {{when}}' });
    expect(t('Saved {{when}}: {{what}}', { when: 'jetzt', what: '<b>$t(x)</b>' })).toBe(
      '<b>$t(x)</b>, gespeichert jetzt',
    );
    expect(t('Not there: yet. {{x}}', { x: 1 })).toBe('Not there: yet. 1');
  });

  it('choose among all plural forms of a language', () => {
    const forms = ['zero', 'one', 'two', 'few', 'many', 'other'];
    const { t } = createTranslated(
      'ar',
      Object.fromEntries(forms.map((form) => [`{{count}} films_${form}`, form])),
    );
    const said = [0, 1, 2, 3, 11, 100].map((count) => t('{{count}} films', { count }));
    expect(said).toEqual(forms);
  });

  it('say English plurals by the key itself, and singulars by their entry', () => {
    const { t } = createEnglish({ '{{count}} films_one': '{{count}} film' });
    expect([0, 1, 2].map((count) => t('{{count}} films', { count }))).toEqual([
      '0 films',
      '1 film',
      '2 films',
    ]);
  });

  it.each([
    ['en', '$0.42', '1,234.5'],
    ['de', '0,42 $', '1.234,5'],
    ['fr', '0,42 $', '1 234,5'],
    ['ja', '$0.42', '1,234.5'],
  ] as const)('write money and numbers by the customs of %s', (language, money, number) => {
    const words = createTranslated(language, {});
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
    expect(plain(words.usd(0.42))).toBe(money);
    expect(plain(words.number(1234.5))).toBe(number);
  });

  it('keep the digits that tell a small amount from nothing', () => {
    for (const language of LANGUAGES) expect(createTranslated(language, {}).usd(0.0035)).toMatch(/0[.,]0035/);
  });

  it('run Arabic from right to left, with the digits of clocks', () => {
    const { direction, number } = createTranslated('ar', {});
    expect([direction, number(48)]).toEqual(['rtl', '48']);
    expect(ENGLISH.direction).toBe('ltr');
  });

  it('tell nothing anew in English', () => {
    expect(ENGLISH.told('$0.42 and 48 s')).toBe('$0.42 and 48 s');
  });
});
