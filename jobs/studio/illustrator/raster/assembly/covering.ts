/** Light that covers what it falls on as much as it brightens it, by soft means of that. */

import { blues, counted, greens, isNothing, joined, mixed, PIXEL, reds, STEP } from './lanes';

/** Squares of the picture over which it is averaged, px: wide enough that no edge behind shows in the light. */
const SQUARE: i32 = 32;
/** Bytes of a mean: four 32-bit floating-point numbers. */
const MEAN: usize = 16;

/**
 * Mean colours around the corners of squares, from the row `first` of corners to the one before `end`.
 * @param across corners in a row, with one more than there are squares
 */
export function fillMeans(
  means: usize,
  pixels: usize,
  width: i32,
  height: i32,
  across: i32,
  first: i32,
  end: i32,
): void {
  for (let v = first; v < end; v++) {
    for (let u = 0; u < across; u++) {
      v128.store(means + <usize>(v * across + u) * MEAN, meanAround(pixels, width, height, u, v));
    }
  }
}

/** By one of each 4 × 4 pixels. */
function meanAround(pixels: usize, width: i32, height: i32, u: i32, v: i32): v128 {
  const left = max(0, (u - 1) * SQUARE);
  const right = min(width, (u + 1) * SQUARE);
  let sum = i32x4.splat(0);
  let count = 0;
  for (let y = max(0, (v - 1) * SQUARE); y < min(height, (v + 1) * SQUARE); y += 4) {
    const row = pixels + <usize>(y * width) * PIXEL;
    for (let x = left; x < right; x += 4) {
      const bytes = i16x8.extend_low_i8x16_u(v128.load32_zero(row + <usize>x * PIXEL));
      sum = i32x4.add(sum, i32x4.extend_low_i16x8_u(bytes));
      count++;
    }
  }
  return f32x4.mul(f32x4.convert_i32x4_s(sum), f32x4.splat(count > 0 ? 1 / <f32>count : 0));
}

/**
 * Makes the light in an area cover what it falls on.
 * @param means from `fillMeans`, for all rows of squares that the area is in
 * @param between memory for a row of them
 */
export function cover(
  pixels: usize,
  width: i32,
  means: usize,
  across: i32,
  between: usize,
  left: i32,
  top: i32,
  right: i32,
  bottom: i32,
): void {
  const row = <usize>across * MEAN;
  for (let y = top; y < bottom; y++) {
    const upper = means + <usize>(y / SQUARE) * row;
    const part = f32x4.splat(<f32>(y % SQUARE) / <f32>SQUARE);
    for (let at: usize = 0; at < row; at += MEAN) {
      v128.store(between + at, mixed(v128.load(upper + at), v128.load(upper + row + at), part));
    }
    coverRow(pixels + <usize>(y * width) * PIXEL, left & ~(STEP - 1), right, between);
  }
}

function coverRow(row: usize, first: i32, end: i32, means: usize): void {
  for (let x = first; x < end; x += STEP) {
    const at = row + <usize>x * PIXEL;
    const all = v128.load(at);
    if (isNothing(all)) continue;
    const r = reds(all);
    const g = greens(all);
    const b = blues(all);
    const most = f32x4.pmax(f32x4.pmax(r, g), b);
    const strongest = f32x4.mul(most, f32x4.splat(1 / 255));
    const part = f32x4.mul(
      f32x4.add(counted(), f32x4.splat(<f32>(x % SQUARE))),
      f32x4.splat(1 / <f32>SQUARE),
    );
    const mean = means + <usize>(x / SQUARE) * MEAN;
    const laid = joined(
      covered(r, strongest, mean, part),
      covered(g, strongest, mean + 4, part),
      covered(b, strongest, mean + 8, part),
      most,
    );
    v128.store(at, laid);
  }
}

/** Premultiplied: the share of what is behind that the cover takes away, and the light itself. */
function covered(colour: v128, strongest: v128, mean: usize, part: v128): v128 {
  const behind = mixed(v128.load32_splat(mean), v128.load32_splat(mean, MEAN), part);
  const open = f32x4.mul(f32x4.sub(f32x4.splat(255), behind), f32x4.splat(1 / 255));
  return f32x4.add(f32x4.mul(behind, strongest), f32x4.mul(open, colour));
}
