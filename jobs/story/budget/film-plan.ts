/** How a writing model is to tell a story, and how much can be told in a wanted time. */
import { scenesForMs } from './scene-lengths';

/** How the model treats what the author gave: cut into scenes as it is, or told in the model's own words. */
export const WRITING_MODES = ['keep-my-words', 'write-for-me'] as const;
export type WritingMode = (typeof WRITING_MODES)[number];

/** Lengths of film that can be asked for, seconds. */
export const TARGET_SECONDS = [15, 30, 60, 90, 180] as const;
export type TargetSeconds = (typeof TARGET_SECONDS)[number];

export const TONES = ['auto', 'warm', 'funny', 'dramatic', 'calm', 'spooky', 'inspiring'] as const;
export type Tone = (typeof TONES)[number];

/** Length of a film that a model writes where no other is asked for. */
export const USUAL_SECONDS: TargetSeconds = 60;

/** Words a minute of a narrator, pauses included. */
const WORDS_PER_MINUTE = 145;

/** Seconds of film that a model is asked to write; null where the author's words are kept. */
export function targetSecondsOf(options: {
  writing?: WritingMode | undefined;
  seconds?: TargetSeconds | undefined;
}): TargetSeconds | null {
  return options.writing === 'write-for-me' ? (options.seconds ?? USUAL_SECONDS) : null;
}

/** Words that fill a film of that length. */
export function wordsFor(seconds: number): number {
  return Math.round((seconds / 60) * WORDS_PER_MINUTE);
}

/** Scenes that suit a film of that length. */
export function scenesFor(seconds: number): number {
  return Math.max(2, scenesForMs(seconds * 1000));
}
