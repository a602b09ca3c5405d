import type { Word } from '#remotion/contract/story-props.ts';
import type { FilmMix, FilmSound } from './audio/mix';

/** Two WAVs that say the same, and when the second one says what. */
export interface SoundsToAlign {
  target: Uint8Array;
  reference: Uint8Array;
  referenceWords: readonly Word[];
}

/** Work on sounds that takes a processor long. */
export interface SoundTasks {
  mixFilm: { request: FilmSound; result: FilmMix };
  alignSounds: { request: SoundsToAlign; result: Word[] };
}
