/** Pixels in memory: premultiplied RGBA pictures and single-channel maps. */
import { setImmediate } from 'node:timers/promises';
import { Resvg } from '@resvg/resvg-js';

export interface Pixels {
  width: number;
  height: number;
  /** Premultiplied RGBA, 8 bits each. */
  data: Uint8Array;
  /** px of margin around the frame at either side, and above and below. */
  margin: readonly [number, number];
}

export function blankPixels(width: number, height: number, margin: Pixels['margin'], value: number): Pixels {
  return { width, height, margin, data: new Uint8Array(width * height * 4).fill(value) };
}

/** A map of one value (0 to 255) for each square of `step` × `step` pixels. */
export interface CoarseMap {
  width: number;
  height: number;
  step: number;
  data: Float32Array;
}

/**
 * Draws an SVG document at its own size, with no system fonts. Gives the event loop a turn first: what the
 * library holds of earlier drawings outside JavaScript's heap, 20 MB for each, is only freed in one.
 */
export async function rasterise(svg: string, margin: Pixels['margin']): Promise<Pixels> {
  await setImmediate();
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return { width: image.width, height: image.height, margin, data: image.pixels };
}

/** As `rasterise`, `part` as large (more than 0, at most 1): for what needs to be known before it is drawn. */
export async function rasteriseSmall(svg: string, part: number): Promise<Pixels> {
  await setImmediate();
  const image = new Resvg(svg, {
    font: { loadSystemFonts: false },
    fitTo: { mode: 'zoom', value: part },
  }).render();
  return { width: image.width, height: image.height, margin: [0, 0], data: image.pixels };
}

/** The mean alpha of each square of `step` pixels. */
export function coarseAlpha(pixels: Pixels, step: number): CoarseMap {
  const width = Math.ceil(pixels.width / step);
  const height = Math.ceil(pixels.height / step);
  const data = new Float32Array(width * height);
  const half = step >> 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let count = 0;
      for (let dy = 0; dy < step; dy += half || 1) {
        for (let dx = 0; dx < step; dx += half || 1) {
          const px = x * step + dx;
          const py = y * step + dy;
          if (px >= pixels.width || py >= pixels.height) continue;
          sum += pixels.data[(py * pixels.width + px) * 4 + 3] ?? 0;
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

/** First and last rows (exclusive) and columns in which anything shows, or null for nothing. */
export function boundsOf(
  pixels: Pixels,
): { left: number; top: number; right: number; bottom: number } | null {
  const { width, height, data } = pixels;
  let left = width;
  let right = 0;
  let top = -1;
  let bottom = 0;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      if (!data[(y * width + x) * 4 + 3]) continue;
      if (top < 0) top = y;
      bottom = y + 2;
      if (x < left) left = x;
      if (x + 2 > right) right = x + 2;
    }
  }
  return top < 0 ? null : { left, top, right: Math.min(right, width), bottom: Math.min(bottom, height) };
}
