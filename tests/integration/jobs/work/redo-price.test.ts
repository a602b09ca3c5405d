/** What an update is said to cost, held against what a server that counts was asked for. */
import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStoryboard } from '#app/video/editor/read-storyboard.server.ts';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo } from '#jobs/db/videos.server.ts';
import { readSpending } from '#jobs/ledger/spending.server.ts';
import { planContext } from '#jobs/making/plan-context.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import { motionProvider } from '#jobs/providers/motion/motion-provider.ts';
import { openAiProvider } from '#jobs/providers/openai/openai-provider.ts';
import { formatUsd, sumUsd } from '#jobs/story/budget/usd.ts';
import { spokenMs } from '#jobs/story/film/reading-times.ts';
import type { Speed } from '#jobs/story/order/options.ts';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { offeredEngines } from '#jobs/work/offered-engines.ts';
import { PROCESS_VIDEO } from '#jobs/work/process-video.ts';
import { changeStoryboard, updateFilm } from '#jobs/work/storyboard-commands.server.ts';
import { type MotionServer, startMotionServer } from '#tests/support/motion/motion-server.ts';
import { startOpenAiServer, type TestServer } from '#tests/support/openai-server/server.ts';
import { CANARY_KEY, testSettings } from '#tests/support/openai-server/test-settings.ts';
import { openRemoteWorkshop, type RemoteWorkshop } from '#tests/support/remote-workshop.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

const STORY = [
  'A girl called Marta found a lantern in the deep snow behind the old mill, and it was still warm.',
  'Nobody had told her to carry it home through the dark, and at every gate a dog woke up in silence.',
  'In the morning all the village saw that somebody had brought the summer back, months too early.',
].join(' ');

const SECOND_USD = 0.1;

let server: TestServer;
let motion: MotionServer;
let remote: RemoteWorkshop;
let boss: PgBoss;
let backend: Backend;
let videoId: string;
/** Of the voices that are made. */
let speed: Speed = 'normal';

beforeAll(async () => {
  server = await startOpenAiServer({ apiKey: CANARY_KEY });
  const databaseUrl = await createDatabase();
  motion = await startMotionServer('videos', CANARY_KEY);
  const clips = {
    ...{ baseUrl: motion.baseUrl, apiKey: CANARY_KEY, model: 'sora-3', protocol: 'videos' as const },
    ...{ lengths: [4, 8, 12], secondUsd: SECOND_USD, concurrency: 2, perMinute: 1000 },
  };
  const offered = [openAiProvider(testSettings(server.baseUrl)), motionProvider(clips, 5)];
  remote = await openRemoteWorkshop({ providers: offered, databaseUrl });
  boss = await startBoss(databaseUrl, 'sender', pino({ level: 'silent' }));
  const { db, storage, providers, renderer } = remote.workshop;
  backend = {
    ...{ db, boss, storage },
    plan: async () => planContext(providers, renderer.version),
    ownerId: null,
    money: { tariff: offeredEngines(offered).tariff, caps: { perVideoUsd: null, perDayUsd: null } },
  };
  videoId = randomUUID();
  const draft = draftOf(STORY, { scenes: 3, music: 'none' });
  await db.$transaction((tx) =>
    createVideo(tx, { id: videoId, draft, idempotencyKey: null, requestHash: 'h' }),
  );
  await make();
  server.forget();
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await remote.close();
  await motion.close();
  await server.close();
});

async function make(): Promise<void> {
  const begun = await beginAttempt(remote.workshop.db, videoId);
  if (!begun) throw new Error('There is nothing to work on.');
  await makeFilm(remote.workshop, begun, { signal: new AbortController().signal, lastChance: false });
}

const paidUsd = async () => (await readSpending(remote.workshop.db, videoId)).videoUsd;
const idAt = async (at: number) => (await findVideo(remote.workshop.db, videoId))?.scenes[at]?.id ?? '';

/** What the server was asked for since it forgot, by the tariff. */
function countedUsd(): { pictures: number; usd: number } {
  const { tariff } = backend.money;
  if (!tariff) throw new Error('There are no prices.');
  const pictures = server.calls.filter(({ route }) => route === 'generations' || route === 'edits').length;
  const voices = server.calls
    .filter(({ route }) => route === 'speech')
    .map(({ fields }) => String(fields.input));
  const voiceUsd = (text: string) =>
    tariff.voiceSceneUsd +
    text.length * tariff.voiceCharacterUsd +
    (spokenMs(text, speed) / 60_000) * tariff.voiceMinuteUsd;
  const clips = motion.orders.map(({ seconds }) => seconds * SECOND_USD);
  return { pictures, usd: sumUsd([pictures * tariff.pictureUsd['9:16'], ...voices.map(voiceUsd), ...clips]) };
}

describe('an update', () => {
  it.each<[string, (id: (at: number) => Promise<string>) => Promise<Edit>]>([
    [
      'a picture that is drawn again',
      async (id) => ({ kind: 'draw-again', scene: await id(2), seed: 7, remark: null }),
    ],
    [
      'the picture that others follow',
      async (id) => ({ kind: 'draw-again', scene: await id(0), seed: 8, remark: 'Bigger.' }),
    ],
    [
      'other words',
      async (id) => ({
        ...{ kind: 'set-scene', scene: await id(1) },
        change: {
          narration: 'Nobody had told her to carry it home, and she did so all the same, in the dark.',
        },
      }),
    ],
    [
      'captions, for nothing',
      async (id) => ({ kind: 'set-scene', scene: await id(1), change: { captions: 'Home!' } }),
    ],
    ['another pace', async () => ({ kind: 'set-film', options: { speed: 'slow' } })],
    ['another style', async () => ({ kind: 'set-film', options: { style: 'neon' } })],
  ])('of %s costs what it was said to, to the cent', async (_what, editOf) => {
    await changeStoryboard(backend, videoId, { kind: 'edit', edit: await editOf(idAt) });
    const { plan } = await readStoryboard(backend, videoId);
    const before = await paidUsd();
    await updateFilm(backend, videoId);
    await boss.deleteAllJobs(PROCESS_VIDEO);
    await make();
    speed = (await findVideo(remote.workshop.db, videoId))?.options.speed ?? speed;
    const paid = (await paidUsd()) - before;
    const { pictures, usd } = countedUsd();
    expect(plan.cost ?? '$0.00').toBe(formatUsd(usd));
    expect(plan.lines.filter(({ what }) => what === 'picture')).toHaveLength(pictures);
    // The tariff counts a picture to be followed with each one, and is never passed.
    expect(paid).toBeLessThanOrEqual(usd);
    expect(paid).toBeGreaterThanOrEqual(usd * 0.6);
    server.forget();
  });

  it.each<
    [string, (id: (at: number) => Promise<string>) => Promise<Edit>, { pictures: number; clips: number }]
  >([
    [
      'pictures that begin to move: their clips alone',
      async () => ({ kind: 'set-film', options: { motion: 'animated' } }),
      { pictures: 0, clips: 3 },
    ],
    [
      'a moving picture that is drawn again, with its clip',
      async (id) => ({ kind: 'draw-again', scene: await id(2), seed: 9, remark: null }),
      { pictures: 1, clips: 1 },
    ],
    [
      'another pace, at which shorter clips of the same stills are enough',
      async () => ({ kind: 'set-film', options: { speed: 'fast' } }),
      // The second scene's words are fewer, and its clip is long enough.
      { pictures: 0, clips: 2 },
    ],
  ])('of %s costs what it was said to, to the cent', async (_what, editOf, made) => {
    await changeStoryboard(backend, videoId, { kind: 'edit', edit: await editOf(idAt) });
    const { plan } = await readStoryboard(backend, videoId);
    const before = await paidUsd();
    await updateFilm(backend, videoId);
    await boss.deleteAllJobs(PROCESS_VIDEO);
    await make();
    speed = (await findVideo(remote.workshop.db, videoId))?.options.speed ?? speed;
    const { pictures, usd } = countedUsd();
    expect({ pictures, clips: motion.orders.length }).toEqual(made);
    expect(plan.cost).toBe(formatUsd(usd));
    const paid = (await paidUsd()) - before;
    expect(paid).toBeLessThanOrEqual(usd + 1e-9);
    expect(paid).toBeGreaterThanOrEqual(usd * 0.6);
    server.forget();
    motion.forget();
  });

  it.each([
    ['perVideoUsd', 'cost_cap_video'],
    ['perDayUsd', 'cost_cap_day'],
  ] as const)(
    'over the cap %s is refused before anything is queued, and the plan says so',
    async (cap, code) => {
      await changeStoryboard(backend, videoId, {
        ...{ kind: 'edit', edit: { kind: 'draw-again', scene: await idAt(2), seed: 99, remark: null } },
      });
      const allowed = (await paidUsd()) + 0.001;
      const caps = { perVideoUsd: null, perDayUsd: null, [cap]: allowed };
      const capped = { ...backend, money: { ...backend.money, caps } };
      const { plan } = await readStoryboard(capped, videoId);
      expect(plan.refusal?.message).toContain(formatUsd(allowed));
      await expect(updateFilm(capped, videoId)).rejects.toMatchObject({ code, retryable: false });
      expect(await findVideo(remote.workshop.db, videoId)).toMatchObject({ status: 'completed' });
      expect(await boss.findJobs(PROCESS_VIDEO, { key: videoId })).toEqual([]);
      expect((await readStoryboard(backend, videoId)).plan.refusal).toBeNull();
      await changeStoryboard(backend, videoId, { kind: 'undo' });
    },
  );
});
