import { describe, expect, it } from 'vitest';
import { chapterLines, chaptersOf } from '#jobs/story/post/texts/chapters.ts';

const scenes = (...startsS: number[]) =>
  startsS.map((start, at) => ({ narration: `Scene number ${at + 1} begins here.`, startMs: start * 1000 }));
const starts = (startsS: number[], lengthS: number) =>
  chaptersOf(scenes(...startsS), lengthS * 1000).map(({ atMs }) => atMs / 1000);

describe('chapters', () => {
  it('are scenes put together until each is ten seconds long, the first at the beginning', () => {
    expect(starts([0, 4, 11, 15, 22, 30], 40)).toEqual([0, 11, 22]);
    expect(starts([0.5, 12, 24], 36)).toEqual([0, 12, 24]);
  });

  it('are none where there would be fewer than three', () => {
    expect(starts([0, 12], 40)).toEqual([]);
    expect(starts([0, 3, 6], 9)).toEqual([]);
    expect(starts([], 60)).toEqual([]);
  });

  it('end with one that is long enough, too', () => {
    expect(starts([0, 12, 24, 36], 40)).toEqual([0, 12, 24]);
    expect(starts([0, 12, 24], 30)).toEqual([]);
  });

  it('are ten seconds long as they are told, in whole seconds', () => {
    const told = starts([0, 10.4, 20.6, 30.9, 41.2], 55);
    expect(told.every(Number.isInteger)).toBe(true);
    for (let at = 1; at < told.length; at += 1)
      expect((told[at] ?? 0) - (told[at - 1] ?? 0)).toBeGreaterThanOrEqual(10);
  });

  it('are called by the words that their scene opens with', () => {
    const titled = (narration: string) =>
      chaptersOf(
        [0, 10, 20].map((start) => ({ narration, startMs: start * 1000 })),
        30_000,
      )[0]?.title;
    expect(titled('It had not rained for forty days, and all was dry.')).toBe(
      'It had not rained for forty days',
    );
    expect(titled('“Run!” she said, and the whole village ran after her down to the sea.')).toBe(
      'Run! she said, and the whole village ran after…',
    );
    expect(titled('山のふもとの小さな村に、ハナが住んでいました。')).toBe('山のふもとの小さな村に');
  });

  it('are lines that begin with their time', () => {
    const told = chapterLines([
      { atMs: 0, title: 'One' },
      { atMs: 65_000, title: 'Two' },
      { atMs: 3_700_000, title: 'Three' },
    ]);
    expect(told).toBe('0:00 One\n1:05 Two\n1:01:40 Three');
  });
});
