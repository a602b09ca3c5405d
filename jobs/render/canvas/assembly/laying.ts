/**
 * Lays images behind what a frame's rows hold already. The nearest image is laid first: what is covered by then is
 * skipped. Pixels between an image's are mixed of their four neighbours: first of two rows, then of two columns.
 */

import { FIRST_MARKS, type Group, LAST_MARKS, OWN_MARKS } from './column-groups';
import { between, evenBytes, laidBehind, WHOLE } from './fixed-point';
import { columnOf, coverageAt, eightOf, fullSide, halfSide, type Side, statesOf, trim } from './frame-band';
import { chunkAt, fullPlacing, groupAt, halfPlacing, type Placing } from './placing';
import { sample } from './sampling';
import { ALL_COVERED, SOME_COVERED, SOME_OPEN, SOME_SEEN } from './seen-blocks';

/**
 * Lays an image into a band.
 * @param first which row of the frame the band's first one is, even, as `rows`
 * @param placing of the image, see `place`
 */
export function lay(band: usize, first: i32, rows: i32, placing: usize): void {
  const full = fullSide(band);
  laySide(full, first, rows, fullPlacing(placing));
  laySide(halfSide(band), first >> 1, rows >> 1, halfPlacing(placing, full.width));
}

function laySide(side: Side, first: i32, rows: i32, placing: Placing): void {
  const top = placing.top;
  const along = placing.along;
  const level = placing.level;
  const bottom = level.height - 1;
  // The rows whose middles lie in the image.
  const from = max(first, <i32>ceil(top - 0.5));
  const to = min(first + rows, <i32>ceil(top + placing.height / along - 0.5));
  for (let y = from; y < to; y++) {
    const v = (<f64>y + 0.5 - top) * along - 0.5;
    const row = <i32>floor(v);
    const part = <i32>((v - <f64>row) * WHOLE + 0.5);
    const y0 = max(0, min(bottom, part === WHOLE ? row + 1 : row));
    const y1 = part === 0 || part === WHOLE ? y0 : max(0, min(bottom, row + 1));
    placing.above = <usize>(y0 * level.stride);
    placing.below = <usize>(y1 * level.stride);
    placing.part = part;
    layRow(side, y - first, placing, level.marks + <usize>(y0 * level.marksStride));
  }
}

/** @param y which row of the band @param marks of the image's row */
function layRow(side: Side, y: i32, placing: Placing, marks: usize): void {
  trim(side, y);
  const open = side.open + ((<usize>y) << 3);
  let from = max(load<i32>(open), placing.from);
  const to = min(load<i32>(open, 4), placing.to);
  if (from >= to) return;
  findKinds(side.kinds, statesOf(side, y), placing, marks, from, to);
  while (from < to) {
    const end = endOf(side.kinds, from, to, SOME_SEEN);
    if (load<u8>(side.kinds + <usize>from)) layStretch(side, y, placing, from, end);
    from = end;
  }
}

/** Of each group the marks of what it sees, and whether it is covered in part; 0 where nothing is to be seen. */
function findKinds(kinds: usize, states: usize, placing: Placing, marks: usize, from: i32, to: i32): void {
  const deciding = i8x16.splat(<i8>(SOME_SEEN | ALL_COVERED));
  const open = i8x16.splat(<i8>SOME_SEEN);
  for (let at = from & ~15; at < to; at += 16) {
    const chunk = chunkAt(placing, at);
    const its = marks + <usize>load<i32>(chunk);
    const first = i8x16.relaxed_swizzle(v128.load(its), v128.load(chunk, FIRST_MARKS));
    const last = i8x16.relaxed_swizzle(v128.load(its, 1), v128.load(chunk, LAST_MARKS));
    const seen = v128.or(v128.or(first, last), v128.load(chunk, OWN_MARKS));
    const kind = v128.or(seen, v128.load(states + <usize>at));
    const isLaid = i8x16.eq(v128.and(kind, deciding), open);
    v128.store(kinds + <usize>at, v128.and(kind, isLaid));
  }
}

/** The group after neighbours that are alike. @param bits of kinds that are looked at */
function endOf(kinds: usize, from: i32, to: i32, bits: i32): i32 {
  const its = <i32>load<u8>(kinds + <usize>from) & bits;
  const mask = eightOf(bits);
  const eight = eightOf(its);
  let end = from + 1;
  while (end + 8 <= to && (load<u64>(kinds + <usize>end) & mask) === eight) end += 8;
  while (end < to && (<i32>load<u8>(kinds + <usize>end) & bits) === its) end++;
  return end;
}

/** Lays neighbouring groups. */
function layStretch(side: Side, y: i32, placing: Placing, from: i32, to: i32): void {
  const level = placing.level;
  const row = <usize>(y * side.width);
  layPlane(side, side.first + row, y, placing, level.first, from, to);
  if (side.second !== side.first) layPlane(side, side.second + row, y, placing, level.second, from, to);
  const isFaded = placing.opacity !== WHOLE;
  let end = from;
  for (; from < to; from = end) {
    end = isFaded ? to : endOf(side.kinds, from, to, SOME_OPEN | SOME_COVERED);
    const kind = isFaded ? SOME_OPEN | SOME_COVERED : <i32>load<u8>(side.kinds + <usize>from);
    if (kind & SOME_OPEN) cover(side, y, placing, from, end, (kind & SOME_COVERED) !== 0);
    else countAsCovered(statesOf(side, y), from, end);
  }
}

/** Counts groups as covered. They are few, for which `memory.fill` is slow. */
function countAsCovered(states: usize, from: i32, end: i32): void {
  for (; from + 8 <= end; from += 8) store<u64>(states + <usize>from, eightOf(ALL_COVERED));
  for (; from < end; from++) store<u8>(states + <usize>from, <u8>ALL_COVERED);
}

/** @param out where the frame's row begins */
function layPlane(side: Side, out: usize, y: i32, placing: Placing, plane: usize, from: i32, to: i32): void {
  const row = rowOf(placing, plane, from, to);
  const isFaded = placing.opacity !== WHOLE;
  let end = from;
  for (; from < to; from = end) {
    end = isFaded ? to : endOf(side.kinds, from, to, SOME_COVERED);
    const isFirst = !isFaded && !(<i32>load<u8>(side.kinds + <usize>from) & SOME_COVERED);
    sample(isFirst ? out : side.spare, row, placing, from, end);
    if (!isFirst) layBehind(side, out, y, placing.opacity, from, end);
  }
}

/** Lays a band's spare row behind what there is. @param out where the frame's row begins */
function layBehind(side: Side, out: usize, y: i32, opacity: i32, from: i32, end: i32): void {
  const bytes = evenBytes();
  for (let group = from; group < end; group++) {
    const at = out + <usize>columnOf(group, side.width);
    const covered = coveredAt(side, y, group);
    const values = v128.load(side.spare + ((<usize>group) << 4));
    v128.store(at, laidBehind(v128.load(at), covered, values, opacity, bytes));
  }
}

/** Counts what groups see of an image as covered. @param isBehind whether anything is covered before */
function cover(side: Side, y: i32, placing: Placing, from: i32, end: i32, isBehind: bool): void {
  const bytes = evenBytes();
  const states = statesOf(side, y);
  sample(side.spare, rowOf(placing, placing.level.alpha, from, end), placing, from, end);
  for (let group = from; group < end; group++) {
    let covered = v128.load(side.spare + ((<usize>group) << 4));
    if (isBehind) {
      const before = coveredAt(side, y, group);
      covered = laidBehind(before, before, covered, placing.opacity, bytes);
    }
    v128.store(coverageAt(side, y, group), covered);
    const some = v128.any_true(covered) ? SOME_COVERED : 0;
    store<u8>(states + <usize>group, <u8>(v128.any_true(v128.not(covered)) ? some : ALL_COVERED));
  }
}

/** How far a group is covered. */
function coveredAt(side: Side, y: i32, group: i32): v128 {
  if (load<u8>(statesOf(side, y) + <usize>group) === 0) return i8x16.splat(0);
  return v128.load(coverageAt(side, y, group));
}

/** The row of a plane that is to be sampled, as far as groups of columns see it. */
function rowOf(placing: Placing, plane: usize, from: i32, end: i32): usize {
  const above = plane + placing.above;
  if (placing.above === placing.below) return above;
  const row = placing.level.row;
  const first = changetype<Group>(groupAt(placing, from)).base & ~15;
  const last = changetype<Group>(groupAt(placing, end - 1)).end;
  mixRows(row + first, above + first, plane + placing.below + first, last - first, placing.part);
  return row;
}

/** Two rows of an image as the one between them. @param part how much of the second, from 0 to `WHOLE` */
function mixRows(row: usize, first: usize, second: usize, count: i32, part: i32): void {
  const parts = i16x8.splat(<i16>part);
  const bytes = evenBytes();
  const end = row + <usize>count;
  for (; row < end; row += 16, first += 16, second += 16) {
    v128.store(row, between(v128.load(first), v128.load(second), parts, bytes));
  }
}
