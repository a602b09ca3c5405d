/** How many bytes an encoder needs for how true a film is, between what was measured of it. Pure. */

/** A film that was encoded. */
export interface Encoded {
  bytes: number;
  /** Less than 1. */
  ssim: number;
}

/**
 * The bytes that the encoder of these films needs for a truth between theirs: SSIM in dB and the logarithm of the
 * size are taken to lie on a line from one to the next, and beyond the last ones to go on as there.
 * @param films at least two, of different truth
 */
export function bytesAtSsim(films: readonly Encoded[], ssim: number): number {
  const points = films
    .map((film) => ({ db: decibels(film.ssim), size: Math.log(film.bytes) }))
    .sort((one, other) => one.db - other.db);
  const db = decibels(ssim);
  const next = points.findIndex((point) => point.db >= db);
  const at = next < 0 ? points.length - 1 : Math.max(1, next);
  const [low, high] = [points[at - 1], points[at]];
  if (!low || !high) throw new Error('A curve needs two films at least.');
  const share = (db - low.db) / (high.db - low.db);
  return Math.exp(low.size + share * (high.size - low.size));
}

/** As video encoders tell it. */
const decibels = (ssim: number): number => -10 * Math.log10(1 - ssim);
