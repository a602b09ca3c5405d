import { describe, expect, it } from 'vitest';
import { resample } from '#jobs/sound/audio/resample.ts';
import { levelAt, sine } from './signals';

describe('resample', () => {
  it.each([
    [16_000, 48_000],
    [8000, 48_000],
    [22_050, 48_000],
    [24_000, 48_000],
    [44_100, 48_000],
    [96_000, 48_000],
    [48_000, 16_000],
  ])('carries a tone from %i to %i Hz unchanged', (from, to) => {
    const output = resample(sine({ frequency: 1000, levelDb: -6, seconds: 1, rate: from }), from, to);
    expect(output).toHaveLength(to);
    expect(levelAt(output, 1000, to)).toBeCloseTo(-6, 1);
  });

  it('adds no image above the old band: more than 70 dB down', () => {
    const output = resample(sine({ frequency: 3000, levelDb: 0, seconds: 1, rate: 16_000 }), 16_000, 48_000);
    for (const image of [13_000, 19_000]) expect(levelAt(output, image, 48_000)).toBeLessThan(-70);
  });

  it('lets nothing fold back when the rate falls', () => {
    const output = resample(sine({ frequency: 11_000, levelDb: 0, seconds: 1 }), 48_000, 16_000);
    expect(levelAt(output, 5000, 16_000)).toBeLessThan(-70);
  });

  it('moves nothing in time', () => {
    const click = new Float32Array(1600);
    click[400] = 1;
    const output = resample(click, 16_000, 48_000);
    expect(output.indexOf(Math.max(...output))).toBe(1200);
  });

  it('keeps a constant constant away from the ends', () => {
    const output = resample(new Float32Array(2000).fill(0.5), 44_100, 48_000);
    for (let index = 200; index < 1900; index++) expect(output[index]).toBeCloseTo(0.5, 5);
  });

  it('copies at the same rate and copes with nothing', () => {
    const samples = new Float32Array([1, 2, 3]);
    const copy = resample(samples, 48_000, 48_000);
    expect([...copy]).toEqual([1, 2, 3]);
    expect(copy).not.toBe(samples);
    expect(resample(new Float32Array(0), 16_000, 48_000)).toHaveLength(0);
  });

  it.each([0, -1, 0.5, Number.NaN])('refuses a rate of %d', (rate) => {
    expect(() => resample(new Float32Array(1), rate, 48_000)).toThrow(RangeError);
  });
});
