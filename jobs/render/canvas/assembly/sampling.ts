/** What a frame's columns see of a row of an image, sixteen at a time. */

import { GROUP_BYTES, type Group, PARTS, PLACES } from './column-groups';
import { toward } from './fixed-point';
import { AS_IT_IS, groupAt, NEAR, type Placing } from './placing';

const SIXTEEN = memory.data(16);

/**
 * Writes what columns see of a row, group by group; 0 for those that do not see the image.
 * @param to where a row of groups begins
 * @param row of the image
 * @param from the first group of columns, and `end` the one after the last
 */
export function sample(to: usize, row: usize, placing: Placing, from: i32, end: i32): void {
  let group = groupAt(placing, from);
  const last = groupAt(placing, end);
  let out = to + ((<usize>from) << 4);
  if (placing.sampling === NEAR) {
    for (; group < last; group += GROUP_BYTES, out += 16) v128.store(out, near(row, group));
  } else if (placing.sampling === AS_IT_IS) {
    for (; group < last; group += GROUP_BYTES, out += 16) v128.store(out, asItIs(row, group));
  } else {
    for (; group < last; group += GROUP_BYTES, out += 16) v128.store(out, scattered(row, group));
  }
}

function near(row: usize, at: usize): v128 {
  const group = changetype<Group>(at);
  const first = row + <usize>group.base;
  const second = row + <usize>group.next;
  return i8x16.narrow_i16x8_u(
    mixed(v128.load(first), v128.load(first, 1), v128.load(at, PLACES), v128.load(at, PARTS)),
    mixed(v128.load(second), v128.load(second, 1), v128.load(at, PLACES + 16), v128.load(at, PARTS + 16)),
  );
}

/** Eight columns. @param left pixels that are seen @param right those next to them */
function mixed(left: v128, right: v128, places: v128, parts: v128): v128 {
  return toward(i8x16.relaxed_swizzle(left, places), i8x16.relaxed_swizzle(right, places), parts);
}

function asItIs(row: usize, at: usize): v128 {
  const values = v128.load(row + <usize>changetype<Group>(at).start);
  const low = i16x8.ne(v128.load(at, PLACES), i16x8.splat(-1));
  const high = i16x8.ne(v128.load(at, PLACES + 16), i16x8.splat(-1));
  return v128.and(values, i8x16.narrow_i16x8_s(low, high));
}

/** One column after the other. */
function scattered(row: usize, at: usize): v128 {
  const base = row + <usize>changetype<Group>(at).base;
  for (let i: usize = 0; i < 16; i++) {
    const place = <i32>load<i16>(at + PLACES + (i << 1));
    const part = <i32>load<i16>(at + PARTS + (i << 1));
    const pixel = base + <usize>max(0, place);
    const value = <i32>load<u8>(pixel);
    const between = value + (((<i32>load<u8>(pixel, 1) - value) * part + (1 << 14)) >> 15);
    store<u8>(SIXTEEN + i, place < 0 ? 0 : between);
  }
  return v128.load(SIXTEEN);
}
