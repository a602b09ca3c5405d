/** A video's state as `GET /api/video-status` answers it and the pages show it: row to view, pure. */

import { mediaUrl } from '#jobs/storage/media-url.ts';
import { progressOf, stageOf, type VideoStatus } from '#jobs/story/film/status.ts';
import { attentionOf, factsOf, type Scene, type Video } from '#jobs/story/film/video.ts';

/** `attention`: the scene has a plain card instead of its picture. */
export type SceneState = 'waiting' | 'making' | 'ready' | 'attention';

export interface SceneView {
  /** From 0, in the order of the film. */
  position: number;
  narration: string;
  imageUrl: string | null;
  audioUrl: string | null;
  durationMs: number | null;
  state: SceneState;
  /** What was got round, in a sentence, such as a refused picture; null where nothing was. */
  note: string | null;
}

export interface FaultView {
  code: string;
  message: string;
  hint: string;
  retryable: boolean;
}

export interface StatusView {
  id: string;
  /** Empty until the author or the script gives one. */
  title: string;
  status: VideoStatus;
  /** 0 to 100 */
  progress: number;
  stage: string;
  error: FaultView | null;
  /** Number of scenes that were finished with a plain card and may be fixed. */
  attention: number;
  /** ISO 8601 */
  createdAt: string;
  /** ISO 8601 */
  updatedAt: string;
  /** Length of the film. */
  durationMs: number | null;
  videoUrl: string | null;
  audioUrl: string | null;
  captionsUrl: string | null;
  vttUrl: string | null;
  posterUrl: string | null;
  storyboard: { scenes: SceneView[] };
}

/** What is known of a video now; URLs are paths on this site, null for what does not exist yet. */
export function statusView(video: Video): StatusView {
  const facts = factsOf(video);
  return {
    id: video.id,
    title: video.title,
    status: video.status,
    progress: progressOf(facts),
    stage: stageOf(facts),
    error: video.error,
    attention: attentionOf(video),
    createdAt: video.createdAt.toISOString(),
    updatedAt: video.updatedAt.toISOString(),
    durationMs: video.durationMs,
    videoUrl: urlOf(video.filmKey),
    audioUrl: urlOf(video.audioKey),
    captionsUrl: urlOf(video.srtKey),
    vttUrl: urlOf(video.vttKey),
    posterUrl: urlOf(video.posterKey),
    storyboard: { scenes: video.scenes.map((scene) => sceneView(scene, video.options.voice !== 'none')) },
  };
}

/** @param isSpoken where nobody speaks, a scene's sound is silence that nobody wants to play */
function sceneView(scene: Scene, isSpoken: boolean): SceneView {
  return {
    position: scene.position,
    narration: scene.narration,
    imageUrl: urlOf(scene.pictureKey),
    audioUrl: isSpoken ? urlOf(scene.voiceKey) : null,
    durationMs: scene.durationMs,
    state: sceneStateOf(scene),
    note: scene.note?.message ?? null,
  };
}

function sceneStateOf(scene: Scene): SceneState {
  if (scene.error) return 'attention';
  if (scene.voiceKey && scene.pictureKey) return 'ready';
  return scene.voiceKey || scene.pictureKey ? 'making' : 'waiting';
}

function urlOf(key: string | null): string | null {
  return key === null ? null : mediaUrl(key);
}
