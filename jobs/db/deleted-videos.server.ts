/** Videos that were deleted: hidden at once, brought back for a moment, then gone for good. */

import { UNTRIED } from '#jobs/story/film/deaths/worker-deaths.ts';
import type { VideoStatus } from '#jobs/story/film/status.ts';
import { keepSpending } from './batches/batch-standing.server';
import type { Db, DbTransaction } from './client.server';
import { isUuid } from './videos.server';

/** A video by what people call it. */
export interface NamedVideo {
  id: string;
  title: string;
}

/**
 * Hides videos. Raising the fence ends whatever an attempt still does; their idempotency keys are free again.
 * @returns those that were there.
 */
export async function hideVideos(tx: Db | DbTransaction, ids: readonly string[]): Promise<NamedVideo[]> {
  return tx.video.updateManyAndReturn({
    where: { id: { in: ids.filter(isUuid) }, deletedAt: null },
    data: {
      ...{ deletedAt: new Date(), fence: { increment: 1 }, activity: null, idempotencyKey: null },
      ...UNTRIED,
    },
    select: { id: true, title: true },
  });
}

/** Brings back those of the videos that were deleted since a moment. @returns them, with their states. */
export async function unhideVideos(
  tx: Db | DbTransaction,
  ids: readonly string[],
  since: Date,
): Promise<{ id: string; status: VideoStatus }[]> {
  return tx.video.updateManyAndReturn({
    where: { id: { in: ids.filter(isUuid) }, deletedAt: { gte: since } },
    data: { deletedAt: null },
    select: { id: true, status: true },
  });
}

/** Those of the videos that were deleted since a moment, the last one first. */
export async function listHidden(db: Db, ids: readonly string[], since: Date): Promise<NamedVideo[]> {
  return db.video.findMany({
    where: { id: { in: ids.filter(isUuid) }, deletedAt: { gte: since } },
    orderBy: { deletedAt: 'desc' },
    select: { id: true, title: true },
  });
}

/** Whether a video is deleted; false for one that is there, and for one that nobody knows. */
export async function isHidden(db: Db, id: string): Promise<boolean> {
  if (!isUuid(id)) return false;
  return (await db.video.count({ where: { id, deletedAt: { not: null } } })) === 1;
}

/** Ids of videos that were deleted before a moment. */
export async function listHiddenBefore(db: Db, before: Date): Promise<string[]> {
  const rows = await db.video.findMany({ where: { deletedAt: { lt: before } }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/**
 * Removes a video that was deleted before a moment, with its scenes and history; the ledger keeps its spending, and so
 * does the batch that it belongs to.
 * @returns false when it was brought back, or is gone already.
 */
export async function removeHidden(tx: Db | DbTransaction, id: string, before: Date): Promise<boolean> {
  await keepSpending(tx, id, before);
  const { count } = await tx.video.deleteMany({ where: { id, deletedAt: { lt: before } } });
  return count === 1;
}
