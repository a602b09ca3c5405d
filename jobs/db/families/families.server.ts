/** Families: the videos of one order, and which of them wait for which. */
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';
import type { VideoStatus } from '#jobs/story/film/status.ts';
import type { Relative } from '#jobs/story/film/video.ts';
import { formatOf } from '#jobs/story/formats/film-format.ts';
import type { Waiting } from '#jobs/story/formats/next-move.ts';
import { type VideoOptions, videoOptionsSchema } from '#jobs/story/order/options.ts';

/** As a row comes. */
export interface RelativeRow {
  id: string;
  options: unknown;
  status: VideoStatus;
}

export function toRelative({ id, options, status }: RelativeRow): Relative {
  return { id, ...formatOf(videoOptionsSchema.parse(options)), status };
}

/** Reads the videos of a video's order, itself among them, in the order's own order; none for one by itself. */
export async function listFamily(db: Db | DbTransaction, videoId: string): Promise<Relative[]> {
  const video = await db.video.findUnique({ where: { id: videoId }, select: { familyId: true } });
  if (!video?.familyId) return [];
  const rows = await db.video.findMany({
    where: { familyId: video.familyId, deletedAt: null },
    orderBy: { familyPlace: 'asc' },
    select: { id: true, options: true, status: true },
  });
  return rows.map(toRelative);
}

/** Reads the ids of all videos that an order made, its first one's first, whatever became of them since. */
export async function listOrdered(tx: DbTransaction, firstId: string): Promise<string[]> {
  const rows = await tx.video.findMany({
    where: { familyId: firstId },
    orderBy: { familyPlace: 'asc' },
    select: { id: true },
  });
  return rows.length > 0 ? rows.map(({ id }) => id) : [firstId];
}

/** Reads the ids of the videos that wait for another one. */
export async function listWaiting(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM video WHERE waits AND deleted_at IS NULL AND status IN ('pending', 'failed')
    ORDER BY family_place`;
  return rows.map(({ id }) => id);
}

/** A video that has yet to take over from another one, as it stands. */
export interface Follower extends Waiting {
  waits: boolean;
  /** Null where the other one was deleted. */
  aheadId: string | null;
}

/** Reads how it stands with a video that has yet to take over from another one, and locks it; null for any other. */
export async function lockFollower(tx: DbTransaction, videoId: string): Promise<Follower | null> {
  if (!isUuid(videoId)) return null;
  const [row] = await tx.$queryRaw<Follower[]>`
    SELECT video.status::text, video.waits, video.error ->> 'code' AS "faultCode", ahead.status::text AS ahead,
      ahead.id AS "aheadId"
    FROM video LEFT JOIN video AS ahead ON ahead.id = video.ahead_id AND ahead.deleted_at IS NULL
    WHERE video.id = ${videoId}::uuid AND video.ahead_id IS NOT NULL AND video.deleted_at IS NULL
    FOR UPDATE OF video`;
  return row ?? null;
}

/** Reads the id of the video from which one is to take over; null where there is nothing to take over. */
export async function readAheadId(db: Db, videoId: string): Promise<string | null> {
  const row = await db.video.findUnique({ where: { id: videoId }, select: { aheadId: true } });
  return row?.aheadId ?? null;
}

/**
 * Ends a video's waiting.
 * @param alone whether it makes all by itself from now on
 */
export async function endWaiting(
  tx: DbTransaction,
  videoId: string,
  { alone }: { alone: boolean },
): Promise<void> {
  await tx.video.update({ where: { id: videoId }, data: { waits: false, ...(alone && { aheadId: null }) } });
}

/** Reads what the videos of its order tell that wait for one, also by way of others. */
export async function listBehind(
  db: Db,
  videoId: string,
): Promise<{ story: string; options: VideoOptions }[]> {
  const behind = await db.$queryRaw<{ story: string; options: unknown }[]>`
    WITH RECURSIVE behind AS (
      SELECT id, story, options FROM video WHERE ahead_id = ${videoId}::uuid AND deleted_at IS NULL
      UNION
      SELECT video.id, video.story, video.options FROM video JOIN behind ON video.ahead_id = behind.id
      WHERE video.deleted_at IS NULL
    ) SELECT story, options FROM behind`;
  return behind.map(({ story, options }) => ({ story, options: videoOptionsSchema.parse(options) }));
}
