import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropAround } from '#jobs/story/film/own/crop.ts';
import { FORMAT_NAMES, FORMATS } from '#remotion/contract/story-props.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const side = fc.integer({ min: 320, max: 4096 });

describe('cropAround', () => {
  it('keeps the focus in the middle where the edges let it', () => {
    const crop = cropAround({ width: 1600, height: 900 }, FORMATS['9:16'], { x: 0.7, y: 0.1 });
    expect(crop).toEqual({ left: 867, top: 0, width: 506, height: 900 });
    expect(cropAround({ width: 1600, height: 900 }, FORMATS['16:9'], { x: 0, y: 1 })).toEqual({
      ...{ left: 0, top: 0, width: 1600, height: 900 },
    });
  });

  it('never leaves the picture, has the shape of the frame, and holds the focus', () => {
    fc.assert(
      fc.property(
        side,
        side,
        fc.constantFrom(...FORMAT_NAMES),
        share,
        share,
        (width, height, format, x, y) => {
          const frame = FORMATS[format];
          const crop = cropAround({ width, height }, frame, { x, y });
          expect(crop.left).toBeGreaterThanOrEqual(0);
          expect(crop.top).toBeGreaterThanOrEqual(0);
          expect(crop.left + crop.width).toBeLessThanOrEqual(width);
          expect(crop.top + crop.height).toBeLessThanOrEqual(height);
          expect(Math.abs(crop.width - (crop.height * frame.width) / frame.height)).toBeLessThan(1.5);
          expect(x * width).toBeGreaterThanOrEqual(crop.left - 1);
          expect(x * width).toBeLessThanOrEqual(crop.left + crop.width + 1);
          expect(y * height).toBeGreaterThanOrEqual(crop.top - 1);
          expect(y * height).toBeLessThanOrEqual(crop.top + crop.height + 1);
        },
      ),
    );
  });
});
