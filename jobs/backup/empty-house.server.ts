/** Whether a house is empty: nobody is in it, no row speaks of anything, and no file lies there. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { inSession } from '#jobs/db/sessions/session.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';
import { nullWhereMissing } from './file-digest.server';
import type { House } from './house';
import { ownTables, tablesThere } from './table-rows.server';

/** Tables whose rows say only that somebody was here. */
const TRACES: readonly string[] = ['worker'];

/** Longest that Postgres takes to notice that a program has left, ms, on a machine that has much to do. */
const LEAVING_MS = 3000;
const LOOK_EVERY_MS = 50;

const ANOTHER_HOUSE =
  'A backup is restored into an empty house alone: name another folder by DATA_DIR and, where DATABASE_URL is set, another database.';

/**
 * @throws Error that says what is there and what to do. Files that a restore left which was cut off do not count.
 */
export async function requireEmptyHouse({
  databaseUrl,
  mediaDir,
  restoreNote,
  migrations,
}: House): Promise<void> {
  await inSession(databaseUrl, async (client) => {
    const users = await usersLeft(client);
    if (users > 0) {
      throw new Error(
        `StoryShort runs on this database (${users} connections). Stop it and all its workers, then restore again.`,
      );
    }
    const own = await ownTables(client, migrations);
    const foreign = (await tablesThere(client)).filter((table) => !own.includes(table));
    if (foreign.length > 0) {
      throw new Error(
        `Another program keeps tables in this database: ${foreign.join(', ')}. Name one by DATABASE_URL that is StoryShort's alone.`,
      );
    }
    const found = await countRows(client, own);
    if (found.length > 0)
      throw new Error(`This house is not empty. It has ${found.join(', ')}. ${ANOTHER_HOUSE}`);
  });
  if ((await stat(restoreNote).catch(nullWhereMissing)) !== null) return;
  const videos = await videosWithFiles(mediaDir);
  if (videos.length === 0) return;
  throw new Error(
    `This house is not empty. ${mediaDir} has files of ${videos.length} videos that its database does not know. ${ANOTHER_HOUSE}`,
  );
}

/** Ids of the videos that have files. */
export async function videosWithFiles(mediaDir: string): Promise<string[]> {
  const names = await readdir(join(mediaDir)).catch(nullWhereMissing);
  return (names ?? []).filter(isUuid);
}

/** Who has just been stopped still counts until Postgres has noticed: nobody is refused for that. */
async function usersLeft(client: pg.Client): Promise<number> {
  const until = Date.now() + LEAVING_MS;
  let users = await countUsers(client);
  while (users > 0 && Date.now() < until) {
    await setTimeout(LOOK_EVERY_MS);
    users = await countUsers(client);
  }
  return users;
}

async function countUsers(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ users: number }>(
    `SELECT count(*)::int AS users FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  );
  return rows[0]?.users ?? 0;
}

/** What the tables hold, in words. */
async function countRows(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) {
    if (TRACES.includes(table)) continue;
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`);
    const count = rows[0]?.count ?? 0;
    if (count > 0) found.push(`${count} × ${table.replaceAll('_', ' ')}`);
  }
  return found;
}
