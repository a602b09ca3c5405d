import { fileURLToPath } from 'node:url';
import { migrate } from '#jobs/db/migrate.server.ts';
import type { Env } from '#jobs/env.server.ts';
import { acquireEmbeddedDatabase } from './embedded-postgres';

export const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

export interface Database {
  url: string;
  /** Names of the migrations that it lacked until now. */
  applied: string[];
  /** Says that this process is done with it. */
  release(): Promise<void>;
}

/** The database of this machine, migrated: the one of DATABASE_URL, or the built-in one. */
export async function acquireDatabase(env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>): Promise<Database> {
  const database = await acquireDatabaseAsItIs(env);
  return { ...database, applied: await migrate(database.url, MIGRATIONS) };
}

/** The same, whatever migrations it lacks. */
export async function acquireDatabaseAsItIs(
  env: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>,
): Promise<Omit<Database, 'applied'>> {
  if (!env.DATABASE_URL) return acquireEmbeddedDatabase(env.DATA_DIR);
  return { url: env.DATABASE_URL, release: async () => {} };
}
