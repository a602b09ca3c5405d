/** Textures of signed bytes around 0, one for each pixel, from fixed seeds. */

import { STEP, whole } from './lanes';

/** Mulberry32 (Tommy Ettinger), as `jobs/studio/chance.ts` has it. */
let state: u32 = 0;

function next(): u32 {
  state += 0x6d2b79f5;
  let t: u32 = (state ^ (state >>> 15)) * (1 | state);
  t = (t + (t ^ (t >>> 7)) * (61 | t)) ^ t;
  return t ^ (t >>> 14);
}

/** What `next` is smaller than. */
const RANGE: f64 = 4294967296;

/** Fine grain. @param texture address of the area's first byte, in rows that are `stride` bytes apart */
export function fillGrain(texture: usize, stride: i32, width: i32, height: i32, seed: u32): void {
  state = seed;
  for (let y = 0; y < height; y++) {
    const row = texture + <usize>(y * stride);
    for (let x = 0; x < width; x++) {
      const sum = <u64>next() + next() + next();
      store<i8>(row + <usize>x, <i8>Math.floor(<f64>sum * (150 / (3 * RANGE)) - 74.5));
    }
  }
}

/**
 * Adds noise to a field of 32-bit floating-point numbers: random cells, smoothly interpolated.
 * @param cells memory for (cellsX + 2) × (cellsY + 3) numbers, and for two more for each pixel of a row
 */
export function addNoise(
  field: usize,
  width: i32,
  height: i32,
  cells: usize,
  cellsX: i32,
  cellsY: i32,
  weight: f64,
  seed: u32,
): void {
  state = seed;
  const stride = cellsX + 2;
  const count = stride * (cellsY + 2);
  for (let i = 0; i < count; i++) {
    store<f32>(cells + ((<usize>i) << 2), <f32>((<f64>next() / RANGE - 0.5) * 255 * weight));
  }
  const between = cells + ((<usize>count) << 2);
  const columns = between + ((<usize>stride) << 2);
  fillColumns(columns, width, cellsX);
  for (let y = 0; y < height; y++) {
    const v = (<f64>y / <f64>height) * <f64>cellsY;
    const upper = cells + ((<usize>(<i32>v * stride)) << 2);
    mixCells(between, upper, upper + ((<usize>stride) << 2), stride, smooth(v - Math.floor(v)));
    let at = columns;
    for (const end = field + ((<usize>width) << 2); field < end; field += 4, at += 8) {
      const left = between + load<u32>(at);
      const one = load<f32>(left);
      store<f32>(field, load<f32>(field) + one + (load<f32>(left, 4) - one) * load<f32>(at, 4));
    }
  }
}

/** For each pixel of a row, how far the cell before it is from the first, in bytes, and how much of the next one it is. */
function fillColumns(columns: usize, width: i32, cells: i32): void {
  for (let x = 0; x < width; x++) {
    const u = (<f64>x / <f64>width) * <f64>cells;
    store<u32>(columns + ((<usize>x) << 3), (<u32>u) << 2);
    store<f32>(columns + ((<usize>x) << 3), <f32>smooth(u - Math.floor(u)), 4);
  }
}

function mixCells(row: usize, upper: usize, lower: usize, count: i32, part: f64): void {
  for (let u = 0; u < count; u++) {
    const at = (<usize>u) << 2;
    store<f32>(row + at, <f32>(<f64>load<f32>(upper + at) * (1 - part) + <f64>load<f32>(lower + at) * part));
  }
}

function smooth(part: f64): f64 {
  return part * part * (3 - 2 * part);
}

/** A field as a texture, in rows that are `stride` bytes apart. @param width a multiple of 4 */
export function fieldToTexture(texture: usize, stride: i32, field: usize, width: i32, height: i32): void {
  for (let y = 0; y < height; y++) {
    const row = texture + <usize>(y * stride);
    for (let x = 0; x < width; x += STEP, field += 16) {
      const values = whole(f32x4.add(v128.load(field), f32x4.splat(0.5)));
      const halves = i16x8.narrow_i32x4_s(values, values);
      const bytes = i8x16.max_s(i8x16.narrow_i16x8_s(halves, halves), i8x16.splat(-127));
      v128.store32_lane(row + <usize>x, bytes, 0);
    }
  }
}

/** Fills the margins of a texture with what is within them, mirrored. */
export function mirrorOut(texture: usize, width: i32, height: i32, left: i32, top: i32): void {
  for (let y = top; y < height - top; y++) {
    const row = texture + <usize>(y * width);
    for (let x = 0; x < left; x++) {
      store<u8>(row + <usize>(left - 1 - x), load<u8>(row + <usize>(left + x)));
      store<u8>(row + <usize>(width - left + x), load<u8>(row + <usize>(width - left - 1 - x)));
    }
  }
  for (let y = 0; y < top; y++) {
    memory.copy(texture + <usize>((top - 1 - y) * width), texture + <usize>((top + y) * width), width);
    const last = height - top - 1;
    memory.copy(texture + <usize>((last + 1 + y) * width), texture + <usize>((last - y) * width), width);
  }
}
