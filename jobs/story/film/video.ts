/** A video and its scenes as the rest of the house sees them: plain values, no database types. */

import type { FilmFormat } from '#jobs/story/formats/film-format.ts';
import type { VideoOptions } from '#jobs/story/order/options.ts';
import type { Word } from '#remotion/contract/story-props.ts';
import type { Fault } from './fault';
import { isPictured, type SceneContent } from './scene-content';
import type { SceneLayer } from './scene-layers';
import type { VideoFacts, VideoStatus } from './status';
import type { WordTiming } from './word-timing';

/** One stretch of the story: what a person decides of it, and what was made of that. */
export interface Scene extends SceneContent {
  /** Stays with the scene wherever it goes. */
  id: string;
  /** From 0, in the order of the film. */
  position: number;
  voiceHash: string | null;
  voiceKey: string | null;
  words: Word[] | null;
  /** Its speech and a breath, ms; the scene lasts longer where a pause follows: see `sceneLengthMs`. */
  durationMs: number | null;
  pictureHash: string | null;
  /** The picture as a whole: what pages, posters and engines are shown. */
  pictureKey: string | null;
  /** What the film draws in its place, from far to near; null where there is only the picture. */
  pictureLayers: SceneLayer[] | null;
  segmentHash: string | null;
  segmentKey: string | null;
  /** Why the scene has not its own picture but another, or a plain card; null when all is well. */
  error: Fault | null;
  /** Why another voice speaks it than was chosen; null when all is well. */
  voiceError: Fault | null;
  /** What was got round, such as a refused picture that was drawn otherwise; asks for nothing. */
  note: Fault | null;
  /** How the times of `words` were found; null until there are any. */
  wordTiming: WordTiming | null;
}

export interface Video {
  id: string;
  /** Empty until the author or the script gives one. */
  title: string;
  titleGiven: boolean;
  story: string;
  options: VideoOptions;
  mood: string | null;
  status: VideoStatus;
  error: Fault | null;
  /** What was got round in the film as a whole, such as music that could not be used; asks for nothing. */
  note: Fault | null;
  /** Codes of the failures that were taken up automatically since a person last went on with it. */
  takenUp: string[];
  revision: number;
  fence: number;
  /** Whether it waits, with its storyboard written, for a person to go on. */
  held: boolean;
  /** Whether it waits for what it is to take over from another video of its order. */
  waits: boolean;
  activity: string | null;
  framesDone: number;
  framesTotal: number;
  filmHash: string | null;
  filmKey: string | null;
  audioKey: string | null;
  posterKey: string | null;
  srtKey: string | null;
  vttKey: string | null;
  durationMs: number | null;
  createdAt: Date;
  updatedAt: Date;
  completedAt: Date | null;
  /** By position. */
  scenes: Scene[];
}

/** What of a scene tells how far it is. */
export type SceneProgress = Pick<
  Scene,
  | 'position'
  | 'narration'
  | 'picture'
  | 'voiceKey'
  | 'durationMs'
  | 'pictureKey'
  | 'error'
  | 'voiceError'
  | 'note'
>;

/** What of a video tells how far it is, and what there is to be taken. */
export interface VideoProgress
  extends Pick<
    Video,
    | 'id'
    | 'title'
    | 'story'
    | 'options'
    | 'status'
    | 'error'
    | 'note'
    | 'held'
    | 'waits'
    | 'activity'
    | 'framesDone'
    | 'framesTotal'
    | 'filmKey'
    | 'audioKey'
    | 'posterKey'
    | 'srtKey'
    | 'vttKey'
    | 'durationMs'
    | 'createdAt'
    | 'updatedAt'
  > {
  /** By position. */
  scenes: SceneProgress[];
  /** How much was found in its film by looking at it; null until that was done, absent where it was not asked. */
  found?: number | null;
  /** The videos of its order, itself among them; empty for one by itself, absent where it was not asked. */
  family?: Relative[];
}

/** A video as others of its order tell of it. */
export interface Relative extends FilmFormat {
  id: string;
  status: VideoStatus;
}

export interface HistoryEntry {
  id: string;
  at: Date;
  from: VideoStatus | null;
  to: VideoStatus;
  message: string;
}

/** Whether the scene's picture is settled: there, given up, or not wanted. */
export function hasPicture(scene: Pick<Scene, 'pictureKey' | 'error' | 'picture'>): boolean {
  return scene.pictureKey !== null || scene.error !== null || !isPictured(scene.picture);
}

/** What progress and stage text are computed from. */
export function factsOf(video: VideoProgress): VideoFacts {
  let assetsDone = 0;
  let scenesReady = 0;
  for (const scene of video.scenes) {
    const hasVoice = scene.voiceKey !== null;
    const isSeen = hasPicture(scene);
    assetsDone += Number(hasVoice) + Number(isSeen);
    if (hasVoice && isSeen) scenesReady += 1;
  }
  return {
    status: video.status,
    error: video.error,
    activity: video.activity,
    framesDone: video.framesDone,
    framesTotal: video.framesTotal,
    assetsDone,
    assetsTotal: video.scenes.length * 2,
    scenesReady,
    scenesTotal: video.scenes.length,
    held: video.held,
    waits: video.waits,
  };
}

/** Whether a scene was finished without its own picture or voice, and may be fixed. */
export function needsAttention({ error, voiceError }: Pick<Scene, 'error' | 'voiceError'>): boolean {
  return error !== null || voiceError !== null;
}

/** Number of scenes that need attention. */
export function attentionOf(video: Pick<VideoProgress, 'scenes'>): number {
  return video.scenes.filter(needsAttention).length;
}
