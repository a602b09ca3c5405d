/** Where an image stands in a frame: made once for each image of a frame, and used in all its rows. */

import { CHUNK_BYTES, fillChunk, fillGroup, GROUP_BYTES, markEdge } from './column-groups';
import { columnOf, groupsOf } from './frame-band';
import { fullLevel, halfLevel, type Level } from './image-memory';

/** How an image's pixels become columns. */
export const AS_IT_IS: i32 = 0;
/** Eight columns see no more than sixteen neighbours. */
export const NEAR: i32 = 1;
export const SCATTERED: i32 = 2;

/** An image at one of its sizes in a frame. */
@unmanaged
export class Placing {
  /** Where the image's first pixel's corner stands, px. */
  top: f64;
  /** How many pixels of the image a pixel of the frame is. */
  along: f64;
  /** Of the image, px: the last one may be there in part. */
  height: f64;
  level: Level;
  sampling: i32;
  /** From 0 to `WHOLE`. */
  opacity: i32;
  /** The first group of columns that sees something of it, and the one after the last. */
  from: i32;
  to: i32;
  /** Where its chunks are. */
  chunks: usize;
  /** Bytes to the two rows of a plane that are mixed, and the part of the second: see `laying.ts`. */
  above: usize;
  below: usize;
  part: i32;
}

/** Groups come after it, then chunks. */
const HEADER_BYTES: usize = 64;

/** Bytes of an image's placing. @param columns of the frame */
export function placingBytes(columns: i32): i32 {
  return oneBytes(columns) + oneBytes(columns >> 1);
}

function oneBytes(columns: i32): i32 {
  const chunks = groupsOf(groupsOf(columns));
  return <i32>HEADER_BYTES + chunks * (16 * <i32>GROUP_BYTES + <i32>CHUNK_BYTES);
}

export function fullPlacing(placing: usize): Placing {
  return changetype<Placing>(placing);
}

export function halfPlacing(placing: usize, columns: i32): Placing {
  return changetype<Placing>(placing + <usize>oneBytes(columns));
}

export function groupAt(placing: Placing, at: i32): usize {
  return changetype<usize>(placing) + HEADER_BYTES + <usize>at * GROUP_BYTES;
}

/** The chunk of sixteen groups from one on. */
export function chunkAt(placing: Placing, group: i32): usize {
  return placing.chunks + <usize>(group >> 4) * CHUNK_BYTES;
}

/**
 * Places an image.
 * @param columns of the frame
 * @param left where the image's first pixel's corner stands in the frame, px, as `top`
 * @param across how many pixels of the image a pixel of the frame is, as `along`
 * @param opacity from 0 to `WHOLE`
 * @param clipLeft the first column that it may be seen in, and `clipRight` the one after the last
 */
export function place(
  placing: usize,
  columns: i32,
  image: usize,
  left: f64,
  top: f64,
  across: f64,
  along: f64,
  opacity: i32,
  clipLeft: f64,
  clipRight: f64,
): void {
  const full = fullPlacing(placing);
  full.level = fullLevel(image);
  full.top = top;
  full.along = along;
  full.height = <f64>full.level.height;
  full.opacity = opacity;
  const width = <f64>full.level.width;
  fill(full, columns, width, left, across, clipLeft, clipRight);
  const half = halfPlacing(placing, columns);
  half.level = halfLevel(image);
  half.top = top / 2;
  half.along = along;
  half.height = full.height / 2;
  half.opacity = opacity;
  fill(half, columns >> 1, width / 2, left / 2, across, clipLeft / 2, clipRight / 2);
}

/** @param width of the image, px: the last one may be there in part */
function fill(
  placing: Placing,
  columns: i32,
  width: f64,
  left: f64,
  across: f64,
  clipLeft: f64,
  clipRight: f64,
): void {
  // The columns whose middles lie in the image.
  const first = max(0, <i32>ceil(max(left, clipLeft) - 0.5));
  const last = min(columns, <i32>ceil(min(left + width / across, clipRight) - 0.5)) - 1;
  const isWhole = across === 1 && left === floor(left);
  const level = placing.level;
  placing.sampling = isWhole ? AS_IT_IS : across <= 2 ? NEAR : SCATTERED;
  placing.chunks = groupAt(placing, groupsOf(groupsOf(columns)) << 4);
  placing.from = first >> 4;
  placing.to = first > last ? placing.from : (last >> 4) + 1;
  if (placing.from === placing.to) return;
  const isScattered = placing.sampling === SCATTERED;
  for (let at = placing.from; at < placing.to; at++) {
    // What the last group has in common with the one before is laid with that one.
    const own = max(first, at << 4);
    fillGroup(groupAt(placing, at), columnOf(at, columns), own, last, left, across, level.width, isScattered);
  }
  for (let at = placing.from & ~15; at < placing.to; at += 16) {
    const from = max(0, placing.from - at);
    // Of an image that is shrunk groups see more than two blocks.
    fillChunk(
      chunkAt(placing, at),
      groupAt(placing, at),
      from,
      min(16, placing.to - at),
      across <= 1 ? 0 : level.mark,
    );
  }
  for (let at = placing.from; at < placing.to; at++) {
    const x = columnOf(at, columns);
    if (x < max(first, at << 4) || x + 15 > last) markEdge(chunkAt(placing, at), at & 15);
  }
}
