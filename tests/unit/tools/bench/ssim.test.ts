import { describe, expect, it } from 'vitest';
import { lumaSsim } from '#tests/tools/bench/encoding/ssim.ts';

const SIZE = { width: 16, height: 12 };
const image = (valueAt: (at: number) => number) =>
  Uint8Array.from({ length: SIZE.width * SIZE.height }, (_, at) => valueAt(at));
const flat = (value: number) => image(() => value);
/** Black and white in turn, so that every window has as many of each. */
const stripes = image((at) => (at % 2) * 255);

describe('the structural similarity of two images', () => {
  it('is 1 for the same image', () => {
    expect(lumaSsim(stripes, stripes, SIZE)).toBe(1);
  });

  it('tells flat images apart by their brightness alone', () => {
    const c1 = (0.01 * 255) ** 2;
    const expected = (2 * 100 * 150 + c1) / (100 ** 2 + 150 ** 2 + c1);
    expect(lumaSsim(flat(100), flat(150), SIZE)).toBeCloseTo(expected, 12);
  });

  it('is nearly -1 for an image whose structure is turned over', () => {
    const c2 = (0.03 * 255) ** 2;
    const variance = (127.5 ** 2 * 64) / 63;
    const turned = image((at) => 255 - (stripes[at] ?? 0));
    const expected = (c2 - 2 * variance) / (c2 + 2 * variance);
    expect(lumaSsim(stripes, turned, SIZE)).toBeCloseTo(expected, 12);
  });

  it('is the mean of windows four pixels apart', () => {
    // Only the last of three windows across sees the last four columns.
    const changed = image((at) => (at % SIZE.width >= 12 ? 255 - (stripes[at] ?? 0) : (stripes[at] ?? 0)));
    const c2 = (0.03 * 255) ** 2;
    const twice = (2 * 127.5 ** 2 * 64) / 63;
    // Half of its pixels agree, half are turned over: they have nothing in common.
    expect(lumaSsim(stripes, changed, SIZE)).toBeCloseTo((2 + c2 / (twice + c2)) / 3, 12);
  });

  it('looks at nothing that follows the luma', () => {
    const planes = Uint8Array.of(...stripes, ...new Uint8Array(stripes.length / 2));
    expect(lumaSsim(planes, stripes, SIZE)).toBe(1);
  });
});
