/**
 * An image's values as a film has them: BT.709 in a film's range (ITU-R BT.709-6, 8 bit), where luma has 219 steps from
 * 16 and differences of colour have 224 about 128. All are multiplied by alpha: 16 and 128 are then parts of the sum as
 * colours are, and what is laid over each other in these values is the same as in red, green and blue.
 */

import { fullLevel, halfLevel } from './image-memory';

/** Sixteen pixels of two rows, where an image ends before. */
const REST = memory.data(128);
const PIXEL: usize = 4;

/** Numbers that are kept in memory, since a constant would be made anew each time in a loop. */
const CONSTANTS = memory.data<i16>([
  // Of 1/16384: 0.2126, 0.7152, 0.0722 of 219/255, and 16/255 of alpha.
  2991, 10064, 1016, 1028, 2991, 10064, 1016, 1028,
  // Of 1/65536, for four pixels: -0.114572, -0.385428, 0.5 of 224/255, and 128/255 of alpha.
  -1649, -5547, 7196, 8224, -1649, -5547, 7196, 8224,
  // 0.5, -0.454153, -0.045847.
  7196, -6536, -660, 8224, 7196, -6536, -660, 8224,
  // Halves of these parts, in 32 bits.
  8192, 0, 8192, 0, 8192, 0, 8192, 0, -32768, 0, -32768, 0, -32768, 0, -32768, 0,
  // The alphas of four pixels, and where they are, for each of their bytes.
  0, -256, 0, -256, 0, -256, 0, -256, 0x0303, 0x0303, 0x0707, 0x0707, 0x0b0b, 0x0b0b, 0x0f0f, 0x0f0f,
]);
const OF_LUMA: usize = 0;
const OF_CB: usize = 16;
const OF_CR: usize = 32;
const HALF_LUMA: usize = 48;
const HALF_DIFFERENCE: usize = 64;
const ALPHAS: usize = 80;
const SPREAD: usize = 96;

/**
 * Takes rows of an image in.
 * @param pixels red, green, blue and alpha of each
 * @param first which row of the image the first of these is, even; their number is even but at an image's end
 * @param isMultiplied whether colours are multiplied by alpha already
 */
export function takeRows(image: usize, pixels: usize, first: i32, rows: i32, isMultiplied: bool): void {
  const full = fullLevel(image);
  const half = halfLevel(image);
  const width = full.width;
  const pitch = <usize>width * PIXEL;
  const alphas = v128.load(CONSTANTS, ALPHAS);
  for (let y = 0; y < rows; y += 2) {
    const top = pixels + <usize>y * pitch;
    // The last row of an odd number is its own neighbour, written twice.
    const next = y + 1 < rows ? 1 : 0;
    const bottom = top + <usize>next * pitch;
    const at = <usize>((first + y) * full.stride);
    const down = <usize>(next * full.stride);
    const halfAt = <usize>(((first + y) >> 1) * half.stride);
    for (let x = 0; x < width; x += 8) {
      let p = top + <usize>x * PIXEL;
      let q = bottom + <usize>x * PIXEL;
      if (x + 8 > width) {
        p = continued(p, width - x, REST);
        q = continued(q, width - x, REST + 8 * PIXEL);
      }
      const luma = full.first + at + <usize>x;
      const alpha = full.alpha + at + <usize>x;
      const halfTo = halfAt + <usize>(x >> 1);
      const halfAlpha = half.alpha + halfTo;
      const cb = half.first + halfTo;
      const cr = half.second + halfTo;
      const some = v128.or(v128.or(v128.load(p), v128.load(p, 16)), v128.or(v128.load(q), v128.load(q, 16)));
      if (v128.any_true(v128.and(some, alphas))) {
        takeBlock(p, q, isMultiplied, luma, alpha, down, halfAlpha, cb, cr);
      } else {
        leaveOut(luma, alpha, down, halfAlpha, cb, cr);
      }
    }
  }
}

/** Fewer than eight pixels, and the last of them up to eight. @returns `to` */
function continued(pixels: usize, count: i32, to: usize): usize {
  for (let x = 0; x < 8; x++) {
    store<u32>(to + <usize>x * PIXEL, load<u32>(pixels + <usize>min(x, count - 1) * PIXEL));
  }
  return to;
}

/** Nothing of eight pixels of each of two rows. */
function leaveOut(luma: usize, alpha: usize, down: usize, halfAlpha: usize, cb: usize, cr: usize): void {
  store<u64>(luma, 0);
  store<u64>(luma + down, 0);
  store<u64>(alpha, 0);
  store<u64>(alpha + down, 0);
  store<u32>(halfAlpha, 0);
  store<u32>(cb, 0);
  store<u32>(cr, 0);
}

/** Eight pixels of each of two rows. @param down bytes to the second row of luma and alpha */
function takeBlock(
  top: usize,
  bottom: usize,
  isMultiplied: bool,
  luma: usize,
  alpha: usize,
  down: usize,
  halfAlpha: usize,
  cb: usize,
  cr: usize,
): void {
  let p = v128.load(top);
  let pp = v128.load(top, 16);
  let q = v128.load(bottom);
  let qq = v128.load(bottom, 16);
  const all = v128.and(v128.and(p, pp), v128.and(q, qq));
  if (!isMultiplied && v128.any_true(v128.andnot(v128.load(CONSTANTS, ALPHAS), all))) {
    p = multiplied(p);
    pp = multiplied(pp);
    q = multiplied(q);
    qq = multiplied(qq);
  }
  const a = i16x8.extend_low_i8x16_u(p);
  const b = i16x8.extend_high_i8x16_u(p);
  const c = i16x8.extend_low_i8x16_u(pp);
  const d = i16x8.extend_high_i8x16_u(pp);
  const e = i16x8.extend_low_i8x16_u(q);
  const f = i16x8.extend_high_i8x16_u(q);
  const g = i16x8.extend_low_i8x16_u(qq);
  const h = i16x8.extend_high_i8x16_u(qq);
  v128.store64_lane(luma, lumaOf(a, b, c, d), 0);
  v128.store64_lane(luma + down, lumaOf(e, f, g, h), 0);
  v128.store64_lane(alpha, alphaOf(p, pp), 0);
  v128.store64_lane(alpha + down, alphaOf(q, qq), 0);
  // Sums of two by two pixels.
  const left = pairs(i16x8.add(a, e), i16x8.add(b, f));
  const right = pairs(i16x8.add(c, g), i16x8.add(d, h));
  v128.store32_lane(cb, differenceOf(left, right, v128.load(CONSTANTS, OF_CB)), 0);
  v128.store32_lane(cr, differenceOf(left, right, v128.load(CONSTANTS, OF_CR)), 0);
  const alphas = i16x8.shr_u(
    i16x8.add(v128.shuffle<i16>(left, right, 3, 7, 11, 15, 3, 7, 11, 15), i16x8.splat(2)),
    2,
  );
  v128.store32_lane(halfAlpha, i8x16.narrow_i16x8_u(alphas, alphas), 0);
}

/** Four pixels' colours times their alpha, to the nearest of 255 parts. */
function multiplied(pixels: v128): v128 {
  const alphas = i8x16.relaxed_swizzle(pixels, v128.load(CONSTANTS, SPREAD));
  const by = v128.or(alphas, v128.load(CONSTANTS, ALPHAS));
  const low = i16x8.extmul_low_i8x16_u(pixels, by);
  const high = i16x8.extmul_high_i8x16_u(pixels, by);
  return i8x16.narrow_i16x8_u(ofWhole(low), ofWhole(high));
}

/** Products of 255 parts as values: the nearest to what a division by 255 would give. */
function ofWhole(products: v128): v128 {
  const more = i16x8.add(products, i16x8.splat(128));
  return i16x8.shr_u(i16x8.add(more, i16x8.shr_u(more, 8)), 8);
}

/** The luma of eight pixels, two in each of four. */
function lumaOf(a: v128, b: v128, c: v128, d: v128): v128 {
  const weights = v128.load(CONSTANTS, OF_LUMA);
  const half = v128.load(CONSTANTS, HALF_LUMA);
  const low = sums(i32x4.dot_i16x8_s(a, weights), i32x4.dot_i16x8_s(b, weights));
  const high = sums(i32x4.dot_i16x8_s(c, weights), i32x4.dot_i16x8_s(d, weights));
  const narrow = i16x8.narrow_i32x4_u(
    i32x4.shr_u(i32x4.add(low, half), 14),
    i32x4.shr_u(i32x4.add(high, half), 14),
  );
  return i8x16.narrow_i16x8_u(narrow, narrow);
}

/** A difference of colour of four sums of four pixels, two in each of two. */
function differenceOf(left: v128, right: v128, weights: v128): v128 {
  const four = sums(i32x4.dot_i16x8_s(left, weights), i32x4.dot_i16x8_s(right, weights));
  const values = i32x4.shr_s(i32x4.add(four, v128.load(CONSTANTS, HALF_DIFFERENCE)), 16);
  const narrow = i16x8.narrow_i32x4_u(values, values);
  return i8x16.narrow_i16x8_u(narrow, narrow);
}

/** The alphas of eight pixels. */
function alphaOf(first: v128, second: v128): v128 {
  const narrow = i16x8.narrow_i32x4_u(i32x4.shr_u(first, 24), i32x4.shr_u(second, 24));
  return i8x16.narrow_i16x8_u(narrow, narrow);
}

/** Sums of neighbours: of the first four numbers, then of the second. */
function sums(a: v128, b: v128): v128 {
  return i32x4.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7));
}

/** Four pixels, two in each of two, as two sums of neighbours. */
function pairs(a: v128, b: v128): v128 {
  return i16x8.add(v128.shuffle<i64>(a, b, 0, 2), v128.shuffle<i64>(a, b, 1, 3));
}
