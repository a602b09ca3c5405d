import { afterEach, describe, expect, it } from 'vitest';
import { findVideo } from '#jobs/db/videos.server.ts';
import { readSpending } from '#jobs/ledger/spending.server.ts';
import { backoffCeilingMs } from '#jobs/ports/calls/backoff.ts';
import { CALL_POLICY } from '#jobs/ports/calls/call.ts';
import { SERVED, type Served } from '#jobs/providers/openai/settings/settings.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import {
  allFaults,
  mulberry32,
  type Route,
  type ServerFault,
} from '#tests/support/openai-server/fault-plan.ts';
import type { TestServer } from '#tests/support/openai-server/server.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import {
  CAPABILITY_OF,
  finishedCalls,
  repetitionsIn,
  storiesAskedAfterAnswer,
  trafficOf,
} from '#tests/support/openai-server/traffic.ts';
import { openRemoteHouse, type RemoteHouse } from '#tests/support/remote-workers.ts';
import { draftOf } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';

/** So narrow that each limit on calls at once is met; moderation also meets its calls within a minute. */
const LIMITS: Record<Served, { concurrency: number; perMinute: number }> = {
  script: { concurrency: 3, perMinute: 400 },
  image: { concurrency: 4, perMinute: 400 },
  speech: { concurrency: 4, perMinute: 400 },
  transcribe: { concurrency: 4, perMinute: 400 },
  moderation: { concurrency: 5, perMinute: 600 },
};
const LIMIT_VARIABLES = Object.fromEntries(
  SERVED.flatMap((capability) => [
    [`${capability.toUpperCase()}_CONCURRENCY`, String(LIMITS[capability].concurrency)],
    [`${capability.toUpperCase()}_PER_MINUTE`, String(LIMITS[capability].perMinute)],
  ]),
);
/** Where each limit on calls at once is met: the server keeps the first of them until all are there. */
const ROUTES = ['chat', 'generations', 'speech', 'transcriptions', 'moderations'] as const;
const WORKER = { WORKER_CONCURRENCY: '12', LOG_LEVEL: 'silent', ...LIMIT_VARIABLES };
/** A tenth of the usual waits; an honest answer is there long before the time for it is over, on a busy machine too. */
const CALLS = { policy: { baseMs: 100, capMs: 2000 }, timeoutMs: 15_000 };
/** The least that is a film: what is tried is not how large it is. */
const SMALL = { scenes: 1, format: '1:1', music: 'none' } as const;

/** The long form, with STORM_VIDEOS=300, makes as many as are named there. */
const VIDEOS = Number(process.env.STORM_VIDEOS ?? 50);

let house: RemoteHouse;
afterEach(() => house.close());

/**
 * Makes that many films with two workers and a fault in every fifth call; returns when all are settled.
 * @param meet what the server waits for, so that it surely comes
 */
async function makeFilms(
  count: number,
  environment: Record<string, string> = {},
  meet: (server: TestServer) => void = () => {},
): Promise<string[]> {
  const random = mulberry32(12);
  house = await openRemoteHouse({ voice: shortVoice(), thinkingMs: () => 20 + 60 * random() });
  house.server.failBy(allFaults(0.2, 4711));
  meet(house.server);
  const { backend, db, startWorker } = house;
  const videoIds: string[] = [];
  for (let index = 0; index < count; index++) {
    const draft = draftOf(`Fox ${index} woke.`, SMALL);
    videoIds.push((await submitVideo(backend, draft, null)).videoId);
  }
  const begun = { ...WORKER, ...environment };
  await Promise.all([startWorker(begun, CALLS), startWorker(begun, CALLS)]);
  await waitFor(
    'all films',
    async () => (await db.video.count({ where: { status: { in: ['completed', 'failed'] } } })) === count,
    800_000,
  );
  return videoIds;
}

describe(`${VIDEOS} videos on two workers, with a fault in every fifth call`, () => {
  it('complete, are paid for once, and keep to the server’s limits', async () => {
    await makeFilms(VIDEOS, {}, (server) => {
      for (const route of ROUTES) server.gather(route, LIMITS[CAPABILITY_OF[route]].concurrency);
    });
    const { db, server } = house;
    const faults = server.calls.filter(({ fault }) => fault !== null);
    expect(faults.length / server.calls.length).toBeGreaterThan(0.17);
    expect(new Set(faults.map(({ fault }) => fault?.kind)).size).toBeGreaterThanOrEqual(10);

    const completed = await db.video.count({ where: { status: 'completed' } });
    expect(completed).toBe(VIDEOS);
    // Story and script checked, script, speech, picture; a transcription may be got round.
    expect(finishedCalls(server.calls).length).toBeGreaterThanOrEqual(completed * 5);
    expect(storiesAskedAfterAnswer(server.calls)).toEqual([]);

    const traffic = trafficOf(server.calls);
    for (const capability of SERVED) {
      const { concurrency, perMinute } = LIMITS[capability];
      expect(traffic[capability].atOnce, capability).toBe(concurrency);
      expect(traffic[capability].perMinute, capability).toBeLessThanOrEqual(perMinute);
    }
    const tooSoon = repetitionsIn(server.calls).filter(
      ({ waitedMs, retryAfterMs }) => waitedMs < retryAfterMs,
    );
    expect(tooSoon).toEqual([]);

    // Every call that came was an entry before, and none is left open.
    const entries = await db.providerCall.count({ where: { host: { not: null } } });
    expect(entries).toBeGreaterThanOrEqual(server.calls.length);
    expect(await db.providerCall.count({ where: { state: { in: ['started', 'interrupted'] } } })).toBe(0);
  }, 900_000);
});

describe('caps on spending', () => {
  it('are passed by no video and no day, with faults that may have been charged', async () => {
    const [perVideoUsd, perDayUsd] = [0.12, 1.2];
    const videoIds = await makeFilms(40, {
      MAX_COST_PER_VIDEO: String(perVideoUsd),
      MAX_COST_PER_DAY: String(perDayUsd),
    });
    const { db, server } = house;
    const codes = new Map<string, number>();
    for (const videoId of videoIds) {
      const video = await findVideo(db, videoId);
      const code = video?.error?.code ?? video?.status ?? 'gone';
      codes.set(code, (codes.get(code) ?? 0) + 1);
      expect((await readSpending(db, videoId)).videoUsd).toBeLessThanOrEqual(perVideoUsd);
    }
    const { dayUsd } = await readSpending(db, null);
    expect(dayUsd).toBeLessThanOrEqual(perDayUsd);
    expect(codes.get('completed')).toBeGreaterThan(5);
    expect(codes.get('cost_cap_day')).toBeGreaterThan(0);
    expect(storiesAskedAfterAnswer(server.calls)).toEqual([]);
    const entries = await db.providerCall.count({ where: { host: { not: null } } });
    expect(entries).toBeGreaterThanOrEqual(server.calls.length);
  }, 600_000);
});

describe('waits between tries', () => {
  it('follow the model of backoff within a quarter, however busy the machine', async () => {
    house = await openRemoteHouse({ voice: shortVoice() });
    const { backend, db, server, startWorker } = house;
    const jitter = 0.5;
    await startWorker({ LOG_LEVEL: 'silent' }, { jitter });
    const troubles: ServerFault[] = [
      { kind: 'status', status: 500 },
      { kind: 'status', status: 503, headers: { 'retry-after-ms': '700' } },
      { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
      { kind: 'truncate' },
    ];
    const routes: Route[] = ['chat', 'speech', 'generations'];
    for (const route of routes) server.failNext(route, ...troubles);
    const { videoId } = await submitVideo(backend, draftOf('One fox woke up in the snow.', SMALL), null);
    await waitFor('the film', async () => (await findVideo(db, videoId))?.status === 'completed');

    const waits = repetitionsIn(server.calls);
    for (const route of routes) {
      const own = waits.filter((wait) => wait.route === route);
      expect(own.map(({ number }) => number)).toEqual([2, 3, 4, 5]);
      const wanted = own.map(
        ({ number, retryAfterMs }) => retryAfterMs + jitter * backoffCeilingMs(CALL_POLICY, number - 1),
      );
      for (const [index, { waitedMs }] of own.entries())
        expect(waitedMs).toBeGreaterThanOrEqual((wanted[index] ?? 0) - 2);
      const [waited, model] = [own.map(({ waitedMs }) => waitedMs), wanted].map((list) =>
        list.reduce((sum, ms) => sum + ms, 0),
      );
      expect((waited ?? 0) / (model ?? 0)).toBeLessThan(1.25);
    }
  });
});
