/** How far a batch is, as its page asks every few seconds: without stories and scenes. */
import type { Db } from '#jobs/db/client.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import { COUNTED_USD } from '#jobs/ledger/spending.server.ts';
import { type ItemState, itemStateOf } from '#jobs/story/batch/item-state.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import type { VideoFacts, VideoStatus } from '#jobs/story/film/status.ts';
import { storedFault } from '#jobs/story/film/stored/fault-schema.ts';

export interface BatchItem {
  /** From 0. */
  position: number;
  /** The film's, or what stands for it until it has one. */
  title: string;
  state: ItemState;
  /** Null where none was begun, or it is deleted. */
  videoId: string | null;
  /** Null where there is no video. */
  facts: VideoFacts | null;
  /** Scenes that need attention. */
  attention: number;
  filmKey: string | null;
  /** Of the film, ms. */
  durationMs: number | null;
}

interface ItemRow extends Omit<BatchItem, 'state' | 'facts'> {
  hasBegun: boolean;
  isReleased: boolean;
  isBatchCancelled: boolean;
  status: VideoStatus | null;
  error: unknown;
  held: boolean;
  activity: string | null;
  framesDone: number;
  framesTotal: number;
  assetsDone: number;
  scenesReady: number;
  scenesTotal: number;
}

/** Whether a scene's picture is settled: see `hasPicture` in jobs/story/film/video.ts. */
const IS_SEEN = Prisma.sql`(picture_key IS NOT NULL OR error IS NOT NULL
  OR coalesce(touches->'picture'->>'from', 'drawn') IN ('none', 'form'))`;

/** Reads all stories of a batch in their order. One statement: a page of a thousand rows asks every three seconds. */
export async function listItems(db: Db, batchId: string): Promise<BatchItem[]> {
  const rows = await db.$queryRaw<ItemRow[]>`
    SELECT item.position, coalesce(nullif(video.title, ''), item.title) AS title,
      item.begun_at IS NOT NULL AS "hasBegun", item.released_at IS NOT NULL AS "isReleased",
      batch.cancelled_at IS NOT NULL AS "isBatchCancelled", video.id AS "videoId", video.status::text AS status,
      video.error, coalesce(video.held, false) AS held, video.activity,
      coalesce(video.frames_done, 0) AS "framesDone", coalesce(video.frames_total, 0) AS "framesTotal",
      video.film_key AS "filmKey", video.duration_ms AS "durationMs",
      coalesce(made.assets, 0)::int AS "assetsDone", coalesce(made.ready, 0)::int AS "scenesReady",
      coalesce(made.scenes, 0)::int AS "scenesTotal", coalesce(made.attention, 0)::int AS attention
    FROM batch JOIN batch_item item ON item.batch_id = batch.id
      LEFT JOIN video ON video.id = item.video_id AND video.deleted_at IS NULL
      LEFT JOIN LATERAL (SELECT count(*) AS scenes,
          count(voice_key) + count(*) FILTER (WHERE ${IS_SEEN}) AS assets,
          count(voice_key) FILTER (WHERE ${IS_SEEN}) AS ready,
          count(*) FILTER (WHERE error IS NOT NULL OR voice_error IS NOT NULL) AS attention
        FROM scene WHERE scene.video_id = video.id) made ON true
    WHERE batch.id = ${batchId}::uuid ORDER BY item.position`;
  return rows.map(toItem);
}

/** What each story of a batch has cost, by position, US dollars: what counts towards its cap. */
export async function readItemCosts(db: Db, batchId: string): Promise<ReadonlyMap<number, Usd>> {
  const rows = await db.$queryRaw<{ position: number; usd: number }[]>`
    SELECT position, (CASE WHEN item.video_id IS NULL THEN gone_usd
      ELSE (SELECT ${COUNTED_USD} FROM provider_call WHERE video_id = item.video_id) END)::float8 AS usd
    FROM batch_item item WHERE batch_id = ${batchId}::uuid AND begun_at IS NOT NULL`;
  return new Map(rows.map(({ position, usd }) => [position, usd]));
}

/** A batch in a list. */
export interface ListedBatch {
  id: string;
  name: string;
  createdAt: Date;
  isPaused: boolean;
  isCancelled: boolean;
  stories: number;
  ready: number;
  /** Those of which nothing more becomes. */
  over: number;
}

/** Reads the newest batches: somebody's, or with null everybody's, where nobody has an account. */
export async function listBatches(db: Db, ownerId: string | null, limit = 100): Promise<ListedBatch[]> {
  return db.$queryRaw<ListedBatch[]>`
    SELECT batch.id, name, batch.created_at AS "createdAt", paused AS "isPaused",
      cancelled_at IS NOT NULL AS "isCancelled", counted.stories::int, counted.ready::int, counted.over::int
    FROM (SELECT * FROM batch WHERE ${ownerId}::uuid IS NULL OR owner_id = ${ownerId}::uuid
        ORDER BY created_at DESC LIMIT ${limit}::int) batch,
      LATERAL (SELECT count(*) AS stories, count(*) FILTER (WHERE video.status = 'completed') AS ready,
          count(*) FILTER (WHERE video.status IN ('completed', 'failed', 'cancelled')
            OR (item.begun_at IS NOT NULL AND video.id IS NULL)
            OR (item.begun_at IS NULL AND batch.cancelled_at IS NOT NULL)) AS over
        FROM batch_item item LEFT JOIN video ON video.id = item.video_id AND video.deleted_at IS NULL
        WHERE item.batch_id = batch.id) counted
    ORDER BY batch.created_at DESC`;
}

function toItem(row: ItemRow): BatchItem {
  const { position, title, videoId, attention, filmKey, durationMs } = row;
  const { hasBegun, isReleased, isBatchCancelled, status, held } = row;
  const { activity, framesDone, framesTotal, assetsDone, scenesReady, scenesTotal } = row;
  const state = itemStateOf({
    ...{ hasBegun, isReleased, isBatchCancelled },
    video: status === null ? null : { status, held },
  });
  const counts = { framesDone, framesTotal, assetsDone, scenesReady, scenesTotal };
  const facts: VideoFacts | null =
    status === null
      ? null
      : {
          ...{ status, error: storedFault(row.error), activity, held, ...counts },
          assetsTotal: scenesTotal * 2,
          // A batch orders no formats.
          waits: false,
        };
  return { ...{ position, title, state, videoId, facts, attention, filmKey, durationMs } };
}
