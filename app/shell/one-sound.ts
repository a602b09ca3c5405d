/** One sound at a time on a page: whatever begins to sound silences what sounded before. */

/** Stops whatever sounds now. */
let silence: (() => void) | null = null;

/**
 * Says that something begins to sound.
 * @param stop is called as soon as anything else begins; the same function again changes nothing.
 */
export function soundAlone(stop: () => void): void {
  if (silence === stop) return;
  silence?.();
  silence = stop;
}
