/** Where a batch stands, and what is written of the steps that it takes. */
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import { COUNTED_USD } from '#jobs/ledger/spending.server.ts';
import type { BatchStanding } from '#jobs/story/batch/next-step.ts';
import { UNFINISHED_STATUSES } from '#jobs/story/film/status.ts';
import type { StoryDraft } from '#jobs/story/order/draft.ts';
import { storedDraft } from '#jobs/story/order/stored-draft.ts';

const UNFINISHED = Prisma.sql`video.status::text IN (${Prisma.join(UNFINISHED_STATUSES)})`;
/** Somebody works on it, or it waits in the queue: see `AT_WORK` in videos.server.ts. */
const AT_WORK = Prisma.sql`(${UNFINISHED} AND (NOT video.held OR video.status = 'pending'))`;
/** It was let go on after the look at its storyboard, and has not. */
const LET_GO = Prisma.sql`(item.released_at IS NOT NULL AND ${UNFINISHED} AND video.held AND video.status <> 'pending')`;

interface StandingRow {
  isPaused: boolean;
  isCancelled: boolean;
  atOnce: number;
  capUsd: number | null;
  ownerId: string | null;
  atWork: number;
  committedUsd: number;
  released: number | null;
  waiting: number | null;
  expectedUsd: number | null;
}

/**
 * Reads where a batch stands, and keeps every other one who takes its steps waiting until the transaction ends.
 * @returns null where there is none
 */
export async function lockStanding(
  tx: DbTransaction,
  batchId: string,
): Promise<(BatchStanding & { ownerId: string | null }) | null> {
  await tx.$queryRaw`SELECT id FROM batch WHERE id = ${batchId}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<StandingRow[]>`
    SELECT paused AS "isPaused", cancelled_at IS NOT NULL AS "isCancelled", at_once AS "atOnce",
      cap_usd::float8 AS "capUsd", owner_id AS "ownerId", begun.*, waiting.*
    FROM batch,
      LATERAL (SELECT count(*) FILTER (WHERE ${AT_WORK})::int AS "atWork",
          min(item.position) FILTER (WHERE ${LET_GO}) AS released,
          coalesce(sum(CASE WHEN item.video_id IS NULL THEN item.gone_usd
            WHEN ${UNFINISHED} THEN greatest(spent.usd, item.expected_usd) ELSE spent.usd END), 0)::float8
            AS "committedUsd"
        FROM batch_item item
          LEFT JOIN video ON video.id = item.video_id AND video.deleted_at IS NULL
          LEFT JOIN LATERAL (SELECT ${COUNTED_USD}::numeric AS usd FROM provider_call
            WHERE video_id = item.video_id AND batch.cap_usd IS NOT NULL) spent ON true
        WHERE item.batch_id = batch.id AND item.begun_at IS NOT NULL) begun
      LEFT JOIN LATERAL (SELECT position AS waiting, expected_usd::float8 AS "expectedUsd" FROM batch_item
        WHERE batch_id = batch.id AND begun_at IS NULL ORDER BY position LIMIT 1) waiting ON true
    WHERE batch.id = ${batchId}::uuid`;
  if (!row) return null;
  const { released, waiting, expectedUsd, ...rest } = row;
  return {
    ...rest,
    released: released === null ? null : { position: released },
    waiting: waiting === null ? null : { position: waiting, expectedUsd: expectedUsd ?? 0 },
  };
}

/** Ids of the batches of which something may begin or go on, the oldest first. */
export async function listOpenBatches(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM batch
    WHERE cancelled_at IS NULL AND (
      (NOT paused AND EXISTS (SELECT FROM batch_item WHERE batch_id = batch.id AND begun_at IS NULL))
      OR EXISTS (SELECT FROM batch_item item JOIN video ON video.id = item.video_id
        WHERE item.batch_id = batch.id AND video.deleted_at IS NULL AND ${LET_GO}))
    ORDER BY created_at`;
  return rows.map(({ id }) => id);
}

/** The batch that a video belongs to; null for most. */
export async function findBatchOf(db: Db, videoId: string): Promise<string | null> {
  const item = await db.batchItem.findUnique({ where: { videoId }, select: { batchId: true } });
  return item?.batchId ?? null;
}

/** Reads the story there. */
export async function readItemDraft(
  tx: DbTransaction,
  batchId: string,
  position: number,
): Promise<StoryDraft> {
  const where = { batchId_position: { batchId, position } };
  const { draft } = await tx.batchItem.findUniqueOrThrow({ where, select: { draft: true } });
  return storedDraft(draft);
}

/** Notes the video that was made of the story there, and has it from now on. */
export async function markBegun(
  tx: DbTransaction,
  batchId: string,
  position: number,
  videoId: string,
): Promise<void> {
  await tx.batchItem.update({
    where: { batchId_position: { batchId, position } },
    data: { begunAt: new Date(), videoId, draft: Prisma.DbNull },
  });
}

/** The video that was made of the story there; null where it is gone. */
export async function readItemVideo(
  tx: DbTransaction,
  batchId: string,
  position: number,
): Promise<string | null> {
  const where = { batchId_position: { batchId, position } };
  return (await tx.batchItem.findUniqueOrThrow({ where, select: { videoId: true } })).videoId;
}

/**
 * Lets films go on whose storyboards wait to be looked at.
 * @param position of the one that is meant; absent for all that wait now
 * @returns how many
 */
export async function releaseItems(db: Db, batchId: string, position?: number): Promise<number> {
  const { count } = await db.batchItem.updateMany({
    where: {
      batchId,
      releasedAt: null,
      ...(position !== undefined && { position }),
      video: {
        held: true,
        deletedAt: null,
        status: { in: UNFINISHED_STATUSES.filter((at) => at !== 'pending') },
      },
    },
    data: { releasedAt: new Date() },
  });
  return count;
}

/** Ids of a batch's videos that are not finished, also of those that wait to be looked at. */
export async function listUnfinishedOf(db: Db, batchId: string): Promise<string[]> {
  const rows = await db.batchItem.findMany({
    where: { batchId, video: { deletedAt: null, status: { in: UNFINISHED_STATUSES } } },
    select: { videoId: true },
    orderBy: { position: 'asc' },
  });
  return rows.flatMap(({ videoId }) => videoId ?? []);
}

/**
 * Keeps what a video that was deleted before a moment has cost with its story of a batch, and nothing of what it told,
 * before it is gone for good.
 */
export async function keepSpending(tx: Db | DbTransaction, videoId: string, before: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE batch_item SET title = '',
      gone_usd = (SELECT ${COUNTED_USD} FROM provider_call WHERE video_id = ${videoId}::uuid)
    WHERE video_id = (SELECT id FROM video WHERE id = ${videoId}::uuid AND deleted_at < ${before})`;
}
