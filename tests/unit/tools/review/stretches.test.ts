import { describe, expect, it } from 'vitest';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import { TITLE_FRAMES } from '#remotion/contract/timing.ts';
import { stretchesMs } from '#tests/tools/gallery/review/stretches.ts';

const segment = (durationMs: number, title: string | null = null): SegmentProps => ({
  ...{ format: '9:16', captionStyle: 'pop', previousShot: null, isLast: false, title },
  scene: { shot: { pictureUrl: 'picture.jpg', seed: 1 }, words: [], durationMs },
});

describe('the stretches of a film', () => {
  it('are its scenes where nothing changes but by cuts, the last one included', () => {
    expect(stretchesMs([segment(2000), segment(5000), segment(3000)])).toEqual([2000, 5000, 3000]);
  });

  it('are shorter where the title goes', () => {
    const titleMs = (TITLE_FRAMES * 1000) / 30;
    expect(stretchesMs([segment(6000, 'Title')])).toEqual([titleMs, 6000 - titleMs]);
  });

  it('are none in a film of nothing', () => {
    expect(stretchesMs([])).toEqual([]);
  });
});
