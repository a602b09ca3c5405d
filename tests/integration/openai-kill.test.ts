import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Db, openDb } from '../../jobs/db/client.server';
import { createVideo, findVideo } from '../../jobs/db/videos.server';
import { TYPESCRIPT_LOADER } from '../../jobs/threads/typescript-loader';
import type { FilmOrder } from '../support/film-process';
import { mulberry32 } from '../support/openai-server/fault-plan';
import { type SeenCall, startOpenAiServer, type TestServer } from '../support/openai-server/server';
import { CANARY_KEY } from '../support/openai-server/test-settings';
import { draftOf } from '../support/stories';
import { createDatabase } from '../support/test-database';

const KILLS = 30;
/** Kills that one film goes through before it is let finish. */
const KILLS_OF_A_FILM = 5;
/** From its order to its end a film takes about this long, ms. */
const LONGEST_LIFE_MS = 1600;

let server: TestServer;
let db: Db;
let databaseUrl: string;
let folder: string;

beforeAll(async () => {
  server = await startOpenAiServer({ apiKey: CANARY_KEY });
  databaseUrl = await createDatabase();
  db = openDb(databaseUrl);
  folder = await mkdtemp(join(tmpdir(), 'storyshort-kill-'));
});
afterAll(async () => {
  await db.$disconnect();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function newVideo(name: string): Promise<string> {
  const id = randomUUID();
  const story = `A fox called ${name} found a lantern in the snow. Nobody believed what ${name} had seen there.`;
  const draft = draftOf(story, { scenes: 2 });
  await db.$transaction((tx) => createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }));
  return id;
}

async function worker(): Promise<ChildProcess> {
  const child = fork(new URL('../support/film-process.ts', import.meta.url), {
    execArgv: ['--import', TYPESCRIPT_LOADER],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

/** Works on a film for a while; null to let it finish. @returns whether the process was killed in its work. */
async function work(videoId: string, lifeMs: number | null): Promise<boolean> {
  const child = await worker();
  const ended = once(child, 'exit');
  const order: FilmOrder = { databaseUrl, folder, baseUrl: server.baseUrl, videoId };
  child.send(order);
  if (lifeMs !== null) {
    await Promise.race([delay(lifeMs), ended]);
    child.kill('SIGKILL');
  }
  const [code, signal] = await ended;
  if (lifeMs === null) expect(code).toBe(0);
  return signal === 'SIGKILL';
}

it('a worker killed at 30 random moments repeats no finished call', async () => {
  const random = mulberry32(2026);
  const films = Array.from({ length: KILLS / KILLS_OF_A_FILM }, (_, index) => `Fox${'abcdefgh'[index]}`);
  let kills = 0;
  const oneFilm = async (name: string) => {
    const videoId = await newVideo(name);
    for (let round = 0; round < KILLS_OF_A_FILM; round++) {
      if (await work(videoId, random() * LONGEST_LIFE_MS)) kills += 1;
      if ((await findVideo(db, videoId))?.status === 'completed') break;
    }
    if ((await findVideo(db, videoId))?.status !== 'completed') await work(videoId, null);
    return videoId;
  };
  const [left, right] = [films.slice(0, films.length / 2), films.slice(films.length / 2)];
  const inTurn = async (names: string[]) => {
    const videoIds: string[] = [];
    for (const name of names) videoIds.push(await oneFilm(name));
    return videoIds;
  };
  const videoIds = (await Promise.all([inTurn(left), inTurn(right)])).flat();
  for (const videoId of videoIds) expect((await findVideo(db, videoId))?.status).toBe('completed');
  expect(kills).toBeGreaterThan(KILLS / 2);

  // The server makes no mistakes here, so that a failed entry is a call that a kill interrupted.
  const isCounted = ({ route, paid }: SeenCall) => paid && !['moderations', 'transcriptions'].includes(route);
  const paid = server.calls.filter(isCounted);
  const repeated = paid.length - new Set(paid.map(({ inputHash }) => inputHash)).size;
  const interrupted = await db.providerCall.count({
    where: { state: 'failed', capability: { in: ['script', 'speech', 'image'] } },
  });
  expect(repeated).toBeLessThanOrEqual(interrupted);
  expect(paid.length).toBe(films.length * (1 + 2 + 2) + repeated);
  const settled = await db.providerCall.groupBy({
    by: ['videoId', 'inputHash', 'capability'],
    where: { state: 'settled', capability: { in: ['script', 'speech', 'image'] } },
    _count: true,
  });
  expect(settled.every(({ _count }) => _count === 1)).toBe(true);
  expect(await db.providerCall.count({ where: { state: 'started' } })).toBe(0);
}, 240_000);
