import { describe, expect, it } from 'vitest';
import { offeredLanguages } from '#app/create/sound/offered-languages.ts';
import { ENGLISH } from '#app/language/spoken-words.ts';
import { createTranslated } from '#app/language/translated-words.ts';
import { formatName } from '#app/shell/format-name.ts';
import { languageWords } from '#app/shell/language-words.ts';

const GERMAN = createTranslated('de', {
  Wide: 'Breit',
  '{{shape}}, {{language}} captions': '{{shape}}, Untertitel auf {{language}}',
});

describe('a format', () => {
  it.each([
    ['on', 'auto', 'Wide'],
    ['off', 'auto', 'Wide, captions in files alone'],
    ['on', 'es', 'Wide, Spanish captions'],
    ['off', 'es', 'Wide, Spanish captions in files alone'],
  ] as const)('with captions %s in %s is called %s', (burnIn, captionLanguage, name) => {
    expect(formatName({ format: '16:9', burnIn, captionLanguage }, ENGLISH)).toBe(name);
  });

  it('is called so in the language of the page', () => {
    const format = { format: '16:9', burnIn: 'on', captionLanguage: 'es' } as const;
    expect(formatName(format, GERMAN)).toBe('Breit, Untertitel auf Spanisch');
  });
});

describe('a language', () => {
  it('is called as the page’s language calls it', () => {
    expect(languageWords('zh-Hans', ENGLISH)).toBe('Simplified Chinese');
    expect(languageWords('es', GERMAN)).toBe('Spanisch');
  });

  it('is offered in the order of those names', () => {
    const names = offeredLanguages(GERMAN).map(({ name }) => name);
    expect(names).toContain('Deutsch');
    expect(names.indexOf('Ukrainisch')).toBeLessThan(names.indexOf('Ungarisch'));
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'de')));
  });
});
