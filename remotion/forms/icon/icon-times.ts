/** When icons come. Pure. */

/** Latest moment at which another one comes, ms after the one before. */
const NEXT_MS = 1800;

/** Time between one icon and the next, ms. */
export function iconGapMs(durationMs: number, count: number): number {
  return Math.min(NEXT_MS, durationMs / (count + 1));
}
