import { describe, expect, it } from 'vitest';
import type { SegmentProps } from '#remotion/contract/story-props.ts';
import { stretchesMs } from '#tests/tools/gallery/review/stretches.ts';

const segment = (durationMs: number): SegmentProps => ({
  ...{ format: '9:16', captionStyle: 'pop', previousShot: null, isLast: false, title: null },
  scene: { shot: { pictureUrl: 'picture.jpg', seed: 1 }, words: [], durationMs },
});

describe('the stretches of a film', () => {
  it('are its scenes where nothing changes but by cuts, the last one included', () => {
    expect(stretchesMs([segment(2000), segment(5000), segment(3000)])).toEqual([2000, 5000, 3000]);
  });

  it('are shorter where the picture is cut into', () => {
    const cut = segment(6000);
    cut.scene.shot.framings = [
      { atMs: 2000, scale: 1.3, x: 0.4, y: 0.5 },
      { atMs: 4500, scale: 1, x: 0.5, y: 0.5 },
    ];
    expect(stretchesMs([cut])).toEqual([2000, 2500, 1500]);
  });

  it('are none in a film of nothing', () => {
    expect(stretchesMs([])).toEqual([]);
  });
});
