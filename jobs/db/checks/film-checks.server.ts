/** What was found in finished films by looking at them: one row for each film that a video has had. */
import { z } from 'zod';
import type { Db } from '#jobs/db/client.server.ts';
import { toJson } from '#jobs/db/json-column.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';
import {
  CHECKER_VERSION,
  type FilmFigures,
  type FilmVerdict,
  type Finding,
  filmFiguresSchema,
  findingSchema,
} from '#jobs/story/film/checks/film-finding.ts';

/** A film that somebody is to look at. */
export interface FilmToCheck {
  videoId: string;
  filmHash: string;
  /** How often somebody has begun to, this time included. */
  tries: number;
}

/** A worker that has not come to an end within this is taken for gone, s: a film of twenty minutes takes five. */
const GONE_S = 900;
/** Films are begun so often: after the last time it is only said that they could not be looked at. */
export const MOST_TRIES = 4;

/**
 * Takes the newest film that this version of the checker has not looked at, so that no other worker does.
 * @param since only those finished since then; null for all
 */
export async function claimFilm(db: Db, since: Date | null): Promise<FilmToCheck | null> {
  const [claimed] = await db.$queryRaw<FilmToCheck[]>`
    WITH next AS (
      SELECT video.id, video.film_hash FROM video
        LEFT JOIN film_check AS kept ON kept.video_id = video.id AND kept.film_hash = video.film_hash
      WHERE video.status = 'completed' AND video.deleted_at IS NULL AND video.completed_at IS NOT NULL
        AND video.film_hash IS NOT NULL AND video.film_key IS NOT NULL
        AND (${since}::timestamptz IS NULL OR video.completed_at >= ${since})
        AND (kept.video_id IS NULL OR kept.checker < ${CHECKER_VERSION}::int
          OR (kept.checked_at IS NULL AND kept.tries < ${MOST_TRIES}::int
            AND kept.begun_at < now() - ${GONE_S}::int * interval '1 second'))
      ORDER BY video.completed_at DESC LIMIT 1
    )
    INSERT INTO film_check AS kept (video_id, film_hash, checker)
    SELECT id, film_hash, ${CHECKER_VERSION}::int FROM next
    ON CONFLICT (video_id, film_hash) DO UPDATE SET
      begun_at = now(), checked_at = NULL, found = 0, findings = NULL, figures = NULL, checker = EXCLUDED.checker,
      tries = CASE WHEN kept.checker < EXCLUDED.checker THEN 1 ELSE kept.tries + 1 END
    WHERE kept.checker < EXCLUDED.checker
      OR (kept.checked_at IS NULL AND kept.begun_at < now() - ${GONE_S}::int * interval '1 second')
    RETURNING kept.video_id AS "videoId", kept.film_hash AS "filmHash", kept.tries`;
  return claimed ?? null;
}

/** Gives a film back that was not looked at for no fault of its own: the next worker takes it at once. */
export async function releaseFilm(db: Db, { videoId, filmHash }: FilmToCheck): Promise<void> {
  await db.filmCheck.deleteMany({ where: { videoId, filmHash, checkedAt: null } });
}

/** Keeps what was found in a film. */
export async function noteCheck(
  db: Db,
  { videoId, filmHash }: FilmToCheck,
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
