/** Finished films that workers look at, each once for each version of what looks at them, and no two workers at one. */
import type { Db } from '#jobs/db/client.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';

/** A film by its video and the hash of all that it was made of. */
export interface FilmName {
  videoId: string;
  filmHash: string;
}

/** A film that a worker has taken to look at. */
export interface FilmToLookAt extends FilmName {
  /** How often somebody has begun to, this time included. */
  tries: number;
}

/** What is looked for, and where what was found is kept: one row for each film that a video has had. */
export interface Look {
  /** With `video_id`, `film_hash`, `begun_at` and `tries`. */
  table: 'film_check' | 'film_post';
  /** Column of the version of what looks: a newer one looks anew. */
  by: 'checker' | 'finder';
  version: number;
  /** Column of the time at which it was done; null until then. */
  doneAt: 'checked_at' | 'found_at';
  /** Columns of what was found, as they are until then. */
  emptied: Readonly<Record<string, 'NULL' | '0'>>;
  /** A worker that has not come to an end within this is taken for gone, s. */
  goneS: number;
  /** Films are begun so often. */
  mostTries: number;
}

/**
 * Takes the newest film that this version has not looked at, so that no other worker does.
 * @param since only those finished since then; null for all
 */
export async function claimFinishedFilm(
  db: Db,
  look: Look,
  since: Date | null,
): Promise<FilmToLookAt | null> {
  const { version, goneS, mostTries } = look;
  // Names of our own tables and columns.
  const [table, by, doneAt] = [look.table, look.by, look.doneAt].map((name) => Prisma.raw(name));
  const emptied = Prisma.raw(
    Object.entries({ [look.doneAt]: 'NULL', ...look.emptied })
      .map(([column, value]) => `${column} = ${value}`)
      .join(', '),
  );
  const [claimed] = await db.$queryRaw<FilmToLookAt[]>`
    WITH next AS (
      SELECT video.id, video.film_hash FROM video
        LEFT JOIN ${table} AS kept ON kept.video_id = video.id AND kept.film_hash = video.film_hash
      WHERE video.status = 'completed' AND video.deleted_at IS NULL AND video.completed_at IS NOT NULL
        AND video.film_hash IS NOT NULL AND video.film_key IS NOT NULL
        AND (${since}::timestamptz IS NULL OR video.completed_at >= ${since})
        AND (kept.video_id IS NULL OR kept.${by} < ${version}::int
          OR (kept.${doneAt} IS NULL AND kept.tries < ${mostTries}::int
            AND kept.begun_at < now() - ${goneS}::int * interval '1 second'))
      ORDER BY video.completed_at DESC LIMIT 1
    )
    INSERT INTO ${table} AS kept (video_id, film_hash, ${by})
    SELECT id, film_hash, ${version}::int FROM next
    ON CONFLICT (video_id, film_hash) DO UPDATE SET
      begun_at = now(), ${emptied}, ${by} = EXCLUDED.${by},
      tries = CASE WHEN kept.${by} < EXCLUDED.${by} THEN 1 ELSE kept.tries + 1 END
    WHERE kept.${by} < EXCLUDED.${by}
      OR (kept.${doneAt} IS NULL AND kept.begun_at < now() - ${goneS}::int * interval '1 second')
    RETURNING kept.video_id AS "videoId", kept.film_hash AS "filmHash", kept.tries`;
  return claimed ?? null;
}
