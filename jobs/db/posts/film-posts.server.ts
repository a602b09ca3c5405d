/** What is known of finished films' files, and which frames do as their covers: one row for each film of a video. */
import { z } from 'zod';
import type { Db } from '#jobs/db/client.server.ts';
import { toJson, toNullableJson } from '#jobs/db/json-column.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';
import { COVER_FINDER, type Cover, coverSchema } from '#jobs/story/post/covers/cover.ts';
import { type FilmFile, filmFileSchema } from '#jobs/story/post/film-file.ts';

/** A film by its video and the hash of all that it was made of. */
export interface FilmName {
  videoId: string;
  filmHash: string;
}

/** A film whose covers somebody is to find. */
export interface FilmToPost extends FilmName {
  /** How often somebody has begun to, this time included. */
  tries: number;
}

/** A worker that has not come to an end within this is taken for gone, s: it takes about ten. */
const GONE_S = 120;
/** Films are begun so often: after the last time they go without. */
export const MOST_LOOKS = 4;

/**
 * Takes the newest film whose covers nobody has found, so that no other worker does.
 * @param since only those finished since then; null for all
 */
export async function claimFilmToPost(db: Db, since: Date | null): Promise<FilmToPost | null> {
  const [claimed] = await db.$queryRaw<FilmToPost[]>`
    WITH next AS (
      SELECT video.id, video.film_hash FROM video
        LEFT JOIN film_post AS kept ON kept.video_id = video.id AND kept.film_hash = video.film_hash
      WHERE video.status = 'completed' AND video.deleted_at IS NULL AND video.completed_at IS NOT NULL
        AND video.film_hash IS NOT NULL AND video.film_key IS NOT NULL
        AND (${since}::timestamptz IS NULL OR video.completed_at >= ${since})
        AND (kept.video_id IS NULL OR kept.finder < ${COVER_FINDER}::int
          OR (kept.found_at IS NULL AND kept.tries < ${MOST_LOOKS}::int
            AND kept.begun_at < now() - ${GONE_S}::int * interval '1 second'))
      ORDER BY video.completed_at DESC LIMIT 1
    )
    INSERT INTO film_post AS kept (video_id, film_hash, finder)
    SELECT id, film_hash, ${COVER_FINDER}::int FROM next
    ON CONFLICT (video_id, film_hash) DO UPDATE SET
      begun_at = now(), found_at = NULL, film = NULL, covers = NULL, finder = EXCLUDED.finder,
      tries = CASE WHEN kept.finder < EXCLUDED.finder THEN 1 ELSE kept.tries + 1 END
    WHERE kept.finder < EXCLUDED.finder
      OR (kept.found_at IS NULL AND kept.begun_at < now() - ${GONE_S}::int * interval '1 second')
    RETURNING kept.video_id AS "videoId", kept.film_hash AS "filmHash", kept.tries`;
  return claimed ?? null;
}

/** Gives a film back that was not looked at for no fault of its own: the next worker takes it at once. */
export async function releaseFilmToPost(db: Db, { videoId, filmHash }: FilmName): Promise<void> {
  await db.filmPost.deleteMany({ where: { videoId, filmHash, foundAt: null } });
}

/** What was found of a film. */
export interface FoundPost {
  /** Null where its file cannot be read. */
  film: FilmFile | null;
  /** The best first. */
  covers: Cover[];
}

/** Keeps what was found of a film. */
export async function notePost(
  db: Db,
  { videoId, filmHash }: FilmName,
  { film, covers }: FoundPost,
): Promise<void> {
  // The video may be gone by now, and its row with it.
  await db.filmPost.updateMany({
    where: { videoId, filmHash },
    data: { foundAt: new Date(), film: toNullableJson(film), covers: toJson(covers) },
  });
}

/** Reads what was found of a film; null until that was done. */
export async function findPost(db: Db, { videoId, filmHash }: FilmName): Promise<FoundPost | null> {
  if (!isUuid(videoId)) return null;
  const row = await db.filmPost.findUnique({ where: { videoId_filmHash: { videoId, filmHash } } });
  if (!row?.foundAt) return null;
  return {
    film: row.film === null ? null : filmFileSchema.parse(row.film),
    covers: coversSchema.parse(row.covers ?? []),
  };
}

const coversSchema = z.array(coverSchema);

/**
 * Makes a picture the poster of a film: of its video, and of the version that is kept of it.
 * @returns false where the video has another film by now, or is gone
 */
export async function choosePoster(
  db: Db,
  { videoId, filmHash }: FilmName,
  posterKey: string,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.video.updateMany({
      where: { id: videoId, filmHash, deletedAt: null },
      data: { posterKey },
    });
    if (count === 0) return false;
    await tx.version.updateMany({ where: { videoId, filmHash }, data: { posterKey } });
    return true;
  });
}

/** The poster that was chosen for a film which is kept as a version; null where no version is of it. */
export async function keptPoster(db: Db, { videoId, filmHash }: FilmName): Promise<string | null> {
  const version = await db.version.findFirst({
    where: { videoId, filmHash },
    orderBy: { number: 'desc' },
    select: { posterKey: true },
  });
  return version?.posterKey ?? null;
}

/** Whether a film was put together in this house, rather than brought along in a project file. */
export async function isMadeHere(db: Db, { videoId, filmHash }: FilmName): Promise<boolean> {
  return (await db.version.count({ where: { videoId, filmHash, tookMs: { not: null } } })) > 0;
}
