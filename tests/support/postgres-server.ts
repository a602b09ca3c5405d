import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { acquireEmbeddedDatabase } from '#bin/database/embedded-postgres.ts';
import { openDb } from '#jobs/db/client.server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database on the run's own Postgres server, from which others can be created. */
    postgresUrl: string;
  }
}

/** No test pulls the plug: what is committed need not wait for the disk. */
async function keepInMemory(url: string): Promise<void> {
  const db = openDb(url);
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    await db.$executeRawUnsafe(`ALTER SYSTEM SET ${setting} = off`);
  }
  await db.$queryRaw`SELECT pg_reload_conf()`;
  await db.$disconnect();
}

/** One real Postgres for the whole run, in a folder of its own; each test file creates its own database. */
export default async function startPostgres(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'storyshort-test-'));
  const database = await acquireEmbeddedDatabase(folder);
  await keepInMemory(database.url);
  project.provide('postgresUrl', database.url);
  return async () => {
    await database.release();
    await rm(folder, { recursive: true, force: true });
  };
}
