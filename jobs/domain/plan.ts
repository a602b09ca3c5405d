/**
 * What must be made, and what stands already. Every asset is named by the fingerprint of all that it is made
 * from; wanted names are compared with stored ones. Skipping what exists, resuming after a crash, and redoing
 * only what an edit touched are all this one comparison.
 */
import type { ProviderIdentity } from '../providers/types';
import { segmentPropsOf } from './film-props';
import { MUSIC_MOODS, type MusicMood } from './options';
import type { Scene, Video } from './video';

/** All that assets depend on besides the video itself. */
export interface PlanContext {
  engines: {
    script: ProviderIdentity;
    speech: ProviderIdentity;
    pictures: ProviderIdentity;
    music: ProviderIdentity;
  };
  /** Changes whenever the same props would be drawn differently. */
  compositionVersion: string;
  /** Equal inputs, equal names; see `fingerprint.server.ts`. */
  fingerprint: (inputs: unknown) => string;
}

export function scriptHash(video: Video, context: PlanContext): string {
  return context.fingerprint({
    kind: 'script',
    engine: context.engines.script,
    story: video.story,
    title: video.titleGiven ? video.title : null,
    scenes: video.options.scenes ?? null,
    language: video.options.language,
  });
}

export function voiceHash(video: Video, scene: Scene, context: PlanContext): string {
  return context.fingerprint({
    kind: 'voice',
    engine: context.engines.speech,
    narration: scene.narration,
    voice: video.options.voice,
    language: video.options.language,
  });
}

export function pictureHash(video: Video, scene: Scene, context: PlanContext): string {
  return context.fingerprint({
    kind: 'picture',
    engine: context.engines.pictures,
    prompt: scene.imagePrompt,
    style: video.options.style,
    format: video.options.format,
    seed: scene.seed,
  });
}

/** Hash of a scene's stretch of the film; null while what it is drawn from is not there yet. */
export function segmentHash(video: Video, position: number, context: PlanContext): string | null {
  // Keys name their bytes, so that the props with keys for URLs name the frames.
  const props = segmentPropsOf(video, position, (key) => key);
  return props && context.fingerprint({ kind: 'segment', version: context.compositionVersion, props });
}

/** Hash of the finished film; null while a segment is missing. */
export function filmHash(video: Video, context: PlanContext): string | null {
  if (video.scenes.some((scene) => !scene.segmentHash || !scene.voiceHash)) return null;
  return context.fingerprint({
    kind: 'film',
    segments: video.scenes.map((scene) => scene.segmentHash),
    voices: video.scenes.map((scene) => scene.voiceHash),
    music: musicOf(video) && { engine: context.engines.music, mood: musicOf(video) },
  });
}

/** The mood of the music bed, or null where none is wanted. */
export function musicOf(video: Video): MusicMood | null {
  const choice = video.options.music;
  if (choice === 'none') return null;
  if (choice !== 'auto') return choice;
  return MUSIC_MOODS.find((mood) => mood === video.mood) ?? 'calm';
}

/** What is still to be made of a scene, or of the film as a whole. */
export interface Plan {
  script: boolean;
  scenes: { voice: boolean; picture: boolean; segment: boolean }[];
  film: boolean;
}

/** Compares what the video wants with what it has. */
export function planVideo(video: Video, context: PlanContext): Plan {
  const scenes = video.scenes.map((scene, position) => ({
    voice: scene.voiceHash !== voiceHash(video, scene, context),
    picture: scene.error === null && scene.pictureHash !== pictureHash(video, scene, context),
    segment: scene.segmentHash === null || scene.segmentHash !== segmentHash(video, position, context),
  }));
  const script = video.scenes.length === 0;
  const stale = script || scenes.some((scene) => scene.voice || scene.picture || scene.segment);
  return { script, scenes, film: stale || video.filmHash !== filmHash(video, context) };
}
