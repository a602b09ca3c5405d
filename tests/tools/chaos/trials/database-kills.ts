/** The database is killed, its connections are cut, or all of them taken, while films are made. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ApiClient } from '#bin/client/api-client.ts';
import { acquireEmbeddedDatabase } from '#bin/database/embedded-postgres.ts';
import { LaunchedApp } from '#bin/host/launched-app.ts';
import { UNFINISHED_STATUSES } from '#jobs/story/film/status.ts';
import { processesOf } from '#tests/support/processes/our-processes.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { judgeApp } from '../checks/judged-app';
import { SMALL_FILM } from '../house/chaos-house';
import { countBreak, noFindings, type Trial } from '../trial';

const STORY = 'The well was dry. They dug deeper. Water sang in the dark.';
/** Films that are kept in the making. */
const AT_ONCE = 2;
/** How long all connections are taken, ms. */
const TAKEN_MS = 3000;

const KINDS = ['killed', 'killed', 'killed', 'connections cut', 'connections all taken'] as const;

export const databaseKills: Trial = {
  name: 'database',
  what: 'Postgres is killed (the launcher brings it back), its connections are cut, or all are taken, while films are made',
  rounds: { long: 85, short: 2 },
  run: async ({ rounds, random, say }) => {
    const findings = noFindings();
    const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-chaos-db-'));
    const app = await LaunchedApp.launch(dataDir);
    const database = await acquireEmbeddedDatabase(dataDir);
    const api = new ApiClient(app.url);
    const processes = processIds(dataDir);
    let longestMs = 0;
    let sent = 0;
    let making: string[] = [];
    try {
      for (let round = 0; round < rounds; round += 1) {
        const kind = KINDS[round % KINDS.length] ?? 'killed';
        making = await stillMade(api, making);
        while (making.length < AT_ONCE) {
          sent += 1;
          const key = `database ${sent}`;
          const story = `${STORY} It was well ${sent}.`;
          // It may be away for a moment: the same story under the same key is the same video.
          const order = () => api.createVideo({ story, ...SMALL_FILM }, key).catch(() => null);
          making.push(await waitFor('an answer', order));
        }
        await pause(random.range(200, 3000));
        const postmaster = await postmasterOf(dataDir);
        if (kind === 'killed' && postmaster) process.kill(postmaster, 'SIGKILL');
        else if (kind === 'connections cut') await cutConnections(database.url);
        else await takeConnections(database.url);
        countBreak(findings, kind);
        const brokenAt = performance.now();
        await waitFor('the database and the site', async () => {
          if (kind === 'killed' && (await postmasterOf(dataDir)) === postmaster) return false;
          return (await isThere(database.url)) && (await healthOf(app.url))?.database.ok === true;
        });
        longestMs = Math.max(longestMs, performance.now() - brokenAt);
        say(`${kind}, ${round + 1} of ${rounds}, back after ${Math.round(performance.now() - brokenAt)} ms`);
      }
      await judgeApp(dataDir, findings);
      if (processIds(dataDir).join() !== processes.join())
        findings.broken.push('site or worker did not live through it');
    } finally {
      await database.release();
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    }
    findings.figures = { 'slowest return, s': Math.round(longestMs / 100) / 10 };
    return findings;
  },
};

/** Which of these videos are not made yet, as far as the site can be asked. */
async function stillMade(api: ApiClient, videoIds: readonly string[]): Promise<string[]> {
  const asked = await Promise.all(
    videoIds.map(async (id) => {
      const told = await api.status(id).catch(() => null);
      return { id, isMade: told !== null && !UNFINISHED_STATUSES.some((status) => status === told.status) };
    }),
  );
  return asked.filter(({ isMade }) => !isMade).map(({ id }) => id);
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Site and worker. */
function processIds(dataDir: string): number[] {
  return processesOf(dataDir)
    .filter(({ command }) => command.includes('app/server/main') || command.includes('jobs/worker'))
    .map(({ pid }) => pid)
    .sort();
}

/** @returns null where it is about to be another one */
async function postmasterOf(dataDir: string): Promise<number | null> {
  const note = await readFile(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').catch(() => '');
  return Number(note.split('\n')[0]) || null;
}

async function isThere(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function cutConnections(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
  await client.end();
}

/** Takes all connections that there are, for a while; whoever has one is cut off first. */
async function takeConnections(url: string): Promise<void> {
  await cutConnections(url);
  const taken: pg.Client[] = [];
  const until = performance.now() + TAKEN_MS;
  while (performance.now() < until) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      taken.push(client);
    } catch {
      // There is none left.
      await pause(50);
    }
  }
  await Promise.all(taken.map((client) => client.end()));
}

async function healthOf(url: string): Promise<{ database: { ok: boolean } } | null> {
  try {
    return (await (await fetch(`${url}/healthz`)).json()) as { database: { ok: boolean } };
  } catch {
    return null;
  }
}
