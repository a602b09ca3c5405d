/** Dynamic time warping (H. Sakoe and S. Chiba 1978): which moment of one sound is which of another. */
import { type Cepstra, COEFFICIENTS } from './cepstra';

export interface Warp {
  /** For each frame of the reference, the middle of the frames of the target that it lies on. */
  targetFrames: Float32Array;
  /** Mean distance along the path: how unlike the two sounds are. */
  meanDistance: number;
}

/** Half the width of the band around the diagonal, as a share of the target's frames, and at least. */
const BAND_SHARE = 0.2;
const NARROWEST_BAND = 100;
/** Standing still in one of the sounds costs this much more than going on in both. */
const STANDING_PENALTY = 0.15;

const DIAGONAL = 0;
const TARGET_ON = 1;
const REFERENCE_ON = 2;

/** The path of least distance from both beginnings to both ends, within a band around the diagonal. */
export function warpOnto(reference: Cepstra, target: Cepstra): Warp {
  const rows = reference.frames;
  const band = Math.max(NARROWEST_BAND, Math.ceil(target.frames * BAND_SHARE));
  const width = 2 * band + 1;
  const slope = target.frames / rows;
  const firstColumn = (row: number) => Math.round(row * slope) - band;
  const moves = new Uint8Array(rows * width);
  let previous = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < rows; row++) {
    const current = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
    const first = firstColumn(row);
    const shift = row === 0 ? 0 : first - firstColumn(row - 1);
    for (let cell = 0; cell < width; cell++) {
      const column = first + cell;
      if (column < 0 || column >= target.frames) continue;
      const distance = distanceBetween(reference, row, target, column);
      if (row === 0 && column === 0) {
        current[cell] = distance;
        continue;
      }
      const diagonal = previous[cell + shift - 1] ?? Number.POSITIVE_INFINITY;
      const referenceOn = (previous[cell + shift] ?? Number.POSITIVE_INFINITY) + STANDING_PENALTY;
      const targetOn = (current[cell - 1] ?? Number.POSITIVE_INFINITY) + STANDING_PENALTY;
      const least = Math.min(diagonal, referenceOn, targetOn);
      current[cell] = least + distance;
      moves[row * width + cell] =
        least === diagonal ? DIAGONAL : least === targetOn ? TARGET_ON : REFERENCE_ON;
    }
    previous = current;
  }
  const lastCell = target.frames - 1 - firstColumn(rows - 1);
  return tracePath(moves, width, firstColumn, rows, target.frames, previous[lastCell] as number);
}

function tracePath(
  moves: Uint8Array,
  width: number,
  firstColumn: (row: number) => number,
  rows: number,
  columns: number,
  total: number,
): Warp {
  const first = new Float32Array(rows);
  const last = new Float32Array(rows).fill(-1);
  let row = rows - 1;
  let column = columns - 1;
  let length = 0;
  for (;;) {
    first[row] = column;
    if ((last[row] as number) < 0) last[row] = column;
    length++;
    if (row === 0 && column === 0) break;
    const move = row === 0 ? TARGET_ON : (moves[row * width + column - firstColumn(row)] as number);
    if (move !== TARGET_ON) row--;
    if (move !== REFERENCE_ON) column--;
  }
  return {
    targetFrames: first.map((value, index) => (value + (last[index] as number)) / 2),
    meanDistance: total / length,
  };
}

function distanceBetween(a: Cepstra, frameA: number, b: Cepstra, frameB: number): number {
  const startA = frameA * COEFFICIENTS;
  const startB = frameB * COEFFICIENTS;
  let sum = 0;
  for (let index = 0; index < COEFFICIENTS; index++) {
    const difference = (a.values[startA + index] as number) - (b.values[startB + index] as number);
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}
