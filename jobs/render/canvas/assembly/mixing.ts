/** What lies behind all images of a frame. */

import { between, evenBytes, laidBehind, WHOLE } from './fixed-point';
import { columnOf, coverageAt, fullSide, halfSide, type Side, statesOf, trim } from './frame-band';
import { ALL_COVERED } from './seen-blocks';

/** Fills what is open of a band's rows with a colour. @param ground its luma, and both differences in the next bytes */
export function settle(band: usize, rows: i32, ground: u32): void {
  const full = fullSide(band);
  const half = halfSide(band);
  const luma = i8x16.splat(<i8>ground);
  const cb = i8x16.splat(<i8>(ground >> 8));
  const cr = i8x16.splat(<i8>(ground >> 16));
  for (let y = 0; y < rows; y++) settleRow(full, full.first, y, luma);
  for (let y = 0; y < rows >> 1; y++) {
    settleRow(half, half.first, y, cb);
    settleRow(half, half.second, y, cr);
  }
}

function settleRow(side: Side, plane: usize, y: i32, values: v128): void {
  const row = plane + <usize>(y * side.width);
  trim(side, y);
  const to = load<i32>(side.open + ((<usize>y) << 3), 4);
  for (let group = load<i32>(side.open + ((<usize>y) << 3)); group < to; group++) {
    fill(side, y, group, row + <usize>columnOf(group, side.width), values);
  }
}

/**
 * Fills what is open of a band's rows with a mixture of those of two others, which are filled.
 * @param amount how much there is of the second, from 0 to `WHOLE`
 */
export function settleOn(band: usize, rows: i32, one: usize, other: usize, amount: i32): void {
  const full = fullSide(band);
  const half = halfSide(band);
  for (let y = 0; y < rows; y++)
    mixRow(full, full.first, y, fullSide(one).first, fullSide(other).first, amount);
  for (let y = 0; y < rows >> 1; y++) {
    mixRow(half, half.first, y, halfSide(one).first, halfSide(other).first, amount);
    mixRow(half, half.second, y, halfSide(one).second, halfSide(other).second, amount);
  }
}

function mixRow(side: Side, plane: usize, y: i32, one: usize, other: usize, amount: i32): void {
  const parts = i16x8.splat(<i16>amount);
  const bytes = evenBytes();
  for (let group = 0; group < side.groups; group++) {
    const at = <usize>(y * side.width + columnOf(group, side.width));
    const values = between(v128.load(one + at), v128.load(other + at), parts, bytes);
    fill(side, y, group, plane + at, values);
  }
}

/** Lays values behind a group. @param out where its pixels are */
function fill(side: Side, y: i32, group: i32, out: usize, values: v128): void {
  const state = load<u8>(statesOf(side, y) + <usize>group);
  if (state === ALL_COVERED) return;
  if (state === 0) {
    v128.store(out, values);
    return;
  }
  const covered = v128.load(coverageAt(side, y, group));
  v128.store(out, laidBehind(v128.load(out), covered, values, WHOLE, evenBytes()));
}
