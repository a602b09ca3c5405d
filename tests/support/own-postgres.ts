/** A Postgres of a test's own, which may be killed: the run's is everybody's. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireDatabase } from '#bin/database/database.ts';

export interface OwnPostgres {
  url: string;
  dataDir: string;
  /** Number of the server's first process; null while it has none. */
  pid(): Promise<number | null>;
  /** Kills its first process, without a chance to tidy up. */
  kill(): Promise<void>;
  /** How often the server has begun so far. */
  starts(): Promise<number>;
  close(): Promise<void>;
}

/** Starts one with all tables, watched over by this process. */
export async function openOwnPostgres(): Promise<OwnPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-own-postgres-'));
  const database = await acquireDatabase({ DATABASE_URL: null, DATA_DIR: dataDir });
  const server = serverIn(dataDir);
  return {
    url: database.url,
    dataDir,
    ...server,
    close: async () => {
      await database.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
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
