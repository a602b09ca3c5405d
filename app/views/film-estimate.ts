/** How long a film a story will make, before anything is made. Pure. */
import { countWords } from '../../jobs/domain/story-text';

/** Spoken words per minute of the built-in voice, pauses between words included. */
const WORDS_PER_MINUTE = 155;
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
  return { words, scenes, durationMs: (words / WORDS_PER_MINUTE) * 60_000 + scenes * BREATH_MS };
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
