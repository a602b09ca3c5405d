/** Which of an image's pixels a frame's columns see: of each sixteen columns a group, of each sixteen groups a chunk. */

import { WHOLE } from './fixed-point';
import { SOME_OPEN } from './seen-blocks';

/** Sixteen columns. */
@unmanaged
export class Group {
  /** The pixels of the image that its first and its ninth column see, and the one after the last that any sees. */
  base: i32;
  next: i32;
  end: i32;
  /** The pixel beside which the first column is, where pixels are columns; it may be before all of the image. */
  start: i32;
}

/** Of each column of a group: how far its pixel is from its base, then which part it sees of the next one. */
export const PLACES: usize = 16;
export const PARTS: usize = 48;
export const GROUP_BYTES: usize = 80;
/** Bytes from 128 on give 0 in `i8x16.relaxed_swizzle`, so that such a place gives nothing, and others a byte of 16 bits. */
const UNSEEN: i16 = -1;
const UPPER: i32 = 0x8000;

/**
 * Sixteen groups: where in a row of an image's marks (see `seen-blocks.ts`) theirs are. It begins with the number of the
 * mark that the others are counted from, in 32 bits.
 */
export const FIRST_MARKS: usize = 16;
/** One less than how far they are from it. */
export const LAST_MARKS: usize = 32;
/** Marks of the groups' own, of which not all columns see the image. */
export const OWN_MARKS: usize = 48;
export const CHUNK_BYTES: usize = 64;
const UNMARKED: u8 = 255;

/**
 * @param x the group's first column
 * @param first the first one that sees the image, and `last`
 * @param left where the image's first pixel's corner stands in the frame, px
 * @param across how many pixels of the image a pixel of the frame is
 * @param width of the image, px
 * @param isScattered whether places are counted from one base, of 16 bits each
 */
export function fillGroup(
  at: usize,
  x: i32,
  first: i32,
  last: i32,
  left: f64,
  across: f64,
  width: i32,
  isScattered: bool,
): void {
  const group = changetype<Group>(at);
  const base = pixelOf(max(x, first), left, across, width);
  const next = isScattered ? base : pixelOf(max(x + 8, first), left, across, width);
  group.base = base;
  group.next = next;
  group.end = min(width, pixelOf(min(x + 15, last), left, across, width) + 2);
  group.start = x - <i32>left;
  for (let i = 0; i < 16; i++) {
    const column = x + i;
    const isSeen = column >= first && column <= last;
    const seen = (<f64>column + 0.5 - left) * across - 0.5;
    const pixel = max(0, min(width - 1, <i32>floor(seen)));
    const away = pixel - (i < 8 ? base : next);
    const part = (seen - <f64>pixel) * WHOLE + 0.5;
    const bytes = (<usize>i) << 1;
    store<i16>(at + bytes, isSeen ? <i16>(isScattered ? away : away | UPPER) : UNSEEN, PLACES);
    store<i16>(at + bytes, isSeen && part > 0 && pixel < width - 1 ? <i16>part : 0, PARTS);
  }
}

/** The pixel that a column sees, with a part of the next one. */
function pixelOf(column: i32, left: f64, across: f64, width: i32): i32 {
  return max(0, min(width - 1, <i32>floor((<f64>column + 0.5 - left) * across - 0.5)));
}

/**
 * @param groups where the chunk's groups are
 * @param from the first of these that sees the image, and `to` the one after the last
 * @param marks that hold for all of them, or 0 for those of what they see, which are of at most two blocks each
 */
export function fillChunk(at: usize, groups: usize, from: i32, to: i32, marks: i32): void {
  const base = changetype<Group>(groups + <usize>from * GROUP_BYTES).base >> 4;
  store<i32>(at, base);
  for (let i = 0; i < 16; i++) {
    const group = changetype<Group>(groups + <usize>i * GROUP_BYTES);
    const isSeen = i >= from && i < to;
    const isMarked = isSeen && marks === 0;
    store<u8>(at + <usize>i, isMarked ? <u8>((group.base >> 4) - base) : UNMARKED, FIRST_MARKS);
    store<u8>(at + <usize>i, isMarked ? <u8>(((group.end - 1) >> 4) - base - 1) : UNMARKED, LAST_MARKS);
    store<u8>(at + <usize>i, isSeen ? <u8>marks : 0, OWN_MARKS);
  }
}

/** Marks a group as one of which not all columns see the image. @param at of its chunk @param group which it is there */
export function markEdge(at: usize, group: i32): void {
  const own = at + OWN_MARKS + <usize>group;
  store<u8>(own, load<u8>(own) | <u8>SOME_OPEN);
}
