/** Films that an earlier version of StoryShort made, as they lie in its database and its data folder. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { migrate } from '#jobs/db/migrate.server.ts';
import { createDatabaseOf, MIGRATIONS } from './test-database';

const DATA = fileURLToPath(new URL('../fixtures/data-of-0.1.0', import.meta.url));
/** The newest migration that there was when the films were made. */
const LAST_MIGRATION = '20261122030000_interrupted_calls';
/** In the order in which their rows may be written. */
const TABLES = ['video', 'scene', 'provider_call', 'event'] as const;

/** The films' stored files, by storage key below it. */
export const OLDER_MEDIA = join(DATA, 'media');

/**
 * A new database that goes the way of a real one: it is made as it was, holds the older films' rows, and is then
 * brought up to date.
 * @param change what else had happened to the rows before that
 */
export async function createOlderDatabase(
  change: (client: pg.Client) => Promise<unknown> = async () => {},
): Promise<string> {
  const url = await createDatabaseOf010(change);
  await migrate(url, MIGRATIONS);
  return url;
}

/** The same before it is brought up to date. */
export async function createDatabaseOf010(
  change: (client: pg.Client) => Promise<unknown> = async () => {},
): Promise<string> {
  const url = await createDatabaseOf(LAST_MIGRATION);
  await insertRows(url, change);
  return url;
}

/** The older films' rows by table, as 0.1.0 had them. */
export async function readOlderRows(): Promise<Record<string, Record<string, unknown>[]>> {
  return JSON.parse(await readFile(join(DATA, 'rows.json'), 'utf8'));
}

async function insertRows(url: string, change: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const rows = await readOlderRows();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const table of TABLES) {
      await client.query(
        `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
        [JSON.stringify(rows[table])],
      );
    }
    // Events bring their numbers along, and the next one must be a new one.
    await client.query(`SELECT setval(pg_get_serial_sequence('event', 'id'), max(id)) FROM event`);
    await change(client);
  } finally {
    await client.end();
  }
}
