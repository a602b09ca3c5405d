/** Looks at the database without changing it: the one of DATABASE_URL, or the built-in one. */
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { MIGRATIONS } from '#bin/database/database.ts';
import { acquireEmbeddedDatabase } from '#bin/database/embedded-postgres.ts';
import { readMigrations } from '#jobs/db/migrate.server.ts';
import type { Env } from '#jobs/env.server.ts';
import type { DatabaseSight } from './judged-database';

/** How long a server may take to answer, ms. */
const ANSWER_MS = 5000;

export interface SeenDatabase {
  sight: DatabaseSight;
  /** By how much our clock is ahead of the server's, ms; null where it is ours, or was not heard. */
  aheadMs: number | null;
  /** Where it can be asked until it is released; null where it cannot. */
  url: string | null;
  release(): Promise<void>;
}

const nothing = async () => {};

/** The built-in one is started for as long as it is looked at: in a folder of its own where it has never been. */
export async function seeDatabase({
  DATABASE_URL,
  DATA_DIR,
}: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>): Promise<SeenDatabase> {
  if (DATABASE_URL) return { ...(await look(DATABASE_URL)), release: nothing };
  const exists = await access(join(DATA_DIR, 'postgres')).then(
    () => true,
    () => false,
  );
  const folder = exists ? DATA_DIR : await mkdtemp(join(tmpdir(), 'storyshort-doctor-'));
  const tidy = async () => {
    if (!exists) await rm(folder, { recursive: true, force: true });
  };
  try {
    const { url, release } = await acquireEmbeddedDatabase(folder);
    const end = async () => {
      await release();
      await tidy();
    };
    return { ...(await look(url)), aheadMs: null, release: end };
  } catch (error) {
    await tidy();
    return { ...unreached(error), release: nothing };
  }
}

/** Where a database is, without user and password. */
export function placeOf(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `${hostname}:${port || 5432}${decodeURIComponent(pathname)}`;
}

async function look(url: string): Promise<Omit<SeenDatabase, 'release'>> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
  });
  // Unheard, a connection that breaks would end the process; what was asked fails by itself.
  client.on('error', () => {});
  try {
    await client.connect();
    const askedAt = Date.now();
    const { rows } = await client.query<Facts>(FACTS);
    const [facts] = rows;
    if (!facts) throw new Error('It did not answer.');
    const aheadMs = (askedAt + Date.now()) / 2 - facts.now.getTime();
    const migrations = await readMigrations(client, MIGRATIONS);
    return { sight: { isReached: true, ...migrations, ...sightOf(facts) }, aheadMs, url };
  } catch (error) {
    return unreached(error);
  } finally {
    await client.end().catch(() => {});
  }
}

const FACTS = `
  SELECT current_setting('server_version') AS version,
         current_setting('server_version_num')::int AS "versionNumber",
         current_setting('max_connections')::int AS "mostConnections",
         (SELECT count(*)::int FROM pg_stat_activity WHERE backend_type = 'client backend') AS "openConnections",
         clock_timestamp() AS now`;

interface Facts {
  version: string;
  versionNumber: number;
  mostConnections: number;
  openConnections: number;
  now: Date;
}

function sightOf({ version, now: _now, ...facts }: Facts): Omit<Facts, 'now'> {
  return { ...facts, version: version.split(' ')[0] ?? version };
}

function unreached(error: unknown): Pick<SeenDatabase, 'sight' | 'aheadMs' | 'url'> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  const words = error instanceof Error ? error.message : String(error);
  // Several addresses of one name fail together, without a word of their own.
  return {
    sight: { isReached: false, code, why: words || code || 'it does not answer.' },
    aheadMs: null,
    url: null,
  };
}
