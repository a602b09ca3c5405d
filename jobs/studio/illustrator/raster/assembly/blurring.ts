/**
 * Soft maps: one 32-bit floating-point value from 0 to 255 for each square of some pixels, blurred, and read between
 * its squares.
 */

import { counted, mixed, PIXEL, STEP, within } from './lanes';

/** The mean alpha of each square of 2 or 4 px. */
export function fillAlphaMap(map: usize, pixels: usize, width: i32, height: i32, step: i32): void {
  const half = step >> 1;
  const across = (width + step - 1) / step;
  for (let y = 0; y < height; y += step) {
    const second = y + half < height ? half : 0;
    for (let x = 0; x < across; x++) {
      const at = pixels + <usize>(y * width + x * step) * PIXEL;
      const below = at + <usize>(second * width) * PIXEL;
      const beside = <usize>half * PIXEL;
      const sum =
        <i32>load<u8>(at, 3) + load<u8>(at + beside, 3) + load<u8>(below, 3) + load<u8>(below + beside, 3);
      store<f32>(map, <f32>sum * 0.25);
      map += 4;
    }
  }
}

/** How light each square of 4 px is, by one of its pixels. */
export function fillLightMap(map: usize, pixels: usize, width: i32, height: i32): void {
  for (let y = 0; y < height; y += 4) {
    for (let x = 0; x < width; x += 4) {
      store<f32>(map, lightOf(load<u32>(pixels + <usize>(min(height - 1, y + 1) * width + x + 1) * PIXEL)));
      map += 4;
    }
  }
}

function lightOf(pixel: u32): f32 {
  return <f32>(pixel & 255) * 0.3 + <f32>((pixel >>> 8) & 255) * 0.59 + <f32>((pixel >>> 16) & 255) * 0.11;
}

/** Three box blurs, which come close to a Gaussian. @param scratch of the map's size @param radius in squares */
export function blur(map: usize, scratch: usize, width: i32, height: i32, radius: i32): void {
  for (let round = 0; round < 3; round++) {
    for (let y = 0; y < height; y++) blurRow(map, scratch, y * width, width, radius);
    blurColumns(scratch, map, width, height, radius);
  }
}

/** A running mean along a row. */
function blurRow(from: usize, to: usize, first: i32, width: i32, radius: i32): void {
  const start = from + ((<usize>first) << 2);
  const end = start + ((<usize>(width - 1)) << 2);
  const out = to + ((<usize>first) << 2);
  const share: f32 = 1 / (2 * <f32>radius + 1);
  let sum: f32 = 0;
  for (let k = -radius; k <= radius; k++) sum += load<f32>(start + ((<usize>min(max(k, 0), width - 1)) << 2));
  for (let x = 0; x < width; x++) {
    store<f32>(out + ((<usize>x) << 2), sum * share);
    const entering = min(start + ((<usize>(x + radius + 1)) << 2), end);
    const leaving = start + ((<usize>max(x - radius, 0)) << 2);
    sum += load<f32>(entering) - load<f32>(leaving);
  }
}

/** Running means down all columns, four at a time; the last may be done twice. */
function blurColumns(from: usize, to: usize, width: i32, height: i32, radius: i32): void {
  const share = f32x4.splat(1 / (2 * <f32>radius + 1));
  const row = (<usize>width) << 2;
  const last = <usize>(height - 1) * row;
  for (let x = 0; x < width; x += 4) {
    const column = (<usize>max(0, min(x, width - 4))) << 2;
    const start = from + column;
    let sum = f32x4.splat(0);
    for (let k = -radius; k <= radius; k++) {
      sum = f32x4.add(sum, v128.load(start + <usize>min(max(k, 0), height - 1) * row));
    }
    for (let y = 0; y < height; y++) {
      v128.store(to + column + <usize>y * row, f32x4.mul(sum, share));
      const entering = v128.load(start + min(<usize>(y + radius + 1) * row, last));
      const leaving = v128.load(start + <usize>max(y - radius, 0) * row);
      sum = f32x4.add(sum, f32x4.sub(entering, leaving));
    }
  }
}

/** Values that a row of a map is continued by at either end, which are those of its ends. */
const PAD: i32 = 16;

/**
 * The map's values along a row of the picture, times a factor, one for each pixel; of squares of 2 or 4 px.
 * @param count a multiple of 4
 * @param between memory for a row of the map and twice `PAD`
 * @param x where the first is, px from the picture's left edge: from -40 to 40; and `y` from its upper one
 */
export function readRow(
  row: usize,
  count: i32,
  map: usize,
  width: i32,
  height: i32,
  step: i32,
  between: usize,
  x: f32,
  y: f32,
  factor: f32,
): void {
  const scale: f32 = 1 / <f32>step;
  mixMapRows(between, map, width, height, y * scale - 0.5, factor);
  const u = x * scale - 0.5;
  const first = <i32>Mathf.floor(u);
  // Of four pixels each is as far between two squares as of the next four.
  const parts = f32x4.add(f32x4.splat(u - <f32>first), f32x4.mul(counted(), f32x4.splat(scale)));
  const one = f32x4.pmin(parts, f32x4.splat(1));
  const two = within(f32x4.sub(parts, f32x4.splat(1)), 0, 1);
  const three = f32x4.pmax(f32x4.sub(parts, f32x4.splat(2)), f32x4.splat(0));
  const squares = (<usize>(STEP / step)) << 2;
  let at = between + ((<usize>(first + PAD)) << 2);
  for (const end = row + ((<usize>count) << 2); row < end; row += 16, at += squares) {
    const a = v128.load32_splat(at);
    const b = v128.load32_splat(at, 4);
    const c = v128.load32_splat(at, 8);
    const d = v128.load32_splat(at, 12);
    const near = f32x4.add(a, f32x4.mul(f32x4.sub(b, a), one));
    const far = f32x4.add(f32x4.mul(f32x4.sub(c, b), two), f32x4.mul(f32x4.sub(d, c), three));
    v128.store(row, f32x4.add(near, far));
  }
}

/** The same for every fourth pixel alone, of squares of 4 px. */
export function readSquares(
  row: usize,
  count: i32,
  map: usize,
  width: i32,
  height: i32,
  between: usize,
  x: f32,
  y: f32,
  factor: f32,
): void {
  mixMapRows(between, map, width, height, y * 0.25 - 0.5, factor);
  const u = x * 0.25 - 0.5;
  const first = <i32>Mathf.floor(u);
  const part = f32x4.splat(u - <f32>first);
  let at = between + ((<usize>(first + PAD)) << 2);
  for (const end = row + ((<usize>count) << 2); row < end; row += 16, at += 16) {
    v128.store(row, mixed(v128.load(at), v128.load(at, 4), part));
  }
}

/** A row between two of a map, times a factor, with `PAD` values more at either end. */
function mixMapRows(row: usize, map: usize, width: i32, height: i32, v: f32, factor: f32): void {
  v = max<f32>(0, min<f32>(v, <f32>height - 1.001));
  const upper = map + ((<usize>(<i32>v * width)) << 2);
  const lower = upper + ((<usize>width) << 2);
  const more = (v - <f32>(<i32>v)) * factor;
  const first = row + ((<usize>PAD) << 2);
  const last = first + ((<usize>(width - 1)) << 2);
  for (let u: usize = 0; u < (<usize>width) << 2; u += 16) {
    const mean = f32x4.mul(v128.load(upper + u), f32x4.splat(factor - more));
    v128.store(first + u, f32x4.add(mean, f32x4.mul(v128.load(lower + u), f32x4.splat(more))));
  }
  const head = v128.load32_splat(first);
  const tail = v128.load32_splat(last);
  for (let u: usize = 0; u < (<usize>PAD) << 2; u += 16) {
    v128.store(row + u, head);
    v128.store(last + 4 + u, tail);
  }
}
