import { describe, expect, it } from 'vitest';
import { pieceRanges } from '#jobs/render/painters/frame-pieces.ts';

describe('pieceRanges', () => {
  it('covers every frame once, in order, whatever the number of frames and tabs', () => {
    for (let frames = 1; frames < 400; frames++) {
      for (const tabs of [1, 2, 3, 8]) {
        const drawn = pieceRanges(frames, tabs).flatMap(([first, last]) =>
          Array.from({ length: last - first + 1 }, (_, at) => first + at),
        );
        expect(drawn).toEqual(Array.from({ length: frames }, (_, at) => at));
      }
    }
  });

  it('gives each tab about as much to do', () => {
    const lengths = pieceRanges(301, 4).map(([first, last]) => last - first + 1);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
  });

  it('opens no tab for a few frames', () => {
    expect(pieceRanges(39, 2)).toEqual([[0, 38]]);
    expect(pieceRanges(40, 2)).toEqual([
      [0, 19],
      [20, 39],
    ]);
    expect(pieceRanges(1, 2)).toEqual([[0, 0]]);
  });
});
