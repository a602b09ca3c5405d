/** How long a film a story will make, before anything is made. Pure. */

import { scenesFor, wordsFor } from '#jobs/story/budget/film-plan.ts';
import { readingTimes } from '#jobs/story/film/reading-times.ts';
import { countWords } from '#jobs/story/order/story-text.ts';

/** Words of an ordinary scene. */
const WORDS_PER_SCENE = 22;
/** What a scene adds to its speech, ms. */
const BREATH_MS = 400;

export interface FilmEstimate {
  words: number;
  scenes: number;
  /** ms */
  durationMs: number;
}

/** Counts words and estimates scenes and length; all zero for a text without words. */
export function estimateFilm(story: string): FilmEstimate {
  const words = countWords(story);
  if (words === 0) return { words: 0, scenes: 0, durationMs: 0 };
  const scenes = Math.max(1, Math.round(words / WORDS_PER_SCENE));
  // The voices speak at the pace of a calm reader, within a few percent.
  const readMs = readingTimes(story, 'normal').at(-1)?.endMs ?? 0;
  return { words, scenes, durationMs: readMs + scenes * BREATH_MS };
}

/** The same for a film that a model writes to a wanted length, s; all zero without an idea to write of. */
export function estimateWrittenFilm(idea: string, seconds: number): FilmEstimate {
  if (countWords(idea) === 0) return { words: 0, scenes: 0, durationMs: 0 };
  return { words: wordsFor(seconds), scenes: scenesFor(seconds), durationMs: seconds * 1000 };
}

/** A length as people say it: `48 s`, `1 min 5 s`. */
export function spokenLength(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const rest = seconds % 60;
  return rest === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}

/** A length as players show it: `0:48`. */
export function clockLength(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
