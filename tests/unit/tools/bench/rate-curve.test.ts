import { describe, expect, it } from 'vitest';
import { bytesAtSsim } from '#tests/tools/bench/encoding/rate-curve.ts';

/** Ten times the bytes for ten dB. */
const FILMS = [
  { bytes: 10_000, ssim: 0.999 },
  { bytes: 100, ssim: 0.9 },
  { bytes: 1000, ssim: 0.99 },
];

describe('the bytes that an encoder needs for a truth', () => {
  it('are those of a film that is as true', () => {
    for (const { bytes, ssim } of FILMS) expect(bytesAtSsim(FILMS, ssim)).toBeCloseTo(bytes, 6);
  });

  it('lie between those of its neighbours', () => {
    expect(bytesAtSsim(FILMS, 1 - 10 ** -2.5)).toBeCloseTo(1000 * Math.sqrt(10), 6);
  });

  it('go on beyond the last films as between them', () => {
    expect(bytesAtSsim(FILMS, 1 - 10 ** -3.5)).toBeCloseTo(10_000 * Math.sqrt(10), 5);
    expect(bytesAtSsim(FILMS, 1 - 10 ** -0.5)).toBeCloseTo(100 / Math.sqrt(10), 6);
  });
});
