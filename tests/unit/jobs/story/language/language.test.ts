import { describe, expect, it } from 'vitest';
import { detectLanguage } from '#jobs/story/language/language.ts';
import { canonicalTag, languageName } from '#jobs/story/language/language-tag.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { STORIES_BY_LANGUAGE } from '#tests/support/stories-by-language.ts';

describe('the language of a text', () => {
  it.each(Object.entries(STORIES_BY_LANGUAGE))('%s is known by a story', (language, story) => {
    expect(detectLanguage(story)).toBe(language);
  });

  it.each(Object.entries(STORIES_BY_LANGUAGE))('%s is known by its first sentence', (language, story) => {
    const [first = ''] = story.split(/(?<=[.。।])|\n/u);
    expect(detectLanguage(first)).toBe(language);
  });

  it('is English for every sample story and each of its sentences', () => {
    for (const { story } of SAMPLE_STORIES) {
      for (const sentence of story.split(/(?<=[.!?]["”]?)\s+/u))
        expect([sentence, detectLanguage(sentence)]).toEqual([sentence, 'en']);
    }
  });

  it.each([
    'The moon rose',
    'Zoë — naïve, brave — met Łukasz at the café.',
    'Señor García and his wife Anaïs walked to the café in Málaga.',
    'Masha called the old dog Шарик and the dog came running home to her.',
    'Once upon a time, Yuki found a kite (凧) in the tree.',
    'Run! Run! Run!',
    'Pip. Pop. Pup.',
    '3, 2, 1, go',
    'TODAY I WENT HOME',
  ])('is English in “%s”', (text) => {
    expect(detectLanguage(text)).toBe('en');
  });

  it('counts the letters of most words, not the loudest script', () => {
    expect(detectLanguage('Он прочитал книгу “Alice in Wonderland” и заснул под деревом.')).toBe('ru');
    expect(detectLanguage('彼はiPhoneを買って、電車で家に帰りました。')).toBe('ja');
  });
});

describe('a language tag', () => {
  it.each([
    ['en', 'en'],
    ['PT-br', 'pt-BR'],
    ['zh-hant', 'zh-Hant'],
    [' es ', 'es'],
    ['auto', null],
    ['english', null],
    ['', null],
    ['x', null],
    ['en-', null],
    ['../etc', null],
    [`en-${'a'.repeat(40)}`, null],
  ])('%j is %j', (text, tag) => {
    expect(canonicalTag(text)).toBe(tag);
  });

  it('has a name', () => {
    expect(languageName('pt-BR')).toBe('Brazilian Portuguese');
    expect(languageName('zh-Hans')).toBe('Simplified Chinese');
  });
});
