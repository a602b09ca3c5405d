/**
 * Lays images behind each other, each scaled and moved. Four bytes for each pixel: red, green, blue, alpha, the colours
 * multiplied by it. The nearest image is laid first: what is covered by then is skipped.
 */

import { rounded } from './fixed-point';

/** Bytes of a table of columns: for each an offset, and after all of them for each two weights, four times. */
const OFFSET_BYTES: usize = 4;
const WEIGHT_BYTES: usize = 16;

/**
 * Fills a table that tells for each column of the frame which pixel of an image it sees, and how much of it and of the
 * next one.
 * @param left where the image's first pixel's corner stands in the frame, px
 * @param across how many pixels of the image a pixel of the frame is
 * @param opacity from 0 to 256
 * @param clipLeft the first column that it may be seen in, and `clipRight` the one after the last
 */
export function fillColumns(
  table: usize,
  columns: i32,
  width: i32,
  left: f64,
  across: f64,
  opacity: i32,
  clipLeft: i32,
  clipRight: i32,
): void {
  const weights = table + <usize>columns * OFFSET_BYTES;
  for (let x = 0; x < columns; x++) {
    const u = (<f64>x + 0.5 - left) * across - 0.5;
    const isSeen = u > -0.5 && u < <f64>width - 0.5 && x >= clipLeft && x < clipRight;
    const at = max(0, min(width - 1, <i32>floor(u)));
    const second = !isSeen ? 0 : <i32>(max(0.0, min(1.0, u - <f64>at)) * <f64>opacity);
    const first = !isSeen ? 0 : opacity - second;
    store<i32>(table + <usize>x * OFFSET_BYTES, at << 2);
    const pair = v128.shuffle<i64>(i16x8.splat(<i16>first), i16x8.splat(<i16>second), 0, 2);
    v128.store(weights + <usize>x * WEIGHT_BYTES, pair);
  }
}

/**
 * Lays an image behind all that is in some rows of the frame already.
 * @param frame the first of these rows, which is the frame's row `firstRow`
 * @param row memory for a row of the image and two pixels more
 * @param table from `fillColumns`, made with the same numbers
 * @param top where the image's first pixel's corner stands in the frame, px
 * @param along how many pixels of the image a pixel of the frame is
 */
export function layBehind(
  frame: usize,
  frameWidth: i32,
  firstRow: i32,
  rows: i32,
  image: usize,
  width: i32,
  height: i32,
  spans: usize,
  row: usize,
  table: usize,
  left: f64,
  top: f64,
  across: f64,
  along: f64,
  clipLeft: i32,
  clipRight: i32,
): void {
  const weights = table + <usize>frameWidth * OFFSET_BYTES;
  // Of the rows those whose middle lies in the image.
  const firstY = max(firstRow, <i32>ceil(top - 0.5));
  const lastY = min(firstRow + rows - 1, <i32>ceil(top + <f64>height / along - 0.5) - 1);
  for (let y = firstY; y <= lastY; y++) {
    const v = (<f64>y + 0.5 - top) * along - 0.5;
    let y0 = <i32>floor(v);
    const fy = <i32>((v - <f64>y0) * 256);
    const y1 = min(height - 1, y0 + 1);
    y0 = max(0, y0);
    const s0 = spans + <usize>y0 * 8;
    const s1 = spans + <usize>y1 * 8;
    const from = min(load<i32>(s0), load<i32>(s1));
    const to = max(load<i32>(s0 + 4), load<i32>(s1 + 4));
    if (to <= from) continue;
    // The pixels that see something of this row, by fours, without those at either end that are covered.
    let firstX = max(clipLeft, <i32>ceil(left + (<f64>from - 0.5) / across - 0.5)) & ~3;
    let endX = (min(clipRight - 1, <i32>floor(left + (<f64>to + 0.5) / across - 0.5)) | 3) + 1;
    const begin = frame + <usize>((y - firstRow) * frameWidth) * 4;
    while (firstX < endX && isCovered(begin + <usize>firstX * 4)) firstX += 4;
    while (firstX < endX && isCovered(begin + <usize>(endX - 4) * 4)) endX -= 4;
    if (firstX >= endX) continue;
    const seen = load<i32>(table + <usize>firstX * OFFSET_BYTES) >> 2;
    const seenEnd = min(width, (load<i32>(table + <usize>(endX - 1) * OFFSET_BYTES) >> 2) + 2);
    mixRows(row, image + <usize>(y0 * width) * 4, image + <usize>(y1 * width) * 4, seen, seenEnd, width, fy);
    let out = begin + <usize>firstX * 4;
    const outEnd = begin + <usize>endX * 4;
    let offset = table + <usize>firstX * OFFSET_BYTES;
    let weight = weights + <usize>firstX * WEIGHT_BYTES;
    for (; out < outEnd; out += 16, offset += 16, weight += 64) {
      const under = v128.load(out);
      const covered = i32x4.shr_u(under, 24);
      if (i32x4.all_true(i32x4.eq(covered, i32x4.splat(255)))) continue;
      const a = mixed(row + load<u32>(offset), weight);
      const b = mixed(row + load<u32>(offset, 4), weight + 16);
      const c = mixed(row + load<u32>(offset, 8), weight + 32);
      const d = mixed(row + load<u32>(offset, 12), weight + 48);
      const low = rounded(i16x8.add(v128.shuffle<i64>(a, b, 0, 2), v128.shuffle<i64>(a, b, 1, 3)));
      const high = rounded(i16x8.add(v128.shuffle<i64>(c, d, 0, 2), v128.shuffle<i64>(c, d, 1, 3)));
      if (!v128.any_true(under)) {
        v128.store(out, i8x16.narrow_i16x8_u(low, high));
        continue;
      }
      // What is left open of each pixel, of 256, for each of its values.
      const open = i32x4.sub(i32x4.splat(255), covered);
      const part = i32x4.add(open, i32x4.shr_u(open, 7));
      const lowPart = v128.shuffle<i16>(part, part, 0, 0, 0, 0, 2, 2, 2, 2);
      const highPart = v128.shuffle<i16>(part, part, 4, 4, 4, 4, 6, 6, 6, 6);
      const seenLow = rounded(i16x8.mul(low, lowPart));
      const seenHigh = rounded(i16x8.mul(high, highPart));
      v128.store(out, i8x16.add_sat_u(under, i8x16.narrow_i16x8_u(seenLow, seenHigh)));
    }
  }
}

/** Whether all four pixels are opaque. */
function isCovered(pixels: usize): bool {
  return i32x4.all_true(i32x4.eq(i32x4.shr_u(v128.load(pixels), 24), i32x4.splat(255)));
}

/** Two neighbours, each of four values in 16 bits, times their weights. */
function mixed(pair: usize, weight: usize): v128 {
  return i16x8.mul(i16x8.extend_low_i8x16_u(v128.load64_zero(pair)), v128.load(weight));
}

/** Two rows of an image as the one between them. @param fy how much of the second, from 0 to 255 */
function mixRows(row: usize, first: usize, second: usize, from: i32, to: i32, width: i32, fy: i32): void {
  const a = i16x8.splat(<i16>(256 - fy));
  const b = i16x8.splat(<i16>fy);
  let x = from & ~3;
  for (; x + 4 <= to; x += 4) {
    const p = v128.load(first + <usize>x * 4);
    const q = v128.load(second + <usize>x * 4);
    const low = i16x8.add(
      i16x8.mul(i16x8.extend_low_i8x16_u(p), a),
      i16x8.mul(i16x8.extend_low_i8x16_u(q), b),
    );
    const high = i16x8.add(
      i16x8.mul(i16x8.extend_high_i8x16_u(p), a),
      i16x8.mul(i16x8.extend_high_i8x16_u(q), b),
    );
    v128.store(row + <usize>x * 4, i8x16.narrow_i16x8_u(rounded(low), rounded(high)));
  }
  for (; x < to; x++) {
    for (let c = 0; c < 4; c++) {
      const o = <usize>(x * 4 + c);
      store<u8>(row + o, (<i32>load<u8>(first + o) * (256 - fy) + <i32>load<u8>(second + o) * fy) >>> 8);
    }
  }
  if (to >= width) store<u32>(row + <usize>width * 4, load<u32>(row + <usize>(width - 1) * 4));
}
