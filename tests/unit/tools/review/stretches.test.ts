import { describe, expect, it } from 'vitest';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import { TITLE_FRAMES } from '#remotion/contract/timing.ts';
import { longestStretchMs } from '#tests/tools/gallery/review/stretches.ts';

const segment = (durationMs: number, title: string | null = null): SegmentProps => ({
  ...{ format: '9:16', captionStyle: 'pop', previousShot: null, isLast: false, title },
  scene: { shot: { pictureUrl: 'picture.jpg', seed: 1 }, words: [], durationMs },
});

describe('the longest stretch of a film', () => {
  it('is its longest scene where nothing changes but by cuts, the last one included', () => {
    expect(longestStretchMs([segment(2000), segment(5000), segment(3000)])).toBe(5000);
    expect(longestStretchMs([segment(2000), segment(7000)])).toBe(7000);
  });

  it('is shorter where the title goes', () => {
    const titleMs = (TITLE_FRAMES * 1000) / 30;
    expect(longestStretchMs([segment(6000, 'Title')])).toBe(6000 - titleMs);
  });

  it('is nothing in a film of nothing', () => {
    expect(longestStretchMs([])).toBe(0);
  });
});
