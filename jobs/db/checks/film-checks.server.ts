/** What was found in finished films by looking at them: one row for each film that a video has had. */
import { z } from 'zod';
import type { Db } from '#jobs/db/client.server.ts';
import { toJson } from '#jobs/db/json-column.server.ts';
import {
  claimFinishedFilm,
  type FilmName,
  type FilmToLookAt,
  type Look,
} from '#jobs/db/looks/film-looks.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';
import {
  CHECKER_VERSION,
  type FilmFigures,
  type FilmVerdict,
  type Finding,
  filmFiguresSchema,
  findingSchema,
} from '#jobs/story/film/checks/film-finding.ts';

/** Films are begun so often: after the last time it is only said that they could not be looked at. */
export const MOST_TRIES = 4;

const LOOK: Look = {
  ...{ table: 'film_check', by: 'checker', version: CHECKER_VERSION, doneAt: 'checked_at' },
  emptied: { found: '0', findings: 'NULL', figures: 'NULL' },
  // A film of twenty minutes takes five.
  goneS: 900,
  mostTries: MOST_TRIES,
};

/** Takes the newest film that this version of the checker has not looked at. See `claimFinishedFilm`. */
export function claimFilm(db: Db, since: Date | null): Promise<FilmToLookAt | null> {
  return claimFinishedFilm(db, LOOK, since);
}

/** Gives a film back that was not looked at for no fault of its own: the next worker takes it at once. */
export async function releaseFilm(db: Db, { videoId, filmHash }: FilmName): Promise<void> {
  await db.filmCheck.deleteMany({ where: { videoId, filmHash, checkedAt: null } });
}

/** Keeps what was found in a film. */
export async function noteCheck(
  db: Db,
  { videoId, filmHash }: FilmName,
  { findings, figures }: { findings: readonly Finding[]; figures: FilmFigures },
): Promise<void> {
  // The video may be gone by now, and its row with it.
  await db.filmCheck.updateMany({
    where: { videoId, filmHash },
    data: {
      ...{ checker: CHECKER_VERSION, checkedAt: new Date(), found: findings.length },
      findings: toJson([...findings]),
      figures: toJson(figures),
    },
  });
}

/** Reads what was found in the film that a video has; null until it has been looked at. */
export async function findVerdict(db: Db, videoId: string): Promise<FilmVerdict | null> {
  if (!isUuid(videoId)) return null;
  const video = await db.video.findUnique({
    where: { id: videoId, deletedAt: null },
    select: { filmHash: true },
  });
  if (!video?.filmHash) return null;
  const which = { videoId, filmHash: video.filmHash };
  const row = await db.filmCheck.findUnique({ where: { videoId_filmHash: which } });
  if (!row?.checkedAt) return null;
  return {
    checkerVersion: row.checker,
    checkedAt: row.checkedAt,
    findings: findingsSchema.parse(row.findings ?? []),
    figures: filmFiguresSchema.parse(row.figures ?? NO_FIGURES),
  };
}

const findingsSchema = z.array(findingSchema);

/** Of a film of which nothing could be measured. */
export const NO_FIGURES: FilmFigures = {
  frames: 0,
  soundMs: null,
  integratedLufs: null,
  leastContrast: null,
  tookMs: 0,
};
