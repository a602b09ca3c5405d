/** Curves of appearing and going, from frame numbers to amounts in [0, 1]. */

/** Linear from 0 at `from` to 1 at `to`, held outside. */
export function ramp(at: number, from: number, to: number): number {
  if (to <= from) return at >= to ? 1 : 0;
  return Math.min(1, Math.max(0, (at - from) / (to - from)));
}

/** Starts and ends at rest (Perlin's smootherstep). */
export function smooth(amount: number): number {
  return amount ** 3 * (amount * (amount * 6 - 15) + 10);
}

/** Fast at first, ends at rest. */
export function easeOut(amount: number): number {
  return 1 - (1 - amount) ** 3;
}

/** Goes past 1 by about a tenth and comes back: Penner's "back" curve. */
export function overshoot(amount: number): number {
  const back = 1.70158;
  return 1 + (back + 1) * (amount - 1) ** 3 + back * (amount - 1) ** 2;
}
