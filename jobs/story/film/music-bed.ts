/** The composed music under a film: which mood, and by which name it is kept. */

import type { MusicMood } from '#jobs/story/order/options.ts';
import { moodOf, musicOf, ownMusicOf, type PlanContext } from './plan';
import type { Video } from './video';

/** What is asked of the composer. */
export interface MusicBed {
  mood: MusicMood;
  /** Of the film, ms. */
  durationMs: number;
  /** Chooses the tune; every film has its own. */
  seed: number;
  inputHash: string;
  /** Storage key. */
  key: string;
}

/** The music of that mood for a film of that length. */
export function musicBed(
  video: Pick<Video, 'id'>,
  mood: MusicMood,
  durationMs: number,
  { engines, fingerprint }: Pick<PlanContext, 'engines' | 'fingerprint'>,
): MusicBed {
  const seed = Number.parseInt(fingerprint(video.id).slice(0, 7), 16);
  const inputHash = fingerprint({ kind: 'music', engine: engines.music, mood, durationMs, seed });
  return { mood, durationMs, seed, inputHash, key: `${video.id}/music-${inputHash}.wav` };
}

/** The mood that is composed for a film as it stands, or null where it has its author's music, or none. */
export function composedMood(video: Video): MusicMood | null {
  if (ownMusicOf(video)) return video.note?.code === OWN_MUSIC_UNUSABLE ? moodOf(video) : null;
  return musicOf(video);
}

/** Code of the note that a film's own music gave way to a composed one. */
export const OWN_MUSIC_UNUSABLE = 'own_music_unusable';
