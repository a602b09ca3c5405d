/** Cuts parts of pictures out for an image file: opaque ones in three bytes a pixel, others in four. */

import { alphas, blues, greens, joined, PIXEL, reds, STEP } from './lanes';

/** The colours of an opaque area. @param pixels address of its first */
export function cutOpaque(colours: usize, pixels: usize, stride: i32, columns: i32, rows: i32): void {
  for (let y = 0; y < rows; y++) {
    const end = pixels + <usize>columns * PIXEL;
    for (let at = pixels; at < end; at += 16, colours += 12) store12(colours, v128.load(at));
    pixels += <usize>stride * PIXEL;
  }
}

/** Writes three bytes of each of four pixels, and four bytes more that the next ones are written over. */
function store12(at: usize, pixels: v128): void {
  v128.store(at, v128.swizzle(pixels, i8x16(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1)));
}

/** The pixels of an area, their colours divided by their alpha. */
export function cutOut(straight: usize, pixels: usize, stride: i32, columns: i32, rows: i32): void {
  for (let y = 0; y < rows; y++) {
    const end = pixels + <usize>columns * PIXEL;
    for (let at = pixels; at < end; at += 16, straight += 16) {
      const all = v128.load(at);
      v128.store(straight, isWhole(all) ? all : divided(all));
    }
    pixels += <usize>stride * PIXEL;
  }
}

function isWhole(pixels: v128): bool {
  return i32x4.all_true(i32x4.eq(i32x4.shr_u(pixels, 24), i32x4.splat(255)));
}

function divided(pixels: v128): v128 {
  if (!v128.any_true(pixels)) return pixels;
  const opacity = alphas(pixels);
  const scale = f32x4.div(f32x4.splat(255), f32x4.pmax(opacity, f32x4.splat(1)));
  const half = f32x4.splat(0.5);
  return joined(
    f32x4.add(f32x4.mul(reds(pixels), scale), half),
    f32x4.add(f32x4.mul(greens(pixels), scale), half),
    f32x4.add(f32x4.mul(blues(pixels), scale), half),
    opacity,
  );
}

/** Side of a square that is filled with one colour, px. */
const SQUARE: i32 = 8;
const COLOURS: u32 = 0x00ffffff;

/**
 * Gives what is hardly seen the mean colour of what is seen beside it, square by square: that takes few bytes, and no
 * dark edge spreads into what is seen. Of a square where nothing is seen the one before it is the measure.
 * @param least alpha from which on a pixel is seen
 */
export function fillUnseen(straight: usize, columns: i32, rows: i32, least: u32): void {
  const stride = <usize>columns * PIXEL;
  let colour: u32 = 0;
  for (let top = 0; top < rows; top += SQUARE) {
    const down = min(SQUARE, rows - top);
    for (let left = 0; left < columns; left += SQUARE) {
      const across = min(SQUARE, columns - left);
      const first = straight + <usize>top * stride + <usize>left * PIXEL;
      const seen = countSeen(first, stride, across, down, least);
      if (seen === across * down) continue;
      if (seen > 0) colour = meanColour(first, stride, across, down, least);
      fillSquare(first, stride, across, down, least, colour);
    }
  }
}

function countSeen(first: usize, stride: usize, across: i32, down: i32, least: u32): i32 {
  const limit = i32x4.splat(<i32>(least << 24));
  let seen = 0;
  for (let y = 0; y < down; y++, first += stride) {
    for (let x = 0; x < across; x += STEP) {
      seen += popcnt(i32x4.bitmask(i32x4.ge_u(v128.load(first + <usize>x * PIXEL), limit)));
    }
  }
  return seen;
}

function meanColour(first: usize, stride: usize, across: i32, down: i32, least: u32): u32 {
  let r: u32 = 0;
  let g: u32 = 0;
  let b: u32 = 0;
  let weight: u32 = 0;
  for (let y = 0; y < down; y++, first += stride) {
    for (let x = 0; x < across; x++) {
      const pixel = load<u32>(first + <usize>x * PIXEL);
      const opacity = pixel >>> 24;
      if (opacity < least) continue;
      r += (pixel & 255) * opacity;
      g += ((pixel >>> 8) & 255) * opacity;
      b += ((pixel >>> 16) & 255) * opacity;
      weight += opacity;
    }
  }
  return (r / weight) | ((g / weight) << 8) | ((b / weight) << 16);
}

function fillSquare(first: usize, stride: usize, across: i32, down: i32, least: u32, colour: u32): void {
  for (let y = 0; y < down; y++, first += stride) {
    for (let x = 0; x < across; x++) {
      const at = first + <usize>x * PIXEL;
      const pixel = load<u32>(at);
      if (pixel >>> 24 < least) store<u32>(at, (pixel & ~COLOURS) | colour);
    }
  }
}
