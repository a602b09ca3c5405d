import { describe, expect, it } from 'vitest';
import { LATIN_LANGUAGES } from '#jobs/story/language/function-words.ts';
import { SAMPLE_STORIES } from '#jobs/story/order/sample-stories.ts';
import { hashtagsOf } from '#jobs/story/post/texts/hashtags.ts';
import { STORIES_BY_LANGUAGE } from '#tests/support/stories-by-language.ts';
import { OTHER_LANGUAGES } from '#tests/tools/gallery/languages.ts';
import { TALES } from '#tests/tools/gallery/tales.ts';

const tagsOf = (language: string, text: string, title = '') => hashtagsOf({ title, texts: [text], language });

describe('hashtags', () => {
  it('are what the story is about, its names as they are written', () => {
    const found = Object.fromEntries(
      SAMPLE_STORIES.map(({ id, title, story }) => [id, tagsOf('en', story, title)]),
    );
    expect(found['fox-and-moon']?.slice(0, 3)).toEqual(['fox', 'moon', 'frog']);
    expect(found['lighthouse-girl']?.[0]).toBe('Marta');
    expect(found['night-shift-in-orbit']).toEqual(expect.arrayContaining(['StationNine', 'Pip', 'Earth']));
  });

  it.each([
    ['en', ['fox', 'moon', 'pond', 'frog']],
    ['es', ['zorro', 'luna', 'estanque']],
    ['fr', ['étang', 'grenouille']],
    ['de', ['Fuchs', 'Vollmond', 'Teich', 'Frosch']],
    ['it', ['luna', 'stagno']],
    ['pt', ['lua', 'lago']],
    ['nl', ['vos', 'maan', 'vijver', 'kikker']],
    ['sv', ['räv', 'grodan']],
    ['el', ['αλεπού', 'φεγγάρι', 'λίμνη', 'βάτραχο']],
    ['ja', ['池', '満月']],
    ['ko', ['여우']],
    ['vi', ['cáo', 'ếch']],
  ] as const)('of two sentences in %s are its nouns', (language, tags) => {
    expect(tagsOf(language, STORIES_BY_LANGUAGE[language])).toEqual(tags);
  });

  it.each(['ru', 'pl', 'ar', 'fa', 'hi', 'th', 'zh-Hans', 'fi', 'he'] as const)(
    'of %s, where nothing tells a noun, are what is said twice or in the title',
    (language) => {
      const text = STORIES_BY_LANGUAGE[language];
      expect(tagsOf(language, text)).toEqual([]);
      const twice = tagsOf(language, `${text} ${text}`);
      expect(twice.length).toBeGreaterThan(0);
    },
  );

  it('of other languages come from whole stories as well', () => {
    const found = OTHER_LANGUAGES.map(({ language, title, text }) => [
      language,
      tagsOf(language, text, title),
    ]);
    expect(Object.fromEntries(found)).toEqual({
      es: ['faro', 'abuelo', 'luz', 'barco', 'mundo'],
      ja: ['風', 'ハナ', '手紙', '葉', '海'],
      ar: ['البستاني', 'حديقته'],
    });
  });

  it('are never a word that is in every text of the language', () => {
    for (const { language, words } of LATIN_LANGUAGES) {
      const tags = tagsOf(language, `${words.join(' ')}. ${words.join(' ')}.`, words.join(' '));
      expect([language, tags]).toEqual([language, []]);
    }
  });

  it('are letters, marks and figures alone, each once, and few', () => {
    for (const { title, text, language } of [...TALES, ...OTHER_LANGUAGES]) {
      const tags = tagsOf(language, text, title);
      expect(tags.length).toBeGreaterThan(1);
      expect(tags.length).toBeLessThanOrEqual(5);
      expect(new Set(tags.map((tag) => tag.toLowerCase())).size).toBe(tags.length);
      for (const tag of tags) expect(tag).toMatch(/^[\p{L}\p{M}\p{N}_]+$/u);
    }
  });

  it('leave out what opens a sentence and is no name, and figures', () => {
    expect(tagsOf('en', 'Suddenly it rained. Suddenly it stopped. 1999 was over.')).toEqual([]);
  });

  it('leave out days and months, which look like names', () => {
    expect(tagsOf('en', 'We met Ann on Monday and Tom in March. Then Ann left on Monday.')).toEqual([
      'Ann',
      'Tom',
    ]);
    expect(tagsOf('de', 'Am Montag kam der Fuchs, im März der Frosch.')).toEqual(['Fuchs', 'Frosch']);
  });

  it('join the plural to its word', () => {
    expect(tagsOf('en', 'The fox met the foxes. The fox slept.')).toEqual(['fox']);
  });

  it('are none of a text that says nothing', () => {
    expect(tagsOf('en', '')).toEqual([]);
    expect(tagsOf('en', '🦊🌕 !!!')).toEqual([]);
  });
});
