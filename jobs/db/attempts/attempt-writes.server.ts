/**
 * The writes of one attempt at a video. Every write carries the attempt's fence: once a newer attempt has
 * begun, or the video was ended or removed, an older one changes nothing any more and is told so by
 * `AttemptEnded`.
 */

import { randomUUID } from 'node:crypto';
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { traceToBegin } from '#jobs/db/deaths/attempt-traces.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import { toJson, toNullableJson } from '#jobs/db/json-column.server.ts';
import { keepTakes } from '#jobs/db/takes.server.ts';
import { keepVersion } from '#jobs/db/versions.server.ts';
import { AT_WORK, findVideo } from '#jobs/db/videos.server.ts';
import { THIS_WORKER } from '#jobs/db/workers/workers.server.ts';
import { type AttemptTrace, UNTRIED } from '#jobs/story/film/deaths/worker-deaths.ts';
import { AttemptEnded, type Fault } from '#jobs/story/film/fault.ts';
import { hasTouches, type SceneTouches, UNTOUCHED } from '#jobs/story/film/scene-content.ts';
import type { SceneLayer } from '#jobs/story/film/scene-layers.ts';
import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import { canMove, isFinished, UNFINISHED_STATUSES, type VideoStatus } from '#jobs/story/film/status.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import type { WordTiming } from '#jobs/story/film/word-timing.ts';
import { matchStyle } from '#jobs/story/order/matched-style.ts';
import { type MusicMood, type VideoOptions, videoOptionsSchema } from '#jobs/story/order/options.ts';
import type { Treatment } from '#jobs/story/order/treatments.ts';
import type { FinishTime, MakingTime } from '#jobs/story/storyboard/making-rates.ts';
import type { Word } from '#remotion/contract/story-props.ts';

export interface Attempt {
  videoId: string;
  fence: number;
}

/** Begins an attempt of a worker by raising the fence; null when there is nothing left to work on. */
export async function beginAttempt(
  db: Db,
  videoId: string,
  worker = THIS_WORKER,
): Promise<{ attempt: Attempt; video: Video } | null> {
  return db.$transaction(async (tx) => {
    const trace = await traceToBegin(tx, videoId, worker);
    const { count } = await tx.video.updateMany({
      where: { id: videoId, ...AT_WORK },
      data: { fence: { increment: 1 }, activity: null, ...trace },
    });
    if (count === 0) return null;
    const video = await findVideo(tx, videoId);
    return video && { attempt: { videoId, fence: video.fence }, video };
  });
}

/** Whether the attempt is still the newest one of an unfinished video. */
export async function isCurrent(db: Db | DbTransaction, attempt: Attempt): Promise<boolean> {
  return (await db.video.count({ where: current(attempt) })) === 1;
}

/** What a transition may write along with the new state. */
export type VideoPatch = Partial<
  Pick<
    Video,
    | 'title'
    | 'mood'
    | 'activity'
    | 'framesDone'
    | 'framesTotal'
    | 'filmHash'
    | 'filmKey'
    | 'audioKey'
    | 'posterKey'
    | 'srtKey'
    | 'vttKey'
    | 'durationMs'
    | 'completedAt'
  >
> & { error?: Fault | null; note?: Fault | null } & Partial<AttemptTrace>;

/**
 * Moves the video to another state, guarded, and tells its history.
 * @param took how long a film took that was just put together
 * @throws AttemptEnded
 */
export async function moveVideo(
  db: Db,
  attempt: Attempt,
  from: VideoStatus,
  to: VideoStatus,
  message: string,
  patch: VideoPatch = {},
  took: FinishTime | null = null,
): Promise<void> {
  await db.$transaction((tx) => moveWithin(tx, attempt, from, to, message, patch, took));
}

/** The same within a transaction. @throws AttemptEnded */
export async function moveWithin(
  tx: DbTransaction,
  attempt: Attempt,
  from: VideoStatus,
  to: VideoStatus,
  message: string,
  patch: VideoPatch,
  took: FinishTime | null = null,
): Promise<void> {
  if (!canMove(from, to)) throw new Error(`There is no way from ${from} to ${to}.`);
  const { count } = await tx.video.updateMany({
    where: { id: attempt.videoId, fence: attempt.fence, status: from },
    data: { status: to, ...toColumns(patch), ...(isFinished(to) && UNTRIED) },
  });
  if (count !== 1) throw new AttemptEnded('superseded');
  if (to === 'completed') await keepVersion(tx, attempt.videoId, took);
  await tx.event.create({ data: { videoId: attempt.videoId, from, to, message } });
}

/** Writes facts of the video that are no transition. @throws AttemptEnded */
export async function patchVideo(db: Db, attempt: Attempt, patch: VideoPatch): Promise<void> {
  const { count } = await db.video.updateMany({ where: current(attempt), data: toColumns(patch) });
  if (count !== 1) throw new AttemptEnded('superseded');
}

/** What an attempt may write of a scene. */
export interface ScenePatch {
  voiceHash?: string | null;
  voiceKey?: string | null;
  words?: Word[] | null;
  durationMs?: number | null;
  pictureHash?: string | null;
  pictureKey?: string | null;
  pictureLayers?: SceneLayer[] | null;
  segmentHash?: string | null;
  segmentKey?: string | null;
  error?: Fault | null;
  voiceError?: Fault | null;
  wordTiming?: WordTiming | null;
  note?: Fault | null;
}

/** Writes what was made of a scene, or found, and keeps it as a take with how long it took. @throws AttemptEnded */
export async function patchScene(
  db: Db,
  attempt: Attempt,
  scene: Scene,
  patch: ScenePatch,
  making: MakingTime | null = null,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await writeScene(tx, attempt, scene.position, patch);
    await keepTakes(tx, attempt.videoId, { ...scene, ...patch }, making);
  });
}

async function writeScene(
  tx: DbTransaction,
  attempt: Attempt,
  position: number,
  patch: ScenePatch,
): Promise<void> {
  const { words, pictureLayers, error, voiceError, note, ...plain } = patch;
  const { count } = await tx.scene.updateMany({
    where: { videoId: attempt.videoId, position, video: current(attempt) },
    data: {
      ...plain,
      ...(words === undefined ? {} : { words: toNullableJson(words) }),
      ...(pictureLayers === undefined ? {} : { pictureLayers: toNullableJson(pictureLayers) }),
      ...(error === undefined ? {} : { error: toNullableJson(error) }),
      ...(voiceError === undefined ? {} : { voiceError: toNullableJson(voiceError) }),
      ...(note === undefined ? {} : { note: toNullableJson(note) }),
    },
  });
  if (count !== 1) throw new AttemptEnded('superseded');
}

export interface NewScene {
  narration: string;
  imagePrompt: string;
  /** What `imagePrompt` was printed from. */
  reading?: SceneReading | undefined;
  seed: number;
  /** What else the script decides, such as a form in the picture's place; absent for nothing. */
  touches?: SceneTouches;
}

export interface NewScript {
  title: string;
  mood: MusicMood;
  /** Absent where nobody said. */
  treatment?: Treatment | undefined;
  scenes: NewScene[];
  warning: string | null;
  /** Options for a film in which nobody chose them. */
  options?: Pick<VideoOptions, 'cuts' | 'transition' | 'speakers'>;
}

/** Stores the script: title, mood and scenes, in one transaction with the transition. @throws AttemptEnded */
export async function saveScript(db: Db, attempt: Attempt, script: NewScript): Promise<Video> {
  const written = `Script written: ${script.scenes.length} ${script.scenes.length === 1 ? 'scene' : 'scenes'}.`;
  return db.$transaction(async (tx) => {
    await moveWithin(
      tx,
      attempt,
      'pending',
      'script_generated',
      script.warning ? `${written} ${script.warning}` : written,
      { mood: script.mood },
    );
    // One that a person gave meanwhile stays.
    await tx.video.updateMany({
      where: { id: attempt.videoId, titleGiven: false },
      data: { title: script.title },
    });
    const row = await tx.video.findUniqueOrThrow({ where: { id: attempt.videoId } });
    const chosen = videoOptionsSchema.parse(row.options);
    await tx.video.update({
      where: { id: attempt.videoId },
      data: { options: toJson({ ...script.options, ...chosen, style: matchStyle(chosen, script) }) },
    });
    await tx.scene.deleteMany({ where: { videoId: attempt.videoId } });
    // Edits of scenes that are gone lead nowhere.
    await tx.storyboardEdit.deleteMany({ where: { videoId: attempt.videoId } });
    await tx.scene.createMany({
      data: script.scenes.map(({ narration, imagePrompt, reading, seed, touches = UNTOUCHED }, position) => ({
        id: randomUUID(),
        videoId: attempt.videoId,
        position,
        narration,
        imagePrompt,
        seed,
        reading: reading ? { description: imagePrompt, reading } : Prisma.DbNull,
        touches: hasTouches(touches) ? toJson(touches) : Prisma.DbNull,
      })),
    });
    const video = await findVideo(tx, attempt.videoId);
    if (!video) throw new AttemptEnded('superseded');
    return video;
  });
}

/** Where an attempt may write: its video while it is unfinished and no newer attempt has begun. */
export function current(attempt: Attempt) {
  return { id: attempt.videoId, fence: attempt.fence, status: { in: UNFINISHED_STATUSES } };
}

function toColumns({ error, note, ...plain }: VideoPatch) {
  return {
    ...plain,
    ...(error === undefined ? {} : { error: toNullableJson(error) }),
    ...(note === undefined ? {} : { note: toNullableJson(note) }),
  };
}
