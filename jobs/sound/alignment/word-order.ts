import type { Word } from '#remotion/contract/story-props.ts';

/** Shortest time in which a highlighted word can be seen, ms. */
const SHORTEST_MS = 40;

/**
 * Brings word times into the order that captions need: every word starts after the one before it, lasts at
 * least 40 ms (less only where the sound is too short for all words), ends before the next one starts, and
 * lies within the sound. Times become whole milliseconds; those in order already change by rounding alone.
 * Needs at least one millisecond of sound for each word.
 */
export function orderWords(words: readonly Word[], durationMs: number): Word[] {
  const shortest = Math.max(1, Math.min(SHORTEST_MS, Math.floor(durationMs / Math.max(1, words.length))));
  const end = Math.floor(durationMs);
  const starts = words.map(({ startMs }) => Math.round(startMs));
  let earliest = 0;
  for (let index = 0; index < starts.length; index++) {
    starts[index] = Math.max(starts[index] as number, earliest);
    earliest = (starts[index] as number) + shortest;
  }
  let latest = end - shortest;
  for (let index = starts.length - 1; index >= 0; index--) {
    starts[index] = Math.max(0, Math.min(starts[index] as number, latest));
    latest = (starts[index] as number) - shortest;
  }
  return words.map(({ text, endMs }, index) => {
    const startMs = starts[index] as number;
    const limit = starts[index + 1] ?? end;
    return { text, startMs, endMs: Math.min(Math.max(Math.round(endMs), startMs + shortest), limit) };
  });
}
