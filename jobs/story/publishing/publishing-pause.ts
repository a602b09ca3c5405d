/** When a publication that came to a halt is tried again. Pure. */

/** Tries in a row without getting further, after which it waits for a person. */
export const MOST_SETBACKS = 8;

const FIRST_MS = 2_000;
const LONGEST_MS = 10 * 60_000;

/**
 * How long it waits, ms: longer after each try that got no further, and not all at once.
 * @param setbacks tries in a row without getting further, at least 1
 * @param asked for how long the other side asks to be left alone, ms; null where it does not say
 * @param chance from 0 (included) to 1 (excluded)
 */
export function publishingPauseMs(setbacks: number, asked: number | null, chance: number): number {
  const own = Math.min(LONGEST_MS, FIRST_MS * 2 ** (setbacks - 1)) * (0.5 + chance / 2);
  return Math.round((asked ?? 0) + own);
}
