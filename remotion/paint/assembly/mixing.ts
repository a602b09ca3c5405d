/** Mixes colours, writing and other frames into frames; pixels as in `laying.ts`. */

import { rounded } from './fixed-point';

/** Clears a part of a frame. */
export function clear(frame: usize, pixels: i32): void {
  memory.fill(frame, 0, (<usize>pixels) << 2);
}

/** Fills with an opaque colour what is not covered. @param color its bytes as a pixel's */
export function fillBehind(frame: usize, pixels: i32, color: u32): void {
  const end = frame + ((<usize>pixels) << 2);
  const wide = i16x8.extend_low_i8x16_u(i32x4.splat(<i32>color));
  for (let at = frame; at < end; at += 16) {
    const under = v128.load(at);
    const covered = i32x4.shr_u(under, 24);
    if (i32x4.all_true(i32x4.eq(covered, i32x4.splat(255)))) continue;
    const open = i32x4.sub(i32x4.splat(255), covered);
    const part = i32x4.add(open, i32x4.shr_u(open, 7));
    const low = i16x8.mul(wide, v128.shuffle<i16>(part, part, 0, 0, 0, 0, 2, 2, 2, 2));
    const high = i16x8.mul(wide, v128.shuffle<i16>(part, part, 4, 4, 4, 4, 6, 6, 6, 6));
    v128.store(at, i8x16.add_sat_u(under, i8x16.narrow_i16x8_u(rounded(low), rounded(high))));
  }
}

/** Mixes another frame into a frame. @param amount how much of the other, from 0 to 256 */
export function mix(frame: usize, other: usize, pixels: i32, amount: i32): void {
  const end = frame + ((<usize>pixels) << 2);
  const keep = i16x8.splat(<i16>(256 - amount));
  const add = i16x8.splat(<i16>amount);
  for (let at = frame; at < end; at += 16, other += 16) {
    const p = v128.load(at);
    const q = v128.load(other);
    const low = i16x8.add(
      i16x8.mul(i16x8.extend_low_i8x16_u(p), keep),
      i16x8.mul(i16x8.extend_low_i8x16_u(q), add),
    );
    const high = i16x8.add(
      i16x8.mul(i16x8.extend_high_i8x16_u(p), keep),
      i16x8.mul(i16x8.extend_high_i8x16_u(q), add),
    );
    v128.store(at, i8x16.narrow_i16x8_u(rounded(low), rounded(high)));
  }
}

/**
 * Lays an image of the frame's own pixels over some rows of it; what reaches out of the frame is not seen.
 * @param frame the first of these rows, which is the frame's row `firstRow`
 * @param opacity from 0 to 256
 */
export function layOver(
  frame: usize,
  frameWidth: i32,
  firstRow: i32,
  rows: i32,
  image: usize,
  width: i32,
  height: i32,
  left: i32,
  top: i32,
  opacity: i32,
): void {
  const from = max(0, -left);
  const to = min(width, frameWidth - left);
  for (let y = max(firstRow, top); y < min(firstRow + rows, top + height); y++) {
    let at = image + <usize>((y - top) * width + from) * 4;
    let out = frame + <usize>((y - firstRow) * frameWidth + left + from) * 4;
    const end = image + <usize>((y - top) * width + to) * 4;
    for (; at + 16 <= end; at += 16, out += 16) {
      const over = v128.load(at);
      if (!v128.any_true(over)) continue;
      let low = i16x8.extend_low_i8x16_u(over);
      let high = i16x8.extend_high_i8x16_u(over);
      if (opacity < 256) {
        low = rounded(i16x8.mul(low, i16x8.splat(<i16>opacity)));
        high = rounded(i16x8.mul(high, i16x8.splat(<i16>opacity)));
      }
      const under = v128.load(out);
      const underLow = i16x8.mul(i16x8.extend_low_i8x16_u(under), openOf(low));
      const underHigh = i16x8.mul(i16x8.extend_high_i8x16_u(under), openOf(high));
      const sumLow = i16x8.add(rounded(underLow), low);
      const sumHigh = i16x8.add(rounded(underHigh), high);
      v128.store(out, i8x16.narrow_i16x8_u(sumLow, sumHigh));
    }
    for (; at < end; at += 4, out += 4) {
      let low = i16x8.extend_low_i8x16_u(v128.load32_zero(at));
      if (opacity < 256) low = rounded(i16x8.mul(low, i16x8.splat(<i16>opacity)));
      const under = i16x8.mul(i16x8.extend_low_i8x16_u(v128.load32_zero(out)), openOf(low));
      const sum = i16x8.add(rounded(under), low);
      v128.store32_lane(out, i8x16.narrow_i16x8_u(sum, sum), 0);
    }
  }
}

/** What two pixels, of four values in 16 bits each, leave open of what is behind them, of 256, for each value. */
function openOf(pixels: v128): v128 {
  const open = i16x8.sub(i16x8.splat(255), v128.shuffle<i16>(pixels, pixels, 3, 3, 3, 3, 7, 7, 7, 7));
  return i16x8.add(open, i16x8.shr_u(open, 7));
}

/** Mixes a colour into all of a frame. @param color its bytes as a pixel's, opaque @param amount from 0 to 256 */
export function tint(frame: usize, pixels: i32, color: u32, amount: i32): void {
  const end = frame + ((<usize>pixels) << 2);
  const keep = i16x8.splat(<i16>(256 - amount));
  const added = i16x8.mul(i16x8.extend_low_i8x16_u(i32x4.splat(<i32>color)), i16x8.splat(<i16>amount));
  for (let at = frame; at < end; at += 16) {
    const p = v128.load(at);
    const low = rounded(i16x8.add(i16x8.mul(i16x8.extend_low_i8x16_u(p), keep), added));
    const high = rounded(i16x8.add(i16x8.mul(i16x8.extend_high_i8x16_u(p), keep), added));
    v128.store(at, i8x16.narrow_i16x8_u(low, high));
  }
}
