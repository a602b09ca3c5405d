import { resolve } from 'node:path';
import { StoryError, toFault } from '../domain/errors';
import type { OwnMusic } from '../domain/options';
import { MAX_OWN_MUSIC_MS } from '../domain/own-music';
import { ownMusicKey } from '../domain/plan';
import type { Production } from '../production.server';
import { decodeMusic } from '../render/decode-music.server';

/**
 * The author's own music as a WAV, as much of it as the film needs; the mixer repeats what is shorter.
 * @throws StoryError `own_music_missing` or `own_music_unreadable`, neither of which another attempt helps
 */
export async function readOwnMusic(
  { studio, video, signal }: Production,
  music: OwnMusic,
  durationMs: number,
): Promise<Uint8Array> {
  const { storage } = studio;
  const key = ownMusicKey(video.id, music);
  if (!(await storage.has(key)))
    throw musicFault('own_music_missing', 'Your music file is not there any more.');
  const lengthMs = Math.min(durationMs, MAX_OWN_MUSIC_MS);
  const scratch = resolve(await storage.scratchPath('wav'));
  const file = resolve(storage.pathOf(key));
  try {
    return await decodeMusic({ file, kind: music.kind, scratch, lengthMs }, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (toFault(error).code !== 'encoding_failed') throw error;
    throw musicFault('own_music_unreadable', 'Your music file cannot be played.', error);
  }
}

function musicFault(code: string, message: string, cause?: unknown): StoryError {
  const hint = 'Make the film anew with another file, or let the music match the story.';
  return new StoryError({ code, message, hint, retryable: false }, { cause });
}
