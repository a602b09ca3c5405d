import type { Word } from '#remotion/contract/story-props.ts';
import type { Loudness } from './audio/loudness';
import type { FilmSound } from './audio/mix';

/** Two WAVs that say the same, and when the second one says what. */
export interface SoundsToAlign {
  target: Uint8Array;
  reference: Uint8Array;
  referenceWords: readonly Word[];
}

/** A sound that crosses a thread's border: its bytes, or the path of its file, which is read where it is needed. */
export type StoredWav = Uint8Array | string;

/** See `FilmSound`. */
export type StoredFilmSound = FilmSound<StoredWav>;

/** Work on sounds that takes a processor long. */
export interface SoundTasks {
  /** Leaves the mix in a file, as RIFF/WAVE of 48 kHz, stereo, 16-bit PCM. */
  mixFilm: { request: StoredFilmSound & { file: string }; result: Loudness };
  alignSounds: { request: SoundsToAlign; result: Word[] };
}
