/**
 * Some rows of a frame while images are laid: its luma at full size and both differences of colour at half size, each
 * with how much of every pixel is covered. What is nearest comes first, the ground last.
 */

import { partsOf, times } from './fixed-point';
import { ALL_COVERED, SOME_COVERED } from './seen-blocks';

/** Planes of one size. */
@unmanaged
export class Side {
  /** px, which are bytes from row to row as well */
  width: i32;
  /** Of groups of sixteen columns; the last one begins so that it ends with the row. */
  groups: i32;
  /** Addresses of the planes; of luma there is no second one. */
  first: usize;
  second: usize;
  /** How much of each pixel of each group is covered, from 0 to 255. Holds only for groups that are covered in part. */
  coverage: usize;
  /** Of each group: 0, `SOME_COVERED`, or `ALL_COVERED`. */
  states: usize;
  /** Of each row the first group that is not all covered, and the one after the last: two numbers of 32 bits. */
  open: usize;
  /** Bytes from row to row of these. */
  statesStride: i32;
  /** Memory for a row of marks, and for one of values. */
  kinds: usize;
  spare: usize;
}

const SIDE_BYTES: usize = 64;

export function fullSide(band: usize): Side {
  return changetype<Side>(band);
}

export function halfSide(band: usize): Side {
  return changetype<Side>(band + SIDE_BYTES);
}

/** Bytes of a band. @param width of the frame, px @param rows even */
export function bandBytes(width: i32, rows: i32): i32 {
  return 2 * <i32>SIDE_BYTES + sideBytes(width, rows, 1) + sideBytes(width >> 1, rows >> 1, 2);
}

/** Makes a band ready, with planes of its own. */
export function openBand(band: usize, width: i32, rows: i32): void {
  const full = band + 2 * SIDE_BYTES;
  openSide(fullSide(band), full, width, rows, 1);
  openSide(halfSide(band), full + sideBytes(width, rows, 1), width >> 1, rows >> 1, 2);
}

/** Lets a band fill other planes than its own from now on. @param luma where its first row's goes, as `cb` and `cr` */
export function aimBand(band: usize, luma: usize, cb: usize, cr: usize): void {
  fullSide(band).first = fullSide(band).second = luma;
  halfSide(band).first = cb;
  halfSide(band).second = cr;
}

/**
 * Begins so many rows with nothing but a colour before all.
 * @param ground its luma, and both differences in the next bytes
 * @param darkness how much of it there is, from 0 to 255
 */
export function clearBand(band: usize, rows: i32, ground: u32, darkness: i32): void {
  const full = fullSide(band);
  const half = halfSide(band);
  clearSide(full, rows, darkness);
  clearSide(half, rows >> 1, darkness);
  if (darkness === 0) return;
  fillPlane(full, full.first, rows, ground, darkness);
  fillPlane(half, half.first, rows >> 1, ground >> 8, darkness);
  fillPlane(half, half.second, rows >> 1, ground >> 16, darkness);
}

/** Where in its row a group of sixteen columns begins. */
export function columnOf(group: i32, width: i32): i32 {
  return min(group << 4, width - 16);
}

export function groupsOf(width: i32): i32 {
  return (width + 15) >> 4;
}

/** Skips groups at either end of a row that are all covered. */
export function trim(side: Side, y: i32): void {
  const open = side.open + ((<usize>y) << 3);
  const states = statesOf(side, y);
  let from = load<i32>(open);
  let to = load<i32>(open, 4);
  while (from + 8 <= to && load<u64>(states + <usize>from) === eightOf(ALL_COVERED)) from += 8;
  while (from < to && load<u8>(states + <usize>from) === ALL_COVERED) from++;
  while (from < to && load<u8>(states + <usize>(to - 1)) === ALL_COVERED) to--;
  store<i32>(open, from);
  store<i32>(open, to, 4);
}

/** Eight bytes that are all the same. */
export function eightOf(byte: i32): u64 {
  return i64x2.extract_lane(i8x16.splat(<i8>byte), 0);
}

/** Where a row's states are. */
export function statesOf(side: Side, y: i32): usize {
  return side.states + <usize>(y * side.statesStride);
}

/** Where a group's coverage is. */
export function coverageAt(side: Side, y: i32, group: i32): usize {
  return side.coverage + ((<usize>(y * side.groups + group)) << 4);
}

function openSide(side: Side, at: usize, width: i32, rows: i32, planes: i32): void {
  const bytes = <usize>(width * rows);
  const groups = groupsOf(width);
  side.width = width;
  side.groups = groups;
  side.first = at;
  side.second = at + bytes * (planes - 1);
  side.spare = at + ((bytes * planes + 15) & ~15);
  side.coverage = side.spare + <usize>(groups << 4);
  side.open = side.coverage + <usize>((groups << 4) * rows);
  side.kinds = side.open + <usize>(8 * rows);
  side.statesStride = groupsOf(groups) << 4;
  side.states = side.kinds + <usize>side.statesStride;
}

function sideBytes(width: i32, rows: i32, planes: i32): i32 {
  const groups = groupsOf(width);
  const ofRow = (groups << 4) + 8 + (groupsOf(groups) << 4);
  return (width * rows * planes + 15 + ofRow * (rows + 1) + 15) & ~15;
}

function clearSide(side: Side, rows: i32, darkness: i32): void {
  const groups = side.groups;
  memory.fill(side.states, darkness === 0 ? 0 : <u8>SOME_COVERED, side.statesStride * rows);
  if (darkness > 0) memory.fill(side.coverage, <u8>darkness, (groups << 4) * rows);
  const own = side.width - ((groups - 1) << 4);
  for (let y = 0; y < rows; y++) {
    store<i32>(side.open + ((<usize>y) << 3), 0);
    store<i32>(side.open + ((<usize>y) << 3), groups, 4);
    if (own === 16) continue;
    // What the last group has in common with the one before is laid with that one.
    const last = (y + 1) * groups - 1;
    const coverage = side.coverage + ((<usize>last) << 4);
    memory.fill(coverage, 255, 16 - own);
    memory.fill(coverage + <usize>(16 - own), <u8>darkness, own);
    store<u8>(statesOf(side, y) + <usize>(groups - 1), <u8>SOME_COVERED);
  }
}

function fillPlane(side: Side, plane: usize, rows: i32, ground: u32, darkness: i32): void {
  const values = times(i16x8.splat(<i16>(ground & 255)), partsOf(i16x8.splat(<i16>darkness)));
  memory.fill(plane, i8x16.extract_lane_u(values, 0), side.width * rows);
}
