/** Soft maps in the memory of a workbench: one value for each square of a few pixels, blurred. */
import type { Layer, Workbench } from './workbench';

export interface SoftMap {
  at: number;
  /** Squares. */
  width: number;
  height: number;
  /** Side of a square, px. */
  step: number;
}

/** A map for pixels of that size, of which nothing is known yet. */
export const softMap = (
  at: number,
  { width, height }: { width: number; height: number },
  step: number,
): SoftMap => ({
  at,
  width: Math.ceil(width / step),
  height: Math.ceil(height / step),
  step,
});

/** How much of a layer is around, 0 to 255. @param radius of the blur, px @param place which of the maps' memories */
export function softAlpha(
  bench: Workbench,
  layer: Layer,
  { step, radius, place }: { step: 2 | 4; radius: number; place: 0 | 1 },
): SoftMap {
  const map = softMap(bench.scratch.maps[place], layer, step);
  bench.do.fillAlphaMap(map.at, layer.at, layer.width, layer.height, step);
  blur(bench, map, radius / step);
  return map;
}

/** @param radius in squares */
export function blur(
  { scratch, do: { blur: run } }: Workbench,
  { at, width, height }: SoftMap,
  radius: number,
): void {
  run(at, scratch.maps[2], width, height, Math.max(1, Math.round(radius)));
}

/**
 * Reads a map along a row of the picture.
 * @param place which of the rows' memories
 * @param from where the first value is read, px from the map's left upper corner
 * @param factor by which its values are multiplied
 * @returns the address of so many 32-bit floating-point numbers
 */
export function readSoftRow(
  { scratch: { rows }, do: { readRow } }: Workbench,
  { at, width, height, step }: SoftMap,
  place: 0 | 1 | 2,
  count: number,
  [x, y]: readonly [number, number],
  factor: number,
): number {
  readRow(rows[place], count, at, width, height, step, rows[3], x, y, factor);
  return rows[place];
}

/** The same for every fourth pixel, of a map of squares of 4 px. They are where the first row is. */
export function readSoftSquares(
  { scratch: { rows }, do: { readSquares } }: Workbench,
  { at, width, height }: SoftMap,
  count: number,
  [x, y]: readonly [number, number],
  factor: number,
): void {
  readSquares(rows[0], count, at, width, height, rows[3], x, y, factor);
}
