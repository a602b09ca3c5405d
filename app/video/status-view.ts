/** A video's state as `GET /api/video-status` answers it and the pages show it: row to view, pure. */

import type { z } from 'zod';
import type { videoSchema } from '#app/api/schemas/video-schemas.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';
import { isPictured } from '#jobs/story/film/scene-content.ts';
import { isHeld, progressOf, stageOf } from '#jobs/story/film/status.ts';
import { type FilmTime, timeLeft } from '#jobs/story/film/time-left.ts';
import {
  attentionOf,
  factsOf,
  type HistoryEntry,
  hasPicture,
  needsAttention,
  type SceneProgress,
  type VideoProgress,
} from '#jobs/story/film/video.ts';
import { captionLanguageOf } from '#jobs/story/language/caption-language.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import { languageDirection } from '#jobs/story/language/language-tag.ts';
import { isLater } from './live/transition-order';

/** See `videoSchema`, which tells of each part. */
export type StatusView = z.infer<typeof videoSchema>;

export type SceneView = StatusView['storyboard']['scenes'][number];
export type SceneState = SceneView['state'];
/** What was got round in the film as a whole. */
export type NoteView = NonNullable<StatusView['note']>;
/** A change of a video's state. */
export type TransitionView = StatusView['transitions'][number];

/** What a status tells besides the video's row. */
export interface StatusContext {
  /** Oldest first. */
  history: readonly HistoryEntry[];
  /** Films made before, to tell the time that is left by. */
  earlier: readonly FilmTime[];
  /** Id of the transition last seen; null where nothing was said of it. */
  since?: string | null;
  now?: Date;
}

/** What is known of a video now; URLs are paths on this site, null for what does not exist yet. */
export function statusView(
  video: VideoProgress,
  { history, earlier, since = null, now = new Date() }: StatusContext = { history: [], earlier: [] },
): StatusView {
  const facts = factsOf(video);
  const language = storyLanguage(video);
  const left = timeLeft(video, history, earlier, now);
  return {
    id: video.id,
    title: video.title,
    language,
    direction: languageDirection(language),
    captionLanguage: captionLanguageOf(video),
    status: video.status,
    progress: progressOf(facts),
    stage: stageOf(facts),
    isHeld: isHeld(facts),
    secondsLeft: left === null ? null : Math.round(left / 1000),
    error: video.error,
    note: video.note && { code: video.note.code, message: video.note.message, hint: video.note.hint },
    attention: attentionOf(video),
    checks: video.filmKey === null ? null : checksOf(video.found ?? null),
    createdAt: video.createdAt.toISOString(),
    updatedAt: video.updatedAt.toISOString(),
    durationMs: video.durationMs,
    videoUrl: urlOf(video.filmKey),
    audioUrl: urlOf(video.audioKey),
    captionsUrl: urlOf(video.srtKey),
    vttUrl: urlOf(video.vttKey),
    posterUrl: urlOf(video.posterKey),
    family: video.family ?? [],
    storyboard: { scenes: video.scenes.map((scene) => sceneView(scene, video.options.voice !== 'none')) },
    cursor: history.at(-1)?.id ?? '0',
    transitions: since === null ? [] : history.filter(({ id }) => isLater(id, since)).map(transitionView),
  };
}

function checksOf(found: number | null): StatusView['checks'] {
  if (found === null) return { state: 'pending', found: 0 };
  return { state: found === 0 ? 'passed' : 'found', found };
}

function transitionView({ id, from, to, message, at }: HistoryEntry): TransitionView {
  return { id, from, to, message, at: at.toISOString() };
}

/** @param isSpoken where nobody speaks, a scene's sound is silence that nobody wants to play */
function sceneView(scene: SceneProgress, isSpoken: boolean): SceneView {
  return {
    position: scene.position,
    narration: scene.narration,
    imageUrl: isPictured(scene.picture) ? urlOf(scene.pictureKey) : null,
    audioUrl: isSpoken ? urlOf(scene.voiceKey) : null,
    durationMs: scene.durationMs,
    state: sceneStateOf(scene),
    note: scene.note?.message ?? null,
  };
}

function sceneStateOf(scene: SceneProgress): SceneState {
  if (needsAttention(scene)) return 'attention';
  if (scene.voiceKey && hasPicture(scene)) return 'ready';
  return scene.voiceKey || scene.pictureKey ? 'making' : 'waiting';
}

function urlOf(key: string | null): string | null {
  return key === null ? null : mediaUrl(key);
}
