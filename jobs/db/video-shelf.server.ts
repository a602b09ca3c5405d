/** Videos as the home page's shelf shows them: newest first, page by page, without their storyboards. */
import { faultSchema } from '#jobs/story/film/fault.ts';
import type { VideoFacts, VideoStatus } from '#jobs/story/film/status.ts';
import { type VideoOptions, videoOptionsSchema } from '#jobs/story/order/options.ts';
import type { Db } from './client.server';
import { Prisma } from './generated/client';
import { isUuid } from './videos.server';

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
  /** Number of scenes that were finished with a plain card and may be fixed. */
  attention: number;
  posterKey: string | null;
  /** The first picture that there is. */
  pictureKey: string | null;
  /** ms */
  durationMs: number | null;
  createdAt: Date;
}

/** A place on the shelf: that of the video that stands there, or stood there. */
export interface ShelfPlace {
  createdAt: Date;
  id: string;
}

/** The videos older than a place, or newer; without one the newest of all. */
export type ShelfQuery = { before: ShelfPlace } | { after: ShelfPlace } | Record<string, never>;

export interface ShelfPage {
  /** Newest first. */
  videos: ShelvedVideo[];
  hasOlder: boolean;
  hasNewer: boolean;
}

/**
 * Reads one page of the shelf. Pages hang on places, not on numbers: none is skipped or shown twice while videos
 * come and go. Where fewer than a page are newer than a place, or none older, it is the first page.
 */
export async function readShelf(db: Db, query: ShelfQuery): Promise<ShelfPage> {
  if ('after' in query) {
    const rows = await readRows(db, newerThan(query.after), Prisma.sql`created_at ASC, id ASC`);
    if (rows.length <= SHELF_PAGE) return readShelf(db, {});
    return { videos: rows.slice(0, SHELF_PAGE).reverse(), hasOlder: true, hasNewer: true };
  }
  const where = 'before' in query ? olderThan(query.before) : Prisma.sql`true`;
  const rows = await readRows(db, where, Prisma.sql`created_at DESC, id DESC`);
  if ('before' in query && rows.length === 0) return readShelf(db, {});
  const hasNewer = 'before' in query && (await isAnyNewer(db, query.before));
  return { videos: rows.slice(0, SHELF_PAGE), hasOlder: rows.length > SHELF_PAGE, hasNewer };
}

/** A place as it stands in an address: `2026-11-25T10:00:00.000Z_<id>`. */
export function writePlace({ createdAt, id }: ShelfPlace): string {
  return `${createdAt.toISOString()}_${id}`;
}

/** Reads a place from an address; null where it is none. */
export function readPlace(text: string | null): ShelfPlace | null {
  const [at = '', id = ''] = (text ?? '').split('_');
  const createdAt = new Date(at);
  return isUuid(id) && !Number.isNaN(createdAt.getTime()) && createdAt.toISOString() === at
    ? { createdAt, id }
    : null;
}

const olderThan = ({ createdAt, id }: ShelfPlace) =>
  Prisma.sql`(created_at, id) < (${createdAt.toISOString()}::timestamptz, ${id}::uuid)`;
const newerThan = ({ createdAt, id }: ShelfPlace) =>
  Prisma.sql`(created_at, id) > (${createdAt.toISOString()}::timestamptz, ${id}::uuid)`;

/** Whether there is a page before the one that follows a place: the place's own video counts. */
async function isAnyNewer(db: Db, place: ShelfPlace): Promise<boolean> {
  const found = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM video WHERE ${newerThan(place)} OR id = ${place.id}::uuid LIMIT 1`;
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
}

/** One row more than a page has, to tell whether another one follows. The scenes are only counted. */
async function readRows(db: Db, where: Prisma.Sql, order: Prisma.Sql): Promise<ShelvedVideo[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT video.id, title, left(story, ${OPENING_UNITS}::int) AS opening, options, status::text, video.error,
      held, activity, frames_done AS "framesDone", frames_total AS "framesTotal", poster_key AS "posterKey",
      video.duration_ms AS "durationMs", created_at AS "createdAt",
      made.scenes, made.scenes_ready AS "scenesReady", made.assets_done AS "assetsDone", made.attention, made.picture_key AS "pictureKey"
    FROM (SELECT * FROM video WHERE ${where} ORDER BY ${order} LIMIT ${SHELF_PAGE + 1}::int) AS video
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS scenes, count(error)::int AS attention,
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
  const { status, activity, framesDone, framesTotal, assetsDone, scenes, scenesReady } = row;
  const { held } = row;
  const error = row.error === null ? null : faultSchema.parse(row.error);
  return {
    ...{ id, title, opening, attention, posterKey, pictureKey, durationMs, createdAt },
    options: videoOptionsSchema.parse(row.options),
    facts: {
      ...{ status, error, activity, framesDone, framesTotal, assetsDone, scenesReady },
      assetsTotal: scenes * 2,
      scenesTotal: scenes,
      held,
    },
  };
}
