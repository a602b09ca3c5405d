import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { inject } from 'vitest';
import { migrate } from '#jobs/db/migrate.server.ts';

export const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

/** A new empty database on the run's Postgres server. */
export async function createEmptyDatabase(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

/** A new database with all tables. */
export async function createDatabase(): Promise<string> {
  const url = await createEmptyDatabase();
  await migrate(url, MIGRATIONS);
  return url;
}

/** A new database as a StoryShort had it whose newest migration was this one. */
export async function createDatabaseOf(lastMigration: string): Promise<string> {
  const url = await createEmptyDatabase();
  await migrate(url, MIGRATIONS, lastMigration);
  return url;
}
