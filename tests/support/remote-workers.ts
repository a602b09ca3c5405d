import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PgBoss } from 'pg-boss';
import pino from 'pino';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { type ServerOptions, startOpenAiServer, type TestServer } from './openai-server/server';
import { CANARY_KEY, serverEnvironment } from './openai-server/test-settings';
import { createDatabase } from './test-database';
import type { CallTrial } from './worker-process';

/** The whole house: database, queue, files, a server to be asked, and workers and sites as processes of their own. */
export interface RemoteHouse {
  backend: Pick<Backend, 'db' | 'boss' | 'storage'>;
  db: Db;
  boss: PgBoss;
  storage: LocalStorage;
  server: TestServer;
  /** Starts a worker and waits until it is ready. */
  startWorker(environment?: Readonly<Record<string, string>>, calls?: CallTrial): Promise<RemoteProcess>;
  /** Starts the built site and waits until it listens. */
  startSite(environment?: Readonly<Record<string, string>>): Promise<RemoteProcess & { url: string }>;
  /** Ends all processes that still run, and everything else. */
  close(): Promise<void>;
}

export interface RemoteProcess {
  /** All that it wrote so far. */
  said(): string;
  /** Its exit code once it has ended for whatever reason; null where something killed it. */
  ended: Promise<number | null>;
  /** Ends it without a chance to tidy up, and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to end. @returns its exit code. */
  stop(): Promise<number | null>;
}

const WORKER = new URL('./worker-process.ts', import.meta.url);
const SITE = new URL('../../app/server/main.ts', import.meta.url);

/** @param databaseUrl of a database of the test's own; by default a new one on the run's server. */
export async function openRemoteHouse(
  options: ServerOptions = {},
  databaseUrl?: string,
): Promise<RemoteHouse> {
  return houseOn(databaseUrl ?? (await createDatabase()), options);
}

async function houseOn(databaseUrl: string, options: ServerOptions): Promise<RemoteHouse> {
  const server = await startOpenAiServer({ apiKey: CANARY_KEY, ...options });
  const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-house-'));
  const db = openDb(databaseUrl);
  const boss = await startBoss(databaseUrl, 'sender', pino({ level: 'silent' }));
  const storage = new LocalStorage(join(dataDir, 'media'));
  const running = new Set<ChildProcess>();

  async function start(
    entry: URL,
    args: readonly string[],
    environment: Readonly<Record<string, string>>,
  ): Promise<RemoteProcess & { message: unknown }> {
    const child = fork(entry, args, {
      execArgv: ['--import', TYPESCRIPT_LOADER],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        DATA_DIR: dataDir,
        MALLOC_ARENA_MAX: '2',
        ...serverEnvironment(server.baseUrl),
        ...environment,
      },
    });
    running.add(child);
    const ended = once(child, 'exit').then(([code]) => {
      running.delete(child);
      return code as number | null;
    });
    const words: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => words.push(String(chunk)));
    const started = await Promise.race([
      once(child, 'message').then(([message]) => ({ message })),
      ended.then(() => null),
    ]);
    if (!started) throw new Error(`${entry.pathname} did not start:\n${words.join('')}`);
    return {
      ...started,
      said: () => words.join(''),
      ended,
      kill: async () => {
        child.kill('SIGKILL');
        await ended;
      },
      stop: async () => {
        child.kill('SIGTERM');
        return ended;
      },
    };
  }

  return {
    backend: { db, boss, storage },
    db,
    boss,
    storage,
    server,
    startWorker: (environment = {}, calls = {}) => start(WORKER, [JSON.stringify(calls)], environment),
    startSite: async (environment = {}) => {
      const site = await start(SITE, [], { PORT: '0', ...environment });
      return { ...site, url: (site.message as { url: string }).url };
    },
    close: async () => {
      await Promise.all(
        [...running].map(async (child) => {
          const ended = once(child, 'exit');
          child.kill('SIGKILL');
          await ended;
        }),
      );
      await boss.stop();
      await db.$disconnect();
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
