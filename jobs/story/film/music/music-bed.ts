/** The composed music under a film: which mood, and by which name it is kept. */

import { sceneLengthMs } from '#jobs/story/film/film-props.ts';
import type { PlanContext } from '#jobs/story/film/plan.ts';
import type { Video } from '#jobs/story/film/video.ts';
import type { MusicMood } from '#jobs/story/order/options.ts';
import { framesToMs, storyTimeline } from '#remotion/contract/timing.ts';
import { moodOf, musicOf, ownMusicOf } from './film-music';
import { musicAccents } from './music-accents';

/** What is asked of the composer. */
export interface MusicBed {
  mood: MusicMood;
  /** Of the film, ms. */
  durationMs: number;
  /** Chooses the tune; every film has its own. */
  seed: number;
  /** Where the film marks something, ms. */
  accents: readonly number[];
  inputHash: string;
  /** Storage key. */
  key: string;
}

/** The music of that mood for the film as it stands; null while it has no length. */
export function musicBed(
  video: Pick<Video, 'id' | 'scenes'>,
  mood: MusicMood,
  { engines, fingerprint }: Pick<PlanContext, 'engines' | 'fingerprint'>,
): MusicBed | null {
  const scenes = video.scenes.map((scene) => ({ ...scene, durationMs: sceneLengthMs(scene) ?? 0 }));
  if (scenes.length === 0 || scenes.some(({ durationMs }) => durationMs === 0)) return null;
  const seed = Number.parseInt(fingerprint(video.id).slice(0, 7), 16);
  const durationMs = framesToMs(storyTimeline(scenes).total);
  const accents = musicAccents(scenes);
  const inputHash = fingerprint({
    kind: 'music',
    engine: engines.music,
    ...{ mood, durationMs, seed },
    // Films that mark nothing have the music that they had before there were accents.
    ...(accents.length > 0 && { accents }),
  });
  return { mood, durationMs, seed, accents, inputHash, key: `${video.id}/music-${inputHash}.wav` };
}

/** The mood that is composed for a film as it stands, or null where it has its author's music, or none. */
export function composedMood(video: Video): MusicMood | null {
  if (ownMusicOf(video)) return video.note?.code === OWN_MUSIC_UNUSABLE ? moodOf(video) : null;
  return musicOf(video);
}

/** Code of the note that a film's own music gave way to a composed one. */
export const OWN_MUSIC_UNUSABLE = 'own_music_unusable';
