/** Emptying a whole database. For developers alone: nothing of the site or of a worker comes here. */
import { migrate } from './migrate.server';
import { inSession } from './sessions/session.server';

export interface DatabaseContents {
  /** The database's own name. */
  name: string;
  videos: number;
  /** Calls in the ledger. */
  calls: number;
  /** Connections of others, such as a running StoryShort's. */
  users: number;
}

/** What would be lost, and who is at it. The database must be up to date. */
export async function databaseContents(databaseUrl: string): Promise<DatabaseContents> {
  return inSession(databaseUrl, async (client) => {
    const { rows } = await client.query<DatabaseContents>(
      `SELECT current_database() AS name,
        (SELECT count(*)::int FROM video) AS videos,
        (SELECT count(*)::int FROM provider_call) AS calls,
        (SELECT count(*)::int FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()) AS users`,
    );
    const [contents] = rows;
    if (!contents) throw new Error('The database did not tell what it holds.');
    return contents;
  });
}

/**
 * Removes every row and every table of ours, the queue's included, and makes the tables anew.
 * @param folder the migrations
 */
export async function resetDatabase(databaseUrl: string, folder: string): Promise<void> {
  await clearDatabase(databaseUrl);
  await migrate(databaseUrl, folder);
}

/** Removes every row and every table of ours, the queue's included. */
export async function clearDatabase(databaseUrl: string): Promise<void> {
  await inSession(databaseUrl, (client) =>
    // In one message, and so in one transaction.
    client.query('DROP SCHEMA IF EXISTS pgboss CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public;'),
  );
}
