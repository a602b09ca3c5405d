/** Videos as people act on them: created, read, taken up again, cancelled, removed. */

import { acceptLosses } from '#jobs/ledger/lost-calls.server.ts';
import { UNTRIED } from '#jobs/story/film/deaths/worker-deaths.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { afterSafetyNet } from '#jobs/story/film/safety-net.ts';
import { statesBefore, UNFINISHED_STATUSES, type VideoStatus } from '#jobs/story/film/status.ts';
import type { FilmTime } from '#jobs/story/film/time-left.ts';
import type { HistoryEntry, Video } from '#jobs/story/film/video.ts';
import type { StoryDraft } from '#jobs/story/order/draft.ts';
import type { Db, DbTransaction } from './client.server';
import { Prisma } from './generated/client';
import { shelvedLanguage } from './shelved-language.server';
import { type EventRow, toHistoryEntry, toVideo, withScenes } from './video-rows.server';

/** Reads one video with its scenes; null when the id is unknown or no id at all, or the video was deleted. */
export async function findVideo(db: Db | DbTransaction, id: string): Promise<Video | null> {
  if (!isUuid(id)) return null;
  const row = await db.video.findUnique({ where: { id, deletedAt: null }, include: withScenes });
  return row && toVideo(row);
}

/** Reads what happened to a video, oldest first. */
export async function listHistory(db: Db, videoId: string): Promise<HistoryEntry[]> {
  if (!isUuid(videoId)) return [];
  const rows = await db.$queryRaw<EventRow[]>`
    SELECT event.id, event.at, event."from", event."to", event.message
    FROM event JOIN video ON video.id = event.video_id
    WHERE event.video_id = ${videoId}::uuid AND video.deleted_at IS NULL
    ORDER BY event.id`;
  return rows.map(toHistoryEntry);
}

/** Reads how long the newest films took, of those that were made in one go. */
export async function listFilmTimes(db: Db, { limit = 5 }: { limit?: number } = {}): Promise<FilmTime[]> {
  const rows = await db.$queryRaw<{ frames: number; completedAt: Date; begunAt: Date | null }[]>`
    SELECT frames_total AS frames, completed_at AS "completedAt",
      (SELECT max(at) FROM event WHERE video_id = video.id AND "to" = 'script_generated') AS "begunAt"
    FROM video
    WHERE status = 'completed' AND frames_total > 0 AND completed_at IS NOT NULL AND NOT EXISTS (
      SELECT FROM event WHERE video_id = video.id AND "to" IN ('assets_missing', 'failed', 'cancelled'))
    ORDER BY completed_at DESC LIMIT ${limit}::int`;
  return rows.flatMap(({ frames, completedAt, begunAt }) =>
    begunAt ? { frames, ms: Math.max(0, completedAt.getTime() - begunAt.getTime()) } : [],
  );
}

/**
 * A film that waits for its storyboard to be looked at is worked on until that is there; nobody works on one that waits
 * for what another shares with it.
 */
export const AT_WORK = {
  status: { in: UNFINISHED_STATUSES },
  deletedAt: null,
  waits: false,
  OR: [{ held: false }, { status: 'pending' }],
} satisfies Prisma.VideoWhereInput;

/** Whether a video was cancelled or deleted. */
export async function isGivenUp(db: Db, id: string): Promise<boolean> {
  const wanted = { id, deletedAt: null, status: { not: 'cancelled' } } satisfies Prisma.VideoWhereInput;
  return (await db.video.count({ where: wanted })) === 0;
}

/** Reads the ids of videos that a job should be working on. */
export async function listUnfinished(db: Db): Promise<{ id: string; updatedAt: Date }[]> {
  return db.video.findMany({
    where: AT_WORK,
    select: { id: true, updatedAt: true },
  });
}

export interface NewVideo {
  id: string;
  draft: StoryDraft;
  idempotencyKey: string | null;
  /** Hash of the request, to tell a repetition from another request under the same key. */
  requestHash: string;
  /** Whose it is; absent for nobody's. */
  ownerId?: string | null;
  /** Its place among the videos of one order; absent for one by itself. */
  family?: FamilyPlace;
}

/** Where a new video stands among those of its order. */
export interface FamilyPlace {
  /** Id of the first. */
  familyId: string;
  familyPlace: number;
  /** Of the one from which it takes over what both share; null for the first. */
  aheadId: string | null;
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
      held: video.draft.options.review === 'storyboard',
      language: shelvedLanguage(video.draft),
      idempotencyKey: video.idempotencyKey,
      requestHash: video.requestHash,
      ownerId: video.ownerId ?? null,
      ...video.family,
      waits: video.family !== undefined && video.family.aheadId !== null,
    },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await tx.event.create({ data: { videoId: video.id, to: 'pending', message: 'Story received.' } });
  return true;
}

/** Finds the video that an idempotency key stands for. */
export async function findByIdempotencyKey(
  tx: Pick<DbTransaction, 'video'>,
  idempotencyKey: string,
): Promise<{ id: string; requestHash: string } | null> {
  return tx.video.findUnique({ where: { idempotencyKey }, select: { id: true, requestHash: true } });
}

/** Who goes on with a video: a person who decided so, or the page that was merely opened. */
export type TakenUpBy = 'person' | 'page';

/**
 * Takes a failed, cancelled or flawed video up again from where it stood. By the page, only a failure that
 * may pass is, and each once: what fails in the same way again waits for a person.
 * @returns false when somebody else did so first, or the page may not.
 */
export async function reopenVideo(
  tx: DbTransaction,
  video: Video,
  message: string,
  by: TakenUpBy,
): Promise<boolean> {
  const to: VideoStatus = video.scenes.length === 0 ? 'pending' : 'assets_missing';
  const takenUp = by === 'person' ? [] : afterSafetyNet(video);
  if (takenUp === null) return false;
  const { count } = await tx.video.updateMany({
    // The fence tells this failure from a later one.
    where: { id: video.id, status: video.status, fence: video.fence },
    data: {
      ...{ status: to, error: Prisma.DbNull, activity: null, framesDone: 0, completedAt: null, takenUp },
      ...UNTRIED,
    },
  });
  if (count === 0) return false;
  await tx.scene.updateMany({
    where: { videoId: video.id },
    data: { error: Prisma.DbNull, voiceError: Prisma.DbNull },
  });
  // Nobody has decided to pay again where the page went on, or where a failure that may pass hid the loss.
  if (by === 'person' && video.error?.retryable !== true) await acceptLosses(tx, video.id);
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
      ...UNTRIED,
    },
  });
  if (count === 0) return false;
  await tx.event.create({ data: { videoId: id, from: before.status, to, message } });
  return true;
}

/** Whether a text has the form of a video's id. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
