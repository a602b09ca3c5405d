/**
 * How an image lies in memory: its luma and its alpha at full size, and at half size both differences of colour and the
 * alpha again. All have 8 bit and are multiplied by alpha, those of colour in a film's range (see `film-values.ts`).
 */

/** An image at one size. */
@unmanaged
export class Level {
  /** px */
  width: i32;
  height: i32;
  /** Bytes from row to row of planes, and of marks. */
  stride: i32;
  marksStride: i32;
  /** Addresses of the planes; of luma there is no second one. */
  first: usize;
  second: usize;
  alpha: usize;
  /** What is seen in each block of pixels, see `seen-blocks.ts`. */
  marks: usize;
  /** That of all of it. */
  mark: i32;
  /** Where a row between two of the image's is made. */
  row: usize;
}

/** Of a `Level`, to the next one. */
const LEVEL_BYTES: usize = 48;
/** Sampling reads sixteen bytes at a time, of which it uses those that are there. */
const SPARE: i32 = 32;

export function fullLevel(image: usize): Level {
  return changetype<Level>(image);
}

export function halfLevel(image: usize): Level {
  return changetype<Level>(image + LEVEL_BYTES);
}

/** Bytes that an image takes. @param width px, as `height` */
export function imageBytes(width: i32, height: i32): i32 {
  const row = strideOf(width) + SPARE;
  const full = planesBytes(width, height, 2);
  return 2 * <i32>LEVEL_BYTES + row + full + planesBytes(halved(width), halved(height), 3) + SPARE;
}

/** Makes ready so many bytes for an image to be taken in. */
export function openImage(image: usize, width: i32, height: i32): void {
  const row = image + 2 * LEVEL_BYTES;
  const full = row + strideOf(width) + SPARE;
  openLevel(fullLevel(image), full, width, height, 2);
  openLevel(halfLevel(image), full + planesBytes(width, height, 2), halved(width), halved(height), 3);
  fullLevel(image).row = halfLevel(image).row = row;
}

function openLevel(level: Level, at: usize, width: i32, height: i32, planes: i32): void {
  const bytes = <usize>(strideOf(width) * height);
  level.width = width;
  level.height = height;
  level.stride = strideOf(width);
  level.marksStride = strideOf(width) >> 4;
  level.alpha = at;
  level.first = at + bytes;
  level.second = at + bytes * (planes - 1);
  level.marks = at + bytes * planes;
}

function planesBytes(width: i32, height: i32, planes: i32): i32 {
  return strideOf(width) * height * planes + (((strideOf(width) >> 4) * height + 15) & ~15);
}

function strideOf(width: i32): i32 {
  return (width + 15) & ~15;
}

function halved(size: i32): i32 {
  return (size + 1) >> 1;
}
