/** From where on a tab that meets a video for the first time tells of its transitions. Pure. */

/** A video that was begun this recently was begun by whoever opens its page now, ms. */
const JUST_BEGUN_MS = 15_000;

/**
 * @param history oldest first
 * @returns `0`, for all of them, where the video has only just begun; else the newest one's id.
 */
export function firstCursor(history: readonly { id: string; at: Date }[], now: Date): string {
  const [first] = history;
  if (first && now.getTime() - first.at.getTime() < JUST_BEGUN_MS) return '0';
  return history.at(-1)?.id ?? '0';
}
