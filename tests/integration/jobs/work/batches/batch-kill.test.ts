/** A batch on a site and workers that are processes of their own, with the built-in engines; films are written on paper. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp } from '#bin/setup/build-app.ts';
import { listItems } from '#jobs/db/batches/batch-items.server.ts';
import { AT_WORK } from '#jobs/db/videos.server.ts';
import { isItemOver } from '#jobs/story/batch/item-state.ts';
import { advanceBatch } from '#jobs/work/batches/advance-batch.server.ts';
import { openRemoteHouse, type RemoteHouse } from '#tests/support/remote-workers.ts';
import { waitFor } from '#tests/support/wait-for.ts';

/** The long form, with BATCH_STORIES=500, makes as many as are named there. */
const STORIES = Number(process.env.BATCH_STORIES ?? 12);
const AT_ONCE = 4;
/** A net, no measure. */
const LONGEST_MS = 300_000 + STORIES * 30_000;

/** No server is asked for anything. */
const BUILT_IN = Object.fromEntries(
  ['SCRIPT', 'IMAGE', 'SPEECH', 'TRANSCRIBE', 'MODERATION']
    .map((capability) => [`${capability}_MODEL`, ''])
    .concat([
      ['OPENAI_API_KEY', ''],
      ['OPENAI_BASE_URL', ''],
      ['SPEECH_VOICE', ''],
    ]),
);

const SITE = { ...BUILT_IN, LOG_LEVEL: 'silent' };

let house: RemoteHouse;
beforeAll(async () => {
  await buildApp();
  house = await openRemoteHouse();
});
afterAll(() => house.close());

it(
  `of ${STORIES} stories ends with a film of each, though its site and its workers are killed one after the other`,
  async () => {
    const { db, backend } = house;
    const stories = Array.from({ length: STORIES }, (_, at) => ({
      ...{ story: `Fox ${at} woke in the snow.`, format: '1:1', music: 'none', scenes: 1 },
    }));
    let site = await house.startSite(SITE);
    const order = async (): Promise<string> => {
      const answer = await fetch(`${site.url}/api/batch`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'the batch' },
        body: JSON.stringify({ stories, atOnce: AT_ONCE }),
      });
      return ((await answer.json()) as { batchId: string }).batchId;
    };
    // Killed as soon as the batch is there, most often before whoever ordered it was told so.
    const first = order().catch(() => null);
    await waitFor('the batch', () => db.batch.count());
    await site.kill();
    site = await house.startSite(SITE);
    const batchId = await order();
    expect([null, batchId]).toContain(await first);
    const progress = async () =>
      (await fetch(`${site.url}/api/batch?id=${batchId}`)).json() as Promise<{ items: { state: string }[] }>;
    const readyOnes = () => db.batchItem.count({ where: { batchId, video: { status: 'completed' } } });
    const mostAtOnce = { seen: 0 };
    const watched = async <T>(condition: () => Promise<T>): Promise<T> => {
      const atWork = await db.video.count({ where: { ...AT_WORK, batchItem: { batchId } } });
      mostAtOnce.seen = Math.max(mostAtOnce.seen, atWork);
      return condition();
    };

    let worker = await house.startWorker({ ...BUILT_IN, LOG_LEVEL: 'silent' });
    for (const share of [1 / 6, 1 / 2]) {
      const wanted = Math.ceil(STORIES * share);
      await waitFor(`${wanted} films`, () => watched(async () => (await readyOnes()) >= wanted), LONGEST_MS);
      await Promise.all([worker.kill(), site.kill()]);
      site = await house.startSite(SITE);
      worker = await house.startWorker({ ...BUILT_IN, LOG_LEVEL: 'silent' });
    }
    const over = async () => (await listItems(db, batchId)).every(({ state }) => isItemOver(state));
    await waitFor('the whole batch', () => watched(over), LONGEST_MS);

    expect((await progress()).items.map(({ state }) => state)).toEqual(stories.map(() => 'ready'));
    const ended = await listItems(db, batchId);
    expect(ended.map(({ position, state }) => [position, state])).toEqual(
      stories.map((_, position) => [position, 'ready']),
    );
    // No story was made twice, and no film is nobody's.
    expect(await db.batch.count()).toBe(1);
    expect(await db.video.count()).toBe(STORIES);
    expect(new Set(ended.map(({ videoId }) => videoId)).size).toBe(STORIES);
    const told = await db.video.findMany({ where: { batchItem: { batchId } }, select: { story: true } });
    expect(new Set(told.map(({ story }) => story)).size).toBe(STORIES);
    for (const { filmKey } of ended) expect(await house.storage.has(filmKey ?? '')).toBe(true);
    expect(mostAtOnce.seen).toBeGreaterThan(1);
    expect(mostAtOnce.seen).toBeLessThanOrEqual(AT_ONCE);
    // Nothing is left to be done.
    await advanceBatch(backend, batchId);
    expect(await db.video.count()).toBe(STORIES);
    expect(house.server.calls).toEqual([]);
    expect([await worker.stop(), await site.stop()]).toEqual([0, 0]);
  },
  LONGEST_MS * 3,
);
