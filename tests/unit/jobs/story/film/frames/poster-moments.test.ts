import { describe, expect, it } from 'vitest';
import { posterMoments } from '#jobs/story/film/frames/poster-moments.ts';

const scene = (isPicture: boolean, endMs = 3000, durationMs = 3400) => ({
  words: [{ endMs: 200 }, { endMs }],
  durationMs,
  isPicture,
});

describe('moments that may be the poster', () => {
  it('come when a scene has said its words, of pictures alone where there is one', () => {
    expect(posterMoments([scene(true), scene(false), scene(true)])).toEqual([3080, 9600]);
    expect(posterMoments([scene(false), scene(false)])).toEqual([3080, 6200]);
  });

  it('are not under the title where there is another', () => {
    expect(posterMoments([scene(true, 1500, 1800), scene(true)])).toEqual([4600]);
    expect(posterMoments([scene(true, 1000, 1400)])).toEqual([800]);
  });

  it('are within their scenes, the last one before it goes dark', () => {
    const [first, last] = posterMoments([scene(true, 3400, 3400), scene(true, 3400, 3400)]);
    expect(first).toBe(3350);
    expect(last).toBe(6200);
  });

  it('are three at most, spread over the film', () => {
    const moments = posterMoments(Array.from({ length: 37 }, () => scene(true)));
    expect(moments).toHaveLength(3);
    expect(moments.at(-1)).toBeGreaterThan(28 * 3400);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
  });
});
