/** Four pixels at once: each of their values as four floating-point numbers, and back. */

/** Pixels in a step; widths and places of all pictures are multiples of it. */
export const STEP: i32 = 4;
/** Bytes of a pixel. */
export const PIXEL: usize = 4;

export function reds(pixels: v128): v128 {
  return f32x4.convert_i32x4_s(v128.and(pixels, i32x4.splat(255)));
}

export function greens(pixels: v128): v128 {
  return f32x4.convert_i32x4_s(v128.and(i32x4.shr_u(pixels, 8), i32x4.splat(255)));
}

export function blues(pixels: v128): v128 {
  return f32x4.convert_i32x4_s(v128.and(i32x4.shr_u(pixels, 16), i32x4.splat(255)));
}

export function alphas(pixels: v128): v128 {
  return f32x4.convert_i32x4_s(i32x4.shr_u(pixels, 24));
}

/** Pixels of four values each, which are cut to whole numbers from 0 to 255. */
export function joined(red: v128, green: v128, blue: v128, alpha: v128): v128 {
  return packed(whole(red), whole(green), whole(blue), whole(alpha));
}

/** The same with the alpha that other pixels have. */
export function joinedWithAlphaOf(pixels: v128, red: v128, green: v128, blue: v128): v128 {
  return packed(whole(red), whole(green), whole(blue), i32x4.shr_u(pixels, 24));
}

function packed(red: v128, green: v128, blue: v128, alpha: v128): v128 {
  const values = i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_s(red, blue), i16x8.narrow_i32x4_s(green, alpha));
  return v128.shuffle<i8>(values, values, 0, 8, 4, 12, 1, 9, 5, 13, 2, 10, 6, 14, 3, 11, 7, 15);
}

/**
 * The whole numbers below values from -16,000 to 16,000, taken from where a sum with a large number has its bits: half
 * the time of a conversion that looks at all that a number may be. The last 512th counts up.
 */
export function whole(values: v128): v128 {
  const sum = f32x4.add(values, f32x4.splat(49152));
  return i32x4.shr_s(i32x4.sub(sum, i32x4.splat(0x47400000)), 8);
}

/** Values that are no less than one number and no more than another. */
export function within(values: v128, least: f32, most: f32): v128 {
  return f32x4.pmax(f32x4.splat(least), f32x4.pmin(f32x4.splat(most), values));
}

/** `from`, and of the way to `to` a part. */
export function mixed(from: v128, to: v128, part: v128): v128 {
  return f32x4.add(from, f32x4.mul(f32x4.sub(to, from), part));
}

/** Four signed bytes of a texture. */
export function signedBytes(at: usize): v128 {
  const bytes = i16x8.extend_low_i8x16_s(v128.load32_zero(at));
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(bytes));
}

/** Four bytes. */
export function plainBytes(at: usize): v128 {
  const bytes = i16x8.extend_low_i8x16_u(v128.load32_zero(at));
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(bytes));
}

/** 0, 1, 2 and 3. */
export function counted(): v128 {
  return f32x4(0, 1, 2, 3);
}

export function isNothing(pixels: v128): bool {
  return !v128.any_true(pixels);
}
