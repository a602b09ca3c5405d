/** What is known of finished films' files, and which frames do as their covers: one row for each film of a video. */
import { z } from 'zod';
import type { Db } from '#jobs/db/client.server.ts';
import { toJson, toNullableJson } from '#jobs/db/json-column.server.ts';
import {
  claimFinishedFilm,
  type FilmName,
  type FilmToLookAt,
  type Look,
} from '#jobs/db/looks/film-looks.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';
import { COVER_FINDER, type Cover, coverSchema } from '#jobs/story/post/covers/cover.ts';
import { type FilmFile, filmFileSchema } from '#jobs/story/post/film-file.ts';

/** Films are begun so often: after the last time they go without. */
export const MOST_LOOKS = 4;

const LOOK: Look = {
  ...{ table: 'film_post', by: 'finder', version: COVER_FINDER, doneAt: 'found_at' },
  emptied: { film: 'NULL', covers: 'NULL' },
  // It takes about ten.
  goneS: 120,
  mostTries: MOST_LOOKS,
};

/** Takes the newest film whose covers nobody has found. See `claimFinishedFilm`. */
export function claimFilmToPost(db: Db, since: Date | null): Promise<FilmToLookAt | null> {
  return claimFinishedFilm(db, LOOK, since);
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
