/**
 * Removing files for good, and a backup that has yet to fetch what its rows name: never both at once. A lock of the
 * database's own tells all processes, and ends with its holder.
 */
import pg from 'pg';
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';

/** Of the database's advisory locks. */
const REMOVALS = 72707370;

/**
 * Whether files may be removed that no row names any more. Within a transaction no backup begins before its end;
 * beside one, ask after the rows are gone: a backup that begins later knows nothing of them.
 */
export async function mayRemove(tx: Db | DbTransaction): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`
    SELECT pg_try_advisory_xact_lock_shared(${REMOVALS}::bigint) AS may`;
  return row?.may === true;
}

/**
 * Does what needs every file to stay: waits until removals under way have ended, and lets none begin. One at a time.
 * @throws Error where the database was away meanwhile, so that something may have been removed
 */
export async function withoutRemovals<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
  // Unheard, a connection that breaks would end the process; it is asked for at the end.
  holder.on('error', () => {});
  await holder.connect();
  try {
    await holder.query('SELECT pg_advisory_lock($1::bigint)', [REMOVALS]);
    const done = await work();
    await holder.query('SELECT pg_advisory_unlock($1::bigint)', [REMOVALS]).catch((cause: unknown) => {
      throw new Error('The database was away meanwhile, so that files may have been removed. Try again.', {
        cause,
      });
    });
    return done;
  } finally {
    await holder.end().catch(() => {});
  }
}
