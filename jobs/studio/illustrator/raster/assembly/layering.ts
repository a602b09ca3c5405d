/** Lays premultiplied pixels over others, with a shadow or without. */

import { alphas, blues, greens, isNothing, joined, mixed, PIXEL, reds, STEP } from './lanes';

/** A shadow that nobody sees, 0 to 1. */
const FAINT: f32 = 0.004;

/**
 * Lays an area over another, whose widths may differ.
 * @param over address of the area's first pixel, and `under` of that which it comes over
 */
export function layOver(
  under: usize,
  underWidth: i32,
  over: usize,
  overWidth: i32,
  columns: i32,
  rows: i32,
): void {
  for (let y = 0; y < rows; y++) {
    const from = over + <usize>(y * overWidth) * PIXEL;
    const end = from + <usize>columns * PIXEL;
    let out = under + <usize>(y * underWidth) * PIXEL;
    for (let at = from; at < end; at += 16, out += 16) {
      const pixels = v128.load(at);
      if (isNothing(pixels)) continue;
      v128.store(out, isOpaque(pixels) ? pixels : laid(pixels, v128.load(out)));
    }
  }
}

function isOpaque(pixels: v128): bool {
  return i32x4.all_true(i32x4.eq(i32x4.shr_u(pixels, 24), i32x4.splat(255)));
}

function laid(over: v128, under: v128): v128 {
  const keep = v128.xor(
    v128.swizzle(over, i8x16(3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15)),
    i8x16.splat(-1),
  );
  const low = i16x8.extmul_low_i8x16_u(under, keep);
  const high = i16x8.extmul_high_i8x16_u(under, keep);
  return i8x16.add_sat_u(over, i8x16.narrow_i16x8_u(parts(low), parts(high)));
}

/** Products of two bytes, divided by 255: exact. */
function parts(products: v128): v128 {
  const sum = i16x8.add(i16x8.add(products, i16x8.splat(1)), i16x8.shr_u(products, 8));
  return i16x8.shr_u(sum, 8);
}

/**
 * Lays a row over another, which its soft shadow darkens first; where nothing lies behind, the shadow itself is laid.
 * @param shade how strong the shadow is, 0 to 1: a 32-bit floating-point number for each four pixels
 */
export function layShadedRow(
  under: usize,
  over: usize,
  columns: i32,
  shade: usize,
  red: f32,
  green: f32,
  blue: f32,
): void {
  const end = over + <usize>columns * PIXEL;
  for (; over < end; over += 16, under += 16, shade += 4) {
    const pixels = v128.load(over);
    if (isOpaque(pixels)) {
      v128.store(under, pixels);
      continue;
    }
    const strength = load<f32>(shade);
    if (strength <= FAINT) {
      if (!isNothing(pixels)) v128.store(under, laid(pixels, v128.load(under)));
      continue;
    }
    const behind = v128.load(under);
    const part = f32x4.splat(strength);
    const alpha = alphas(pixels);
    const keep = f32x4.sub(f32x4.splat(1), f32x4.mul(alpha, f32x4.splat(1 / 255)));
    const r = f32x4.mul(mixed(reds(behind), f32x4.splat(red), part), keep);
    const g = f32x4.mul(mixed(greens(behind), f32x4.splat(green), part), keep);
    const b = f32x4.mul(mixed(blues(behind), f32x4.splat(blue), part), keep);
    const a = f32x4.mul(mixed(alphas(behind), f32x4.splat(255), part), keep);
    const all = joined(
      f32x4.add(r, reds(pixels)),
      f32x4.add(g, greens(pixels)),
      f32x4.add(b, blues(pixels)),
      f32x4.add(a, alpha),
    );
    v128.store(under, all);
  }
}

/** Keeps of pixels as much as others of the same number have of alpha. */
export function keepWithin(pixels: usize, mask: usize, count: i32): void {
  const end = pixels + <usize>count * PIXEL;
  for (; pixels < end; pixels += 16, mask += 16) {
    const part = f32x4.mul(alphas(v128.load(mask)), f32x4.splat(1 / 255));
    const all = v128.load(pixels);
    if (isNothing(all)) continue;
    const half = f32x4.splat(0.5);
    const kept = joined(
      f32x4.add(f32x4.mul(reds(all), part), half),
      f32x4.add(f32x4.mul(greens(all), part), half),
      f32x4.add(f32x4.mul(blues(all), part), half),
      f32x4.add(f32x4.mul(alphas(all), part), half),
    );
    v128.store(pixels, kept);
  }
}

/** Raises each pixel's alpha to the strongest of its colours: light that adds becomes light that covers a little. */
export function containColours(
  pixels: usize,
  width: i32,
  left: i32,
  top: i32,
  right: i32,
  bottom: i32,
): void {
  for (let y = top; y < bottom; y++) {
    const end = pixels + <usize>(y * width + right) * PIXEL;
    for (let at = pixels + <usize>(y * width + (left & ~(STEP - 1))) * PIXEL; at < end; at += 16) {
      const all = v128.load(at);
      if (isNothing(all) || isOpaque(all)) continue;
      const most = i8x16.max_u(i8x16.max_u(all, i32x4.shl(all, 8)), i32x4.shl(all, 16));
      v128.store(at, i8x16.max_u(all, v128.and(most, i32x4.splat(0xff000000))));
    }
  }
}

/**
 * Flags the squares of 8 px, among those that are flagged in `wanted`, in which a pixel within the area has more
 * alpha than `faint`.
 */
export function markShown(
  shown: usize,
  wanted: usize,
  across: i32,
  pixels: usize,
  width: i32,
  faint: i32,
  left: i32,
  top: i32,
  right: i32,
  bottom: i32,
): void {
  const least = i32x4.splat(faint);
  const first = left & ~(STEP - 1);
  for (let y = top; y < bottom; y++) {
    const row = (y >> 3) * across;
    for (let x = first; x < right; x += STEP) {
      const square = <usize>(row + (x >> 3));
      if (!load<u8>(wanted + square) || load<u8>(shown + square)) continue;
      const alpha = i32x4.shr_u(v128.load(pixels + <usize>(y * width + x) * PIXEL), 24);
      if (v128.any_true(i32x4.gt_s(alpha, least))) store<u8>(shown + square, 1);
    }
  }
}
