import { describe, expect, it } from 'vitest';
import { MUSIC_MOODS } from '#jobs/story/order/options.ts';
import { STORY_SETS } from '#tests/tools/gallery/review/story-sets.ts';
import { GENRES, type GenreStory } from '#tests/tools/gallery/story.ts';

const { genres, aside } = STORY_SETS;
const ALL: readonly GenreStory[] = [...genres, ...aside];

/** How many words a text has, in every script. */
const wordsIn = ({ text, language }: GenreStory) =>
  [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)].filter((one) => one.isWordLike)
    .length;

const groupsOf = (stories: readonly GenreStory[]) => stories.map(({ genre }) => GENRES[genre]).sort();
const meanWords = (stories: readonly GenreStory[]) =>
  stories.reduce((sum, story) => sum + wordsIn(story), 0) / stories.length;

describe('the stories in the genres that people make', () => {
  it('are in two halves of the same groups of genres', () => {
    expect(groupsOf(aside)).toEqual(groupsOf(genres));
  });

  it('are as long in both halves', () => {
    expect(meanWords(aside) / meanWords(genres)).toBeGreaterThan(0.85);
    expect(meanWords(aside) / meanWords(genres)).toBeLessThan(1.15);
  });

  it('are as often in other languages than English in both halves', () => {
    const foreign = (stories: readonly GenreStory[]) =>
      stories.filter(({ language }) => language !== 'en').length;
    expect(Math.abs(foreign(aside) - foreign(genres))).toBeLessThanOrEqual(1);
    for (const language of ['es', 'de', 'hi', 'ja'])
      expect(ALL.filter((story) => story.language === language).length).toBeGreaterThanOrEqual(2);
    for (const language of ['fr', 'pt', 'ar'])
      expect(ALL.filter((story) => story.language === language).length).toBeGreaterThanOrEqual(1);
  });

  it.each(ALL.map((story) => [story.slug, story] as const))('%s is whole', (_slug, story) => {
    expect(wordsIn(story)).toBeGreaterThanOrEqual(60);
    expect(wordsIn(story)).toBeLessThanOrEqual(220);
    expect(story.titles.length).toBeGreaterThanOrEqual(2);
    expect(story.moods.filter((mood) => !MUSIC_MOODS.includes(mood))).toEqual([]);
    expect(story.moods).not.toEqual([]);
  });

  it('have each a name of its own', () => {
    expect(new Set(ALL.map(({ slug }) => slug)).size).toBe(ALL.length);
  });
});
