/** The film that is to be made of a storyboard: the draft becomes what the pipeline works on. */
import { acceptLosses } from '#jobs/ledger/lost-calls.server.ts';
import { UNTRIED } from '#jobs/story/film/deaths/worker-deaths.ts';
import { AttemptEnded } from '#jobs/story/film/fault.ts';
import { hasTouches, touchesOf } from '#jobs/story/film/scene-content.ts';
import { isFinished, type VideoStatus } from '#jobs/story/film/status.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { type Attempt, current } from './attempts/attempt-writes.server';
import type { Db, DbTransaction } from './client.server';
import { Prisma } from './generated/client';
import { toJson, toNullableJson } from './json-column.server';
import type { Draft } from './storyboard.server';

/** Gives a locked video the scenes, title and options that are wanted; it has no draft then. */
export async function replaceScenes(tx: DbTransaction, { video }: Draft, wanted: Video): Promise<void> {
  const videoId = video.id;
  const { title, titleGiven, options } = wanted;
  await tx.scene.deleteMany({ where: { videoId } });
  await tx.scene.createMany({ data: wanted.scenes.map((scene) => sceneRow(videoId, scene)) });
  await tx.video.update({
    where: { id: videoId },
    // A worker's round tells the language anew.
    data: { title, titleGiven, options: toJson(options), draft: Prisma.DbNull, language: null },
  });
}

/** A scene as its row is written. */
export function sceneRow(videoId: string, scene: Scene): Prisma.SceneCreateManyInput {
  const touches = touchesOf(scene);
  const {
    captions: _c,
    sayAs: _s,
    pauseMs: _p,
    voice: _v,
    quoteVoice: _q,
    recording: _r,
    picture: _i,
    remark: _m,
    ...row
  } = scene;
  return {
    ...row,
    videoId,
    touches: hasTouches(touches) ? toJson(touches) : Prisma.DbNull,
    reading: toNullableJson(row.reading),
    words: toNullableJson(row.words),
    pictureLayers: toNullableJson(row.pictureLayers),
    error: toNullableJson(row.error),
    voiceError: toNullableJson(row.voiceError),
    note: toNullableJson(row.note),
  };
}

/**
 * Sends a locked video back to work. Its fence rises, so that an attempt which is under way ends and the next one
 * begins with what is wanted now; whoever waited for a look at the storyboard waits no longer.
 */
export async function releaseVideo(tx: DbTransaction, video: Video, message: string): Promise<void> {
  const to = statusToWork(video.status);
  // A person has decided to go on, as where a video that failed for good is taken up again.
  if (video.error?.retryable === false) await acceptLosses(tx, video.id);
  await tx.video.update({
    where: { id: video.id },
    data: {
      status: to,
      held: false,
      error: Prisma.DbNull,
      note: Prisma.DbNull,
      takenUp: [],
      activity: null,
      framesDone: 0,
      framesTotal: 0,
      completedAt: null,
      fence: { increment: 1 },
      ...UNTRIED,
    },
  });
  if (to !== video.status) {
    await tx.event.create({ data: { videoId: video.id, from: video.status, to, message } });
  }
}

/** In which state work begins: where something was made already, what exists is found out first. */
function statusToWork(status: VideoStatus): VideoStatus {
  const isMade = isFinished(status) || status === 'assets_generated' || status === 'rendering';
  return isMade ? 'assets_missing' : status;
}

/** Writes what a scene's captions show in another language than its voice. @throws AttemptEnded */
export async function writeCaptions(db: Db, attempt: Attempt, scene: Scene, captions: string): Promise<void> {
  const touches = toJson({ ...touchesOf(scene), captions });
  const { count } = await db.scene.updateMany({
    where: { videoId: attempt.videoId, position: scene.position, video: current(attempt) },
    data: { touches },
  });
  if (count !== 1) throw new AttemptEnded('superseded');
}
