/** Music of the author's own: what may be sent, and why something may not. */

import { readSoundFile } from '#jobs/sound/files/sound-file.ts';
import type { SoundKind } from './sound-kind';

/** Largest file, in bytes. */
export const MAX_OWN_MUSIC_BYTES = 20 * 1024 * 1024;
/** Longest and shortest music, ms; a shorter one than the film is repeated. */
export const MAX_OWN_MUSIC_MS = 10 * 60_000;
const MIN_OWN_MUSIC_MS = 5000;

/** What a file is refused for; the same form as the issues of a draft. */
export interface MusicIssue {
  field: 'music';
  code: string;
  message: string;
  hint: string;
}

/** What is wrong with a file by its size alone, before a byte of it is read. */
export function checkMusicSize(bytes: number): MusicIssue | null {
  if (bytes <= MAX_OWN_MUSIC_BYTES) return null;
  return issue(
    'own_music_too_large',
    `The music file has ${(bytes / 1024 / 1024).toFixed(1)} MB; at most ${MAX_OWN_MUSIC_BYTES / 1024 / 1024} MB are taken.`,
    'Send it as MP3 or M4A, or cut it to the part that you want.',
  );
}

/** What kind of music a file holds, told by its contents, or why it is not taken. */
export function examineMusic(bytes: Uint8Array): { kind: SoundKind } | MusicIssue {
  const tooLarge = checkMusicSize(bytes.length);
  if (tooLarge) return tooLarge;
  const sound = readSoundFile(bytes);
  if (!sound) {
    return issue(
      'own_music_unreadable',
      'The music file is no sound that can be read.',
      'Send MP3, M4A (AAC), WAV, FLAC or Ogg.',
    );
  }
  if (sound.durationMs > MAX_OWN_MUSIC_MS) {
    return issue(
      'own_music_too_long',
      `The music lasts ${Math.ceil(sound.durationMs / 60_000)} minutes; at most ${MAX_OWN_MUSIC_MS / 60_000} are taken.`,
      'Cut it to the part that you want.',
    );
  }
  if (sound.durationMs < MIN_OWN_MUSIC_MS) {
    return issue(
      'own_music_too_short',
      'The music lasts only a moment.',
      `Send at least ${MIN_OWN_MUSIC_MS / 1000} seconds; it is repeated to the length of the film.`,
    );
  }
  return { kind: sound.kind };
}

/** Said where music of one's own is chosen and no file came along. */
export function noMusicFile(): MusicIssue {
  return issue(
    'own_music_missing',
    'There is no file of your own music yet.',
    'Choose a file, or let the music match the story.',
  );
}

function issue(code: string, message: string, hint: string): MusicIssue {
  return { field: 'music', code, message, hint };
}
