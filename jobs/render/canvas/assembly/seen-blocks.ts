/** What is seen in each sixteen pixels of an image's rows, so that most are laid without a look at their alpha. */

import { fullLevel, halfLevel, type Level } from './image-memory';

/** Bits of a mark. */
export const SOME_SEEN: i32 = 1;
export const SOME_OPEN: i32 = 2;
/** Of what lies before them in a frame: see `frame-band.ts`. */
export const SOME_COVERED: i32 = 4;
export const ALL_COVERED: i32 = 8;

/** Marks the blocks of an image that was taken in. A row's marks hold for the row below it too, with which it is mixed. */
export function markBlocks(image: usize): void {
  markLevel(fullLevel(image));
  markLevel(halfLevel(image));
}

function markLevel(level: Level): void {
  let mark = 0;
  const blocks = level.marksStride;
  for (let y = 0; y < level.height; y++) {
    const row = level.alpha + <usize>(y * level.stride);
    const marks = level.marks + <usize>(y * blocks);
    for (let block = 0; block < blocks; block++) {
      const at = row + <usize>(block << 4);
      // Of the last block the second half may not be the image's.
      const alphas = (block << 4) + 8 < level.width ? v128.load(at) : v128.load64_splat(at);
      const seen = v128.any_true(alphas) ? SOME_SEEN : 0;
      const its = v128.any_true(v128.not(alphas)) ? seen | SOME_OPEN : seen;
      store<u8>(marks + <usize>block, <u8>its);
      mark |= its;
    }
  }
  level.mark = mark;
  const last = level.marks + <usize>((level.height - 1) * blocks);
  for (let at = level.marks; at < last; at++) store<u8>(at, load<u8>(at) | load<u8>(at + <usize>blocks));
}
