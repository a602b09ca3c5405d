import { describe, expect, it } from 'vitest';
import { filmSize, type SizeWish, scenesForStory } from '#jobs/story/budget/film-size.ts';
import {
  BREATH_MS,
  isSceneCount,
  LONGEST_STORY_MS,
  MIN_SCENE_MS,
  MOST_ASKED_SCENES,
} from '#jobs/story/budget/scene-lengths.ts';
import { readingMs, readingTimes } from '#jobs/story/film/reading-times.ts';
import { checkStory } from '#jobs/story/order/story-text.ts';
import { narrationsOf } from '#jobs/studio/storyteller/scene-cutting.ts';
import { measuredStories } from '#tests/support/measured-stories.ts';

const wishFor = (story: string, more: Partial<SizeWish> = {}): SizeWish => ({
  story,
  sceneCount: null,
  targetSeconds: null,
  speaker: 'service-or-builtin',
  speed: 'normal',
  ...more,
});

const readSilentlyMs = (narration: string) =>
  Math.max(MIN_SCENE_MS, (readingTimes(narration, 'normal').at(-1)?.endMs ?? 0) + BREATH_MS);

describe('the size of a film', () => {
  it('is nothing for nothing', () => {
    expect(filmSize(wishFor(' … '))).toMatchObject({ words: 0, scenes: 0, durationMs: 0 });
  });

  it('grows with the words', () => {
    expect(filmSize(wishFor('one two three'))).toMatchObject({ words: 3, scenes: 1 });
    const long = filmSize(wishFor('word '.repeat(220)));
    expect(long.words).toBe(220);
    expect(long.durationMs).toBeGreaterThan(60_000);
  });

  it('counts words where no spaces are', () => {
    const { words, durationMs } = filmSize(
      wishFor('若いきつねは池に浮かぶ満月を見て、売り物だと思いました。'),
    );
    expect(words).toBeGreaterThan(5);
    expect(durationMs).toBeGreaterThan(4000);
  });

  it('follows the pace, and the length that a model is asked for', () => {
    const story = 'The fox slept well. '.repeat(40);
    const [slow, normal, fast] = (['slow', 'normal', 'fast'] as const).map((speed) =>
      filmSize(wishFor(story, { speed })),
    );
    expect(slow?.durationMs).toBeGreaterThan((normal?.durationMs ?? 0) * 1.1);
    expect(fast?.durationMs).toBeLessThan((normal?.durationMs ?? 0) * 0.9);
    expect(filmSize(wishFor(story, { targetSeconds: 90 }))).toMatchObject({ durationMs: 90_000, words: 218 });
  });

  it('has as many scenes as are asked for, while there is room for them', () => {
    const story = 'The fox slept well. '.repeat(80);
    expect(filmSize(wishFor(story, { sceneCount: 20 })).scenes).toBe(20);
    expect(narrationsOf(story, 20, 'en')).toHaveLength(20);
    expect(filmSize(wishFor('The fox slept well.', { sceneCount: MOST_ASKED_SCENES })).scenes).toBe(1);
  });
});

describe('over stories of every length and language', () => {
  const stories = measuredStories((text) => checkStory(text) === null).map((story) => {
    const narrations = narrationsOf(story.text, null, story.language);
    const size = filmSize(wishFor(story.text, { speaker: 'none' }));
    const filmMs = narrations.reduce((sum, narration) => sum + readSilentlyMs(narration), 0);
    return {
      ...story,
      scenes: size.scenes / narrations.length - 1,
      length: size.durationMs / filmMs - 1,
      made: narrations.length,
      differs: Math.abs(size.scenes - narrations.length),
    };
  });

  it('there are enough to tell', () => {
    expect(stories.length).toBeGreaterThan(100);
    expect(new Set(stories.map(({ language }) => language)).size).toBeGreaterThan(29);
  });

  it('scenes are within 10%, or one of a few, of those that are made', () => {
    const far = stories.filter(({ scenes, differs }) => Math.abs(scenes) > 0.1 && differs > 1);
    expect(far.map(({ name, scenes }) => `${name}: ${scenes}`)).toEqual([]);
    const mean = stories.reduce((sum, { scenes }) => sum + Math.abs(scenes), 0) / stories.length;
    expect(mean).toBeLessThan(0.03);
  });

  it('every script of the studio is taken', () => {
    for (const { text, made } of stories) expect(isSceneCount(made, scenesForStory(text))).toBe(true);
  });

  it('a film without a voice is as long as told, within 5%', () => {
    const far = stories.filter(({ length }) => Math.abs(length) > 0.05);
    expect(far.map(({ name, length }) => `${name}: ${length}`)).toEqual([]);
  });
});

describe('how many scenes a script may have', () => {
  it('is near what was wanted, and one is enough for little', () => {
    expect([1, 2, 3, 4].map((count) => isSceneCount(count, 1))).toEqual([true, true, true, true]);
    expect([4, 5, 14, 30, 31].map((count) => isSceneCount(count, 14))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(isSceneCount(0, 1)).toBe(false);
  });
});

describe('the longest story', () => {
  const hanzi = '一只年轻的狐狸看见满月漂在池塘里，以为它是要卖的。他去问老青蛙这要多少钱。';

  it('is one by what it says, not by its characters alone', () => {
    const english = 'The fox slept well. '.repeat(499);
    expect(english.length).toBe(9980);
    expect(checkStory(english)).toBeNull();
    expect(readingMs(hanzi.repeat(250))).toBeGreaterThan(LONGEST_STORY_MS);
    expect(checkStory(hanzi.repeat(250))).toMatchObject({
      code: 'story_too_long',
      message: expect.stringMatching(
        /^The story takes about 3\d minutes to tell; at most 20 fit in one film\.$/,
      ),
    });
    expect(checkStory(hanzi.repeat(120))).toBeNull();
  });
});
