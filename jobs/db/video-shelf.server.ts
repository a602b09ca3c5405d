/** Videos as the home page's shelf shows them: filtered, in an order, page by page, without their storyboards. */
import type { VideoFacts, VideoStatus } from '#jobs/story/film/status.ts';
import { storedFault } from '#jobs/story/film/stored/fault-schema.ts';
import { type VideoOptions, videoOptionsSchema } from '#jobs/story/order/options.ts';
import type { Db } from './client.server';
import { Prisma } from './generated/client';
import type { ShelfQuery } from './shelf/shelf-query';
import { beyondSql, filterSql, orderSql, ownedSql } from './shelf/shelf-sql.server';

/** Videos on a page. */
export const SHELF_PAGE = 24;
/** UTF-16 units of a story that tell its opening and its language. */
const OPENING_UNITS = 400;

/** A video without its scenes. */
export interface ShelvedVideo {
  id: string;
  title: string;
  /** Beginning of the story. */
  opening: string;
  options: VideoOptions;
  facts: VideoFacts;
  /** Number of scenes that need attention. */
  attention: number;
  posterKey: string | null;
  /** The first picture that there is. */
  pictureKey: string | null;
  /** ms */
  durationMs: number | null;
  createdAt: Date;
  /** The title as it is sorted by. */
  foldedTitle: string;
  filmKey: string | null;
  /** Of its link; null where it is not shared. */
  shareToken: string | null;
  /** How many videos of its order there are, itself among them; 0 for one by itself. */
  relatives: number;
}

export interface ShelfPage {
  videos: ShelvedVideo[];
  /** Whether other videos follow in the order, and whether others lead up to these. */
  hasNext: boolean;
  hasPrevious: boolean;
}

/**
 * Reads one page of the shelf. Pages hang on places, not on numbers: none is skipped or shown twice while videos
 * come and go. Where fewer than a page lead up to a place, or none follow it, it is the first page.
 * @param ownerId whose videos; null for everybody's
 */
export async function readShelf(
  db: Db,
  query: ShelfQuery,
  ownerId: string | null = null,
): Promise<ShelfPage> {
  const { filters, sort, turn } = query;
  const shown = filterSql(filters, ownerId);
  const first = { ...query, turn: null };
  if (turn && 'to' in turn) {
    const where = Prisma.sql`${shown} AND ${beyondSql(sort, turn.to, true)}`;
    const rows = await readRows(db, where, orderSql(sort, true));
    if (rows.length <= SHELF_PAGE) return readShelf(db, first, ownerId);
    return { videos: rows.slice(0, SHELF_PAGE).reverse(), hasNext: true, hasPrevious: true };
  }
  const where = turn ? Prisma.sql`${shown} AND ${beyondSql(sort, turn.from, false)}` : shown;
  const rows = await readRows(db, where, orderSql(sort, false));
  if (turn && rows.length === 0) return readShelf(db, first, ownerId);
  const hasPrevious = turn !== null && (await isAnyBefore(db, query, shown));
  return { videos: rows.slice(0, SHELF_PAGE), hasNext: rows.length > SHELF_PAGE, hasPrevious };
}

/** Whether there is no video at all. @param ownerId as in `readShelf` */
export async function isShelfEmpty(db: Db, ownerId: string | null = null): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM video WHERE deleted_at IS NULL AND ${ownedSql(ownerId)} LIMIT 1`;
  return found.length === 0;
}

/**
 * The primary languages that there are stories in. One look into the index for each of them, however many videos.
 * @param ownerId as in `readShelf`
 */
export async function listLanguages(db: Db, ownerId: string | null = null): Promise<string[]> {
  const owned = ownedSql(ownerId);
  const rows = await db.$queryRaw<{ language: string }[]>`
    WITH RECURSIVE told AS (
      (SELECT language FROM video
        WHERE deleted_at IS NULL AND language IS NOT NULL AND ${owned} ORDER BY language LIMIT 1)
      UNION ALL
      SELECT (SELECT next.language FROM video AS next
        WHERE next.deleted_at IS NULL AND next.language > told.language AND ${owned}
        ORDER BY next.language LIMIT 1)
      FROM told WHERE told.language IS NOT NULL
    )
    SELECT language FROM told WHERE language IS NOT NULL`;
  return rows.map(({ language }) => language);
}

/** Whether there is a page before the one that follows the place: the place's own video counts. */
async function isAnyBefore(db: Db, { sort, turn }: ShelfQuery, shown: Prisma.Sql): Promise<boolean> {
  if (!turn || !('from' in turn)) return false;
  const before = beyondSql(sort, turn.from, true);
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM video WHERE ${shown} AND (${before} OR id = ${turn.from.id}::uuid) LIMIT 1`;
  return found.length > 0;
}

interface Row {
  id: string;
  title: string;
  opening: string;
  options: unknown;
  status: VideoStatus;
  error: unknown;
  activity: string | null;
  held: boolean;
  waits: boolean;
  relatives: number;
  framesDone: number;
  framesTotal: number;
  assetsDone: number;
  scenes: number;
  scenesReady: number;
  attention: number;
  posterKey: string | null;
  pictureKey: string | null;
  durationMs: number | null;
  createdAt: Date;
  foldedTitle: string;
  filmKey: string | null;
  shareToken: string | null;
}

/** What is read of a video: its storyboard is not. */
const COLUMNS = Prisma.sql`id, title, story, options, status, error, held, waits, family_id, activity, frames_done, frames_total,
  poster_key, duration_ms, created_at, folded_title, film_key, share_token`;

/** One row more than a page has, to tell whether another one follows. The scenes are only counted. */
async function readRows(db: Db, where: Prisma.Sql, order: Prisma.Sql): Promise<ShelvedVideo[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT video.id, title, left(story, ${OPENING_UNITS}::int) AS opening, options, status::text, video.error,
      held, waits, activity, frames_done AS "framesDone", frames_total AS "framesTotal", poster_key AS "posterKey",
      video.duration_ms AS "durationMs", created_at AS "createdAt", folded_title AS "foldedTitle",
      film_key AS "filmKey", share_token AS "shareToken",
      (SELECT count(*)::int FROM video AS relative
        WHERE relative.family_id = video.family_id AND relative.deleted_at IS NULL) AS relatives,
      made.scenes, made.scenes_ready AS "scenesReady", made.assets_done AS "assetsDone", made.attention, made.picture_key AS "pictureKey"
    FROM (SELECT ${COLUMNS} FROM video WHERE ${where} ORDER BY ${order} LIMIT ${SHELF_PAGE + 1}::int) AS video
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS scenes, count(coalesce(error, voice_error))::int AS attention,
        (count(*) FILTER (WHERE voice_key IS NOT NULL AND (picture_key IS NOT NULL OR error IS NOT NULL)))::int
          AS scenes_ready,
        (count(voice_key) + count(*) FILTER (WHERE picture_key IS NOT NULL OR error IS NOT NULL))::int
          AS assets_done,
        (array_agg(picture_key ORDER BY position) FILTER (WHERE picture_key IS NOT NULL))[1] AS picture_key
      FROM scene WHERE scene.video_id = video.id
    ) AS made
    ORDER BY ${order}`;
  return rows.map(toShelved);
}

function toShelved(row: Row): ShelvedVideo {
  const { id, title, opening, attention, posterKey, pictureKey, durationMs, createdAt } = row;
  const { foldedTitle, filmKey, shareToken } = row;
  const { status, activity, framesDone, framesTotal, assetsDone, scenes, scenesReady } = row;
  const { held, waits, relatives } = row;
  const error = storedFault(row.error);
  return {
    ...{ id, title, opening, attention, posterKey, pictureKey, durationMs, createdAt },
    ...{ foldedTitle, filmKey, shareToken, relatives },
    options: videoOptionsSchema.parse(row.options),
    facts: {
      ...{ status, error, activity, framesDone, framesTotal, assetsDone, scenesReady },
      assetsTotal: scenes * 2,
      scenesTotal: scenes,
      held,
      waits,
    },
  };
}
