/** Light as a plane: what was screened over the picture becomes paint that can be laid over it. */
import type { Pixels } from './pixels';

/** Squares of the picture over which it is averaged: wide enough that no edge behind shows in the light. */
const STEP = 32;

/**
 * Changes a plane of light so that, laid over `behind`, it brightens as `1 − (1 − a)(1 − b)` would: the colour
 * of the light is mixed with that of what it falls on, taken from soft means, so that nothing of the picture's
 * shapes moves with the light.
 */
export function lightPlane(plane: Pixels, behind: Pixels): void {
  const { width, height, data } = plane;
  const means = softMeans(behind);
  const across = Math.ceil(width / STEP) + 1;
  for (let y = 0; y < height; y++) {
    const v = y / STEP;
    const row = Math.floor(v) * across * 3;
    const fy = v - Math.floor(v);
    for (let x = 0; x < width; x++) {
      const p = (y * width + x) * 4;
      if (data[p + 3] === 0) continue;
      const strongest = Math.max(data[p] as number, data[p + 1] as number, data[p + 2] as number) / 255;
      const u = x / STEP;
      const at = row + Math.floor(u) * 3;
      const fx = u - Math.floor(u);
      for (let k = 0; k < 3; k++) {
        const top = (means[at + k] as number) * (1 - fx) + (means[at + 3 + k] as number) * fx;
        const low =
          (means[at + across * 3 + k] as number) * (1 - fx) + (means[at + across * 3 + 3 + k] as number) * fx;
        const mean = top * (1 - fy) + low * fy;
        // Premultiplied: share of what is behind that the cover takes away, and the light itself.
        data[p + k] = mean * strongest + ((255 - mean) * (data[p + k] as number)) / 255;
      }
      data[p + 3] = strongest * 255;
    }
  }
}

/** Mean colours around the corners of squares, three values each. */
function softMeans({ width, height, data }: Pixels): Float32Array {
  const across = Math.ceil(width / STEP) + 1;
  const down = Math.ceil(height / STEP) + 1;
  const means = new Float32Array((across + 1) * (down + 1) * 3);
  for (let v = 0; v <= down; v++) {
    for (let u = 0; u < across; u++) {
      const sums = [0, 0, 0];
      let count = 0;
      for (let y = (v - 1) * STEP; y < (v + 1) * STEP; y += 4) {
        for (let x = (u - 1) * STEP; x < (u + 1) * STEP; x += 4) {
          if (x < 0 || y < 0 || x >= width || y >= height) continue;
          const p = (y * width + x) * 4;
          for (let k = 0; k < 3; k++) sums[k] = (sums[k] as number) + (data[p + k] as number);
          count++;
        }
      }
      for (let k = 0; k < 3; k++) means[(v * across + u) * 3 + k] = count ? (sums[k] as number) / count : 0;
    }
  }
  return means;
}
