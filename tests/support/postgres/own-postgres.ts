/** A Postgres of a test's own, which may be killed: the run's is everybody's. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { acquireDatabase } from '#bin/database/database.ts';
import { withFileLock } from '#bin/host/file-lock.ts';
import { waitFor } from '#tests/support/wait-for.ts';

export interface OwnPostgres {
  url: string;
  dataDir: string;
  /** Number of the server's first process; null while it has none. */
  pid(): Promise<number | null>;
  /** Kills its first process, without a chance to tidy up. */
  kill(): Promise<void>;
  /** How often the server has begun so far. */
  starts(): Promise<number>;
  /** Kills it, and does something before anybody may bring it back. @returns when it answers again */
  whileAway(work: () => Promise<void>): Promise<void>;
  /** Ends all connections but the asking one. */
  endConnections(): Promise<void>;
  /** Does something while nobody can connect, since there are as many connections as there may be. */
  whileFull(work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Starts one with all tables, watched over by this process. */
export async function openOwnPostgres(): Promise<OwnPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-own-postgres-'));
  const database = await acquireDatabase({ DATABASE_URL: null, DATA_DIR: dataDir });
  const server = serverIn(dataDir);
  const { url } = database;
  const answers = () => connect(url).then((client) => client?.end().then(() => true));
  const endConnections = async () => {
    const client = await connect(url);
    await client?.query(END_CONNECTIONS);
    await client?.end();
  };
  return {
    url,
    dataDir,
    ...server,
    endConnections,
    whileAway: async (work) => {
      // Whoever watches over it waits for the lock.
      await withFileLock(join(dataDir, 'run', 'database.lock'), async () => {
        await server.kill();
        await waitFor('the database to be away', async () => !(await answers()));
        await work();
      });
      await waitFor('the database to be back', answers);
    },
    whileFull: async (work) => {
      const held: pg.Client[] = [];
      const fill = async () => {
        for (let client = await connect(url); client; client = await connect(url)) held.push(client);
      };
      try {
        await fill();
        // The places of those who had one before are taken as well.
        await held[0]?.query(END_CONNECTIONS.replace(';', ' AND NOT application_name = $1;'), [HOLDER]);
        await fill();
        await work();
      } finally {
        await Promise.all(held.map((client) => client.end()));
      }
    },
    close: async () => {
      await database.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const HOLDER = 'holds a place';
const END_CONNECTIONS = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
  WHERE pid <> pg_backend_pid() AND backend_type = 'client backend';`;

/** A connection; null where there is none to be had. */
async function connect(url: string): Promise<pg.Client | null> {
  const client = new pg.Client({ connectionString: url, application_name: HOLDER });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch {
    await client.end().catch(() => {});
    return null;
  }
}

/** The server of a data folder, whoever started it. */
export function serverIn(dataDir: string): Pick<OwnPostgres, 'pid' | 'kill' | 'starts'> {
  const folder = join(dataDir, 'postgres');
  const pid = async () => {
    const note = await readFile(join(folder, 'cluster', 'postmaster.pid'), 'utf8').catch(() => '');
    return Number.parseInt(note, 10) || null;
  };
  return {
    pid,
    kill: async () => {
      const found = await pid();
      if (found === null) throw new Error('There is no server to be killed.');
      process.kill(found, 'SIGKILL');
    },
    starts: async () => {
      const log = await readFile(join(folder, 'server.log'), 'utf8').catch(() => '');
      return log.split(' starting PostgreSQL ').length - 1;
    },
  };
}
