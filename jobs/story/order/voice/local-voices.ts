/** Voices that were installed on this machine, besides the built-in ones. */
import { StoryError } from '#jobs/story/film/fault.ts';

export interface LocalVoice {
  /** Stable: its model, and its speaker where there are several: `kokoro-en-v0_19/af_bella`. */
  name: string;
  /** As people read it. */
  label: string;
  /** Where it comes from, in a few words. */
  note: string;
  /** Primary BCP 47 languages that it reads; empty where nobody says, so that any may be tried. */
  languages: readonly string[];
}

/** Longest name of one, characters. */
export const MAX_LOCAL_NAME = 200;

export const LOCAL_VOICE_GONE = 'local_voice_gone';

/** @param name as the film's options name it */
export function localVoiceGone(name: string): StoryError {
  return new StoryError({
    code: LOCAL_VOICE_GONE,
    message: `The voice “${name}” is not installed on this machine any more.`,
    hint: 'Put it back (“npm run voices” shows what is there) and press Fix, or choose another voice.',
    retryable: false,
  });
}

export const LOCAL_VOICE_UNABLE = 'local_voice_unable';

/** @param unread signs of a text that the voice does not read */
export function localVoiceUnable(name: string, unread: readonly string[]): StoryError {
  const shown = unread.slice(0, MOST_SHOWN).map((sign) => `“${sign}”`);
  const more = unread.length > MOST_SHOWN ? ` and ${unread.length - MOST_SHOWN} more` : '';
  return new StoryError({
    code: LOCAL_VOICE_UNABLE,
    message: `The voice “${name}” does not read ${shown.join(', ')}${more}.`,
    hint: 'Choose a voice of the story’s language, or write these words otherwise.',
    retryable: false,
  });
}

/** Signs that a message names. */
const MOST_SHOWN = 6;

/** @param why a clause */
export function localVoiceFailed(name: string, why: string): StoryError {
  return new StoryError({
    code: 'voice_failed',
    message: `The voice “${name}” could not speak: ${why}.`,
    hint: 'Try again, or choose another voice.',
    retryable: true,
  });
}
