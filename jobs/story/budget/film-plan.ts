/** How a writing model is to tell a story, and how much can be told in a wanted time. */

/** How the model treats what the author gave: cut into scenes as it is, or told in the model's own words. */
export const WRITING_MODES = ['keep-my-words', 'write-for-me'] as const;
export type WritingMode = (typeof WRITING_MODES)[number];

/** Lengths of film that can be asked for, seconds. */
export const TARGET_SECONDS = [15, 30, 60, 90, 180] as const;
export type TargetSeconds = (typeof TARGET_SECONDS)[number];

export const TONES = ['auto', 'warm', 'funny', 'dramatic', 'calm', 'spooky', 'inspiring'] as const;
export type Tone = (typeof TONES)[number];

/** Words a minute of a narrator, pauses included. */
const WORDS_PER_MINUTE = 145;
const SECONDS_PER_SCENE = 7;
const WORDS_PER_SCENE = 20;
const MOST_SCENES = 30;

/** Words that fill a film of that length. */
export function wordsFor(seconds: number): number {
  return Math.round((seconds / 60) * WORDS_PER_MINUTE);
}

/** Scenes that suit a film of that length. */
export function scenesFor(seconds: number): number {
  return Math.max(2, Math.min(MOST_SCENES, Math.round(seconds / SECONDS_PER_SCENE)));
}

/** Scenes that suit a text of that many words. */
export function scenesForWords(words: number): number {
  return Math.max(1, Math.min(MOST_SCENES, Math.round(words / WORDS_PER_SCENE)));
}
