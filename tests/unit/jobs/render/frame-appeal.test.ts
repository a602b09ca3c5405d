import { describe, expect, it } from 'vitest';
import { frameAppeal } from '#jobs/render/ffmpeg/frame-appeal.ts';

const frame = (...pixels: readonly (readonly [number, number, number])[]) =>
  Uint8Array.from(Array.from({ length: 16 }, (_, i) => pixels[i % pixels.length] ?? [0, 0, 0]).flat());

describe('what makes a frame a poster', () => {
  const black = frame([0, 0, 0]);
  const veiled = frame([90, 90, 96], [80, 80, 86]);
  const pastel = frame([200, 180, 170], [170, 190, 200]);
  const bright = frame([230, 80, 40], [40, 120, 220], [250, 220, 90]);

  it('is colour and contrast', () => {
    const appeals = [black, veiled, pastel, bright].map((pixels) => frameAppeal(pixels));
    expect(appeals).toEqual([...appeals].sort((a, b) => a - b));
    expect(appeals[0]).toBe(0);
    expect((appeals[3] ?? 0) / (appeals[2] ?? 1)).toBeGreaterThan(2);
  });

  it('is the measure of the paper: for two even colours, their spread and a third of their mean', () => {
    // rg is ±100, yb is 0 ± 0 about 50: sqrt(100²) + 0.3 × 50, and the luma's spread.
    const appeal = frameAppeal(frame([100, 0, 0], [0, 100, 0]));
    expect(appeal).toBeCloseTo(100 + 0.3 * 50 + (58.7 - 29.9) / 2, 1);
  });

  it('takes no pixels at all', () => {
    expect(frameAppeal(new Uint8Array(0))).toBe(0);
  });
});
