/** Videos as people act on them: created, read, taken up again, cancelled, removed. */

import { acceptInterruptions } from '#jobs/ledger/interrupted-calls.server.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { statesBefore, UNFINISHED_STATUSES, type VideoStatus } from '#jobs/story/film/status.ts';
import type { HistoryEntry, Video } from '#jobs/story/film/video.ts';
import type { StoryDraft } from '#jobs/story/order/draft.ts';
import type { Db, DbTransaction } from './client.server';
import { Prisma } from './generated/client';
import { toHistoryEntry, toVideo, withScenes } from './video-rows.server';

/** Reads one video with its scenes; null when the id is unknown or no id at all. */
export async function findVideo(db: Db | DbTransaction, id: string): Promise<Video | null> {
  if (!isUuid(id)) return null;
  const row = await db.video.findUnique({ where: { id }, include: withScenes });
  return row && toVideo(row);
}

/** Reads what happened to a video, oldest first. */
export async function listHistory(db: Db, videoId: string): Promise<HistoryEntry[]> {
  if (!isUuid(videoId)) return [];
  const rows = await db.event.findMany({ where: { videoId }, orderBy: { id: 'asc' } });
  return rows.map(toHistoryEntry);
}

/** Reads the ids of videos that a job should be working on. */
export async function listUnfinished(db: Db): Promise<{ id: string; updatedAt: Date }[]> {
  return db.video.findMany({
    where: { status: { in: UNFINISHED_STATUSES } },
    select: { id: true, updatedAt: true },
  });
}

export interface NewVideo {
  id: string;
  draft: StoryDraft;
  idempotencyKey: string | null;
  /** Hash of the request, to tell a repetition from another request under the same key. */
  requestHash: string;
}

/** Inserts a video, unless its idempotency key is taken: then nothing is written and false is returned. */
export async function createVideo(tx: DbTransaction, video: NewVideo): Promise<boolean> {
  const { count } = await tx.video.createMany({
    data: {
      id: video.id,
      title: video.draft.title ?? '',
      titleGiven: video.draft.title !== null,
      story: video.draft.story,
      options: video.draft.options,
      idempotencyKey: video.idempotencyKey,
      requestHash: video.requestHash,
    },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await tx.event.create({ data: { videoId: video.id, to: 'pending', message: 'Story received.' } });
  return true;
}

/** Finds the video that an idempotency key stands for. */
export async function findByIdempotencyKey(
  tx: DbTransaction,
  idempotencyKey: string,
): Promise<{ id: string; requestHash: string } | null> {
  return tx.video.findUnique({ where: { idempotencyKey }, select: { id: true, requestHash: true } });
}

/**
 * Takes a failed, cancelled or flawed video up again from where it stood.
 * @returns false when somebody else did so first.
 */
export async function reopenVideo(tx: DbTransaction, video: Video, message: string): Promise<boolean> {
  const to: VideoStatus = video.scenes.length === 0 ? 'pending' : 'assets_missing';
  const { count } = await tx.video.updateMany({
    where: { id: video.id, status: video.status },
    data: { status: to, error: Prisma.DbNull, activity: null, framesDone: 0, completedAt: null },
  });
  if (count === 0) return false;
  await tx.scene.updateMany({ where: { videoId: video.id }, data: { error: Prisma.DbNull } });
  // What may pass by itself is taken up again by the page alone, without anybody having decided to pay again.
  if (video.error?.retryable !== true) await acceptInterruptions(tx, video.id);
  await tx.event.create({ data: { videoId: video.id, from: video.status, to, message } });
  return true;
}

/**
 * Ends a video's work from outside an attempt: a person cancels, or no job is left that could go on.
 * Raising the fence makes every attempt that still runs a stale one.
 * @returns false when the video had already finished.
 */
export async function endVideo(
  tx: Db | DbTransaction,
  id: string,
  to: 'cancelled' | 'failed',
  { message, error }: { message: string; error: Fault | null },
): Promise<boolean> {
  const before = await tx.video.findUnique({ where: { id }, select: { status: true } });
  if (!before) return false;
  const { count } = await tx.video.updateMany({
    where: { id, status: { in: statesBefore(to), equals: before.status } },
    data: {
      status: to,
      error: error ? { ...error } : Prisma.DbNull,
      activity: null,
      fence: { increment: 1 },
    },
  });
  if (count === 0) return false;
  await tx.event.create({ data: { videoId: id, from: before.status, to, message } });
  return true;
}

/** Deletes a video with its scenes, ledger and history. @returns false when there was none. */
export async function removeVideo(tx: DbTransaction, id: string): Promise<boolean> {
  const { count } = await tx.video.deleteMany({ where: { id } });
  return count === 1;
}

/** Whether a text has the form of a video's id. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
