/** Pixels in memory: premultiplied RGBA pictures and single-channel maps. */
import type { Area } from './area';

export interface Pixels {
  width: number;
  height: number;
  /** Premultiplied RGBA, 8 bits each. */
  data: Uint8Array;
  /** px of margin around the frame at either side, and above and below. */
  margin: readonly [number, number];
}

/**
 * The same pixels as whole numbers, red in the lowest eight bits and alpha in the highest: 0 is a pixel of nothing.
 * Signed, because that is what the engine computes with as integers.
 */
export function wholePixels({ data }: Pick<Pixels, 'data'>): Int32Array {
  return new Int32Array(data.buffer, data.byteOffset, data.byteLength >> 2);
}

/** A part of a picture, at its place in it. */
export interface Patch extends Pixels {
  /** px from the picture's left upper corner. */
  left: number;
  top: number;
}

export function blankPixels(width: number, height: number, margin: Pixels['margin'], value: number): Pixels {
  return { width, height, margin, data: new Uint8Array(width * height * 4).fill(value) };
}

/** Sets every channel of an area to one value. */
export function fillArea({ width, data }: Pixels, { left, top, right, bottom }: Area, value: number): void {
  for (let y = top; y < bottom; y++) data.fill(value, (y * width + left) * 4, (y * width + right) * 4);
}

/** What is within the margins. */
export function frameOf({ width, height, data, margin: [left, top] }: Pixels): Pixels {
  const frame = blankPixels(width - 2 * left, height - 2 * top, [0, 0], 0);
  for (let y = 0; y < frame.height; y++) {
    const from = ((top + y) * width + left) * 4;
    frame.data.set(data.subarray(from, from + frame.width * 4), y * frame.width * 4);
  }
  return frame;
}

/** A map of one value (0 to 255) for each square of `step` × `step` pixels. */
export interface CoarseMap {
  width: number;
  height: number;
  step: number;
  data: Float32Array;
}

/** The mean alpha of each square of `step` pixels. */
export function coarseAlpha(pixels: Pixels, step: number): CoarseMap {
  const width = Math.ceil(pixels.width / step);
  const height = Math.ceil(pixels.height / step);
  const data = new Float32Array(width * height);
  const half = step >> 1 || 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let count = 0;
      const bottom = Math.min(pixels.height, (y + 1) * step);
      const right = Math.min(pixels.width, (x + 1) * step);
      for (let py = y * step; py < bottom; py += half) {
        for (let px = x * step; px < right; px += half) {
          sum += pixels.data[(py * pixels.width + px) * 4 + 3] as number;
          count++;
        }
      }
      data[y * width + x] = count ? sum / count : 0;
    }
  }
  return { width, height, step, data };
}

/** Three box blurs, which come close to a Gaussian; `radius` in squares of the map. Changes the map. */
export function blur(map: CoarseMap, radius: number): CoarseMap {
  const r = Math.max(1, Math.round(radius));
  const scratch = new Float32Array(map.data.length);
  for (let round = 0; round < 3; round++) {
    blurLines(map.data, scratch, map.width, map.height, 1, map.width, r);
    blurLines(scratch, map.data, map.height, map.width, map.width, 1, r);
  }
  return map;
}

/** One running mean along `count` lines of `length` values that lie `step` apart. */
function blurLines(
  from: Float32Array,
  to: Float32Array,
  length: number,
  count: number,
  step: number,
  stride: number,
  r: number,
): void {
  const share = 1 / (2 * r + 1);
  for (let lineIndex = 0; lineIndex < count; lineIndex++) {
    const start = lineIndex * stride;
    const last = start + (length - 1) * step;
    let sum = 0;
    for (let k = -r; k <= r; k++) sum += from[start + Math.min(Math.max(k, 0), length - 1) * step] ?? 0;
    for (let i = 0; i < length; i++) {
      to[start + i * step] = sum * share;
      const entering = Math.min(start + (i + r + 1) * step, last);
      const leaving = Math.max(start + (i - r) * step, start);
      sum += (from[entering] ?? 0) - (from[leaving] ?? 0);
    }
  }
}

/** The map's value at a point of the picture, between its squares; px. */
export function sample(map: CoarseMap, x: number, y: number): number {
  const u = Math.min(Math.max(x / map.step - 0.5, 0), map.width - 1.001);
  const v = Math.min(Math.max(y / map.step - 0.5, 0), map.height - 1.001);
  const ix = u | 0;
  const iy = v | 0;
  const fx = u - ix;
  const fy = v - iy;
  const at = iy * map.width + ix;
  const d = map.data;
  const top = (d[at] as number) * (1 - fx) + (d[at + 1] as number) * fx;
  const low = (d[at + map.width] as number) * (1 - fx) + (d[at + map.width + 1] as number) * fx;
  return top * (1 - fy) + low * fy;
}

/** Gives the map's values along any row of a picture, as `sample` does; they hold until the next row is asked for. */
export function rowSampler(map: CoarseMap, width: number): (y: number) => Float32Array {
  const columns = new Int32Array(width);
  const shares = new Float32Array(width);
  for (let x = 0; x < width; x++) {
    const u = Math.min(Math.max(x / map.step - 0.5, 0), map.width - 1.001);
    columns[x] = u;
    shares[x] = u - (u | 0);
  }
  const between = new Float32Array(map.width);
  const row = new Float32Array(width);
  return (y) => {
    const v = Math.min(Math.max(y / map.step - 0.5, 0), map.height - 1.001);
    const upper = (v | 0) * map.width;
    mixRows(map.data, upper, upper + map.width, v - (v | 0), between);
    spread(between, columns, shares, row);
    return row;
  };
}

function mixRows(data: Float32Array, upper: number, lower: number, share: number, into: Float32Array): void {
  for (let u = 0; u < into.length; u++) {
    const top = data[upper + u] as number;
    into[u] = top + ((data[lower + u] as number) - top) * share;
  }
}

function spread(values: Float32Array, columns: Int32Array, shares: Float32Array, into: Float32Array): void {
  for (let x = 0; x < into.length; x++) {
    const at = columns[x] as number;
    const left = values[at] as number;
    into[x] = left + ((values[at + 1] as number) - left) * (shares[x] as number);
  }
}

/** The area in which anything shows, or null for nothing. */
export function boundsOf({ width, height, data }: Pixels): Area | null {
  const found = { left: width, top: -1, right: 0, bottom: 0 };
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      if (!data[(y * width + x) * 4 + 3]) continue;
      if (found.top < 0) found.top = y;
      found.bottom = y + 2;
      if (x < found.left) found.left = x;
      if (x + 2 > found.right) found.right = x + 2;
    }
  }
  if (found.top < 0) return null;
  return { ...found, right: Math.min(found.right, width), bottom: Math.min(found.bottom, height) };
}
