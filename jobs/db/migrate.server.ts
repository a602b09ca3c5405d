/**
 * Applies `prisma/migrations` in order and records each exactly as `prisma migrate deploy` does (same table,
 * same checksum), so that Prisma's own command finds nothing left to do. Prisma's command itself needs a
 * schema engine that it downloads, which a machine without internet cannot have.
 */
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';

/** The same advisory lock that Prisma takes, so that both never migrate at once. */
const MIGRATION_LOCK = 72707369;

const HISTORY_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum VARCHAR(64) NOT NULL,
    finished_at TIMESTAMPTZ,
    migration_name VARCHAR(255) NOT NULL,
    logs TEXT,
    rolled_back_at TIMESTAMPTZ,
    started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

/**
 * Brings a database up to date; safe to call from several processes at once.
 * @param last the migration to end with, for a database as it was; absent for the newest
 * @returns the names of the migrations that were applied now.
 * @throws when a migration fails (its transaction is rolled back) or an applied one was edited afterwards.
 */
export async function migrate(databaseUrl: string, folder: string, last?: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  // Unheard, a connection that breaks would end the process; what was asked fails by itself.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(HISTORY_TABLE);
    const applied = await readHistory(client);
    const fresh: string[] = [];
    for (const name of await migrationNames(folder)) {
      if (last !== undefined && name > last) break;
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      const checksum = checksumOf(sql);
      const known = applied.get(name);
      if (known === undefined) {
        await apply(client, name, sql, checksum);
        fresh.push(name);
      } else if (known !== checksum) {
        throw new Error(
          `The migration ${name} was changed after it was applied to this database. Restore the file, or write a new migration.`,
        );
      }
    }
    return fresh;
  } finally {
    // Ending the session releases the lock.
    await client.end();
  }
}

/** How a database stands to the migrations of a folder, by their names. */
export interface MigrationState {
  /** Not applied yet. */
  waiting: string[];
  /** Applied by a newer StoryShort: the folder does not have them. */
  unknown: string[];
}

/** Reads what was applied, and changes nothing. @param client connected */
export async function readMigrations(client: pg.Client, folder: string): Promise<MigrationState> {
  const { rows } = await client.query<{ known: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known`,
  );
  const applied = rows[0]?.known ? await readHistory(client) : new Map<string, string>();
  const names = await migrationNames(folder);
  return {
    waiting: names.filter((name) => !applied.has(name)),
    unknown: [...applied.keys()].filter((name) => !names.includes(name)),
  };
}

/** Names of all migrations, in order. */
export async function migrationNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** SHA-256 of a migration's text, by which an applied one is known. */
export async function migrationChecksum(folder: string, name: string): Promise<string> {
  return checksumOf(await readFile(join(folder, name, 'migration.sql'), 'utf8'));
}

function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex');
}

/** Checksums of the migrations that were applied to a database, by name. */
export async function readHistory(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

async function apply(client: pg.Client, name: string, sql: string, checksum: string): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`The migration ${name} could not be applied.`, { cause: error });
  }
}
