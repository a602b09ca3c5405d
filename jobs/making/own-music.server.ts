import { resolve } from 'node:path';
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import { toFault } from '#jobs/story/film/fault.ts';
import { sceneLengthMs } from '#jobs/story/film/film-props.ts';
import { ownMusicKey } from '#jobs/story/film/music/film-music.ts';
import type { OwnMusic } from '#jobs/story/order/options.ts';
import { MAX_OWN_MUSIC_MS } from '#jobs/story/order/own-music.ts';
import { framesToMs, storyTimeline } from '#remotion/contract/timing.ts';
import type { Production } from './production.server';
import type { StepTools } from './step-tools.server';

/** What keeps an author's file from being a film's music; another attempt with the same file cannot help. */
export class OwnMusicError extends Error {
  override readonly name = 'OwnMusicError';
  /** What to do next. */
  readonly hint = 'For your own music, make the film anew with another file.';
}

/**
 * The author's own music as a WAV, as much of it as the film needs; the mixer repeats what is shorter.
 * @throws OwnMusicError where the file is gone, cannot be decoded, or has no sound in it
 */
export async function readOwnMusic(
  { video, signal }: Production,
  { storage, decoder }: Pick<StepTools, 'storage' | 'decoder'>,
  music: OwnMusic,
): Promise<Uint8Array> {
  const key = ownMusicKey(video.id, music);
  if (!(await storage.has(key))) throw new OwnMusicError('Your music file is not there any more.');
  const lengths = video.scenes.map((scene) => ({ durationMs: sceneLengthMs(scene) ?? 0 }));
  const lengthMs = Math.min(framesToMs(storyTimeline(lengths).total), MAX_OWN_MUSIC_MS);
  const scratch = resolve(await storage.scratchPath('wav'));
  const file = resolve(await storage.localPath(key));
  let wav: Uint8Array;
  try {
    wav = await decoder.decodeMusic({ file, kind: music.kind, scratch, lengthMs }, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (toFault(error).code !== 'encoding_failed') throw error;
    throw new OwnMusicError('Your music file cannot be played.', { cause: error });
  }
  if (isSilent(wav)) throw new OwnMusicError('Your music file has no sound in it.');
  return wav;
}

/** Whether nothing in it rises above −60 dBFS. */
function isSilent(wav: Uint8Array): boolean {
  return decodeWav(wav).channels.every((channel) => channel.every((sample) => Math.abs(sample) < 0.001));
}
