import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listBatches, listItems, readItemCosts } from '#jobs/db/batches/batch-items.server.ts';
import { listOpenBatches } from '#jobs/db/batches/batch-standing.server.ts';
import { findBatch } from '#jobs/db/batches/batches.server.ts';
import { hideVideos, removeHidden } from '#jobs/db/deleted-videos.server.ts';
import { AT_WORK } from '#jobs/db/videos.server.ts';
import type { BatchTerms } from '#jobs/story/batch/batch-terms.ts';
import { readCsv } from '#jobs/story/batch/csv-rows.ts';
import type { ItemState } from '#jobs/story/batch/item-state.ts';
import { advanceAfter, advanceBatch, advanceBatches } from '#jobs/work/batches/advance-batch.server.ts';
import { actOnBatch, type BatchAct } from '#jobs/work/batches/batch-commands.server.ts';
import { packResults } from '#jobs/work/batches/batch-results.server.ts';
import { orderBatch } from '#jobs/work/batches/order-batch.server.ts';
import { cancelVideo, requestProcessing } from '#jobs/work/commands.server.ts';
import { readZip } from '#tests/support/handoff/zips.ts';
import { draftOf } from '#tests/support/stories.ts';
import { type CountedHouse, openCountedHouse } from '#tests/support/storyboards/counted-house.ts';

let house: CountedHouse;
beforeAll(async () => {
  house = await openCountedHouse();
});
afterAll(() => house.close());

const TERMS: BatchTerms = { name: '', atOnce: 2, capUsd: null, looksFirst: false };

interface Wanted extends Partial<BatchTerms> {
  stories?: number;
  expectedUsd?: number;
  ownerId?: string | null;
  key?: string | null;
}

/** Orders a batch of short stories, each of its own words, and lets it take its first steps. */
async function order({ stories = 4, expectedUsd = 0, ownerId = null, key = null, ...terms }: Wanted = {}) {
  const whole = { ...TERMS, ...terms };
  const items = Array.from({ length: stories }, (_, at) => ({
    draft: draftOf(`Fox ${at} woke. It slept.`, {
      music: 'none',
      ...(whole.looksFirst && { review: 'storyboard' }),
    }),
    expectedUsd,
  }));
  const { batchId, created } = await orderBatch({ db: house.db, ownerId }, { terms: whole, items }, key);
  await advanceBatch(house.backend, batchId);
  return { batchId, created };
}

const itemsOf = (batchId: string) => listItems(house.db, batchId);
const statesOf = async (batchId: string): Promise<ItemState[]> =>
  (await itemsOf(batchId)).map(({ state }) => state);
const videoOf = async (batchId: string, at: number) => (await itemsOf(batchId))[at]?.videoId ?? '';
const act = (batchId: string, asked: BatchAct) => actOnBatch(house.backend, batchId, asked);
/** Everything that waits is made, and nothing begins after it. */
const work = () => house.work();
/** What a worker does every few seconds. */
const round = () => advanceBatches(house.backend, house.workshop.log);
const atWork = (batchId: string) => house.db.video.count({ where: { ...AT_WORK, batchItem: { batchId } } });

/** Has the films of a batch cost something, as if a server had been paid. */
async function pay(batchId: string, usd: number): Promise<void> {
  for (const { videoId } of await itemsOf(batchId)) {
    if (videoId === null || (await house.db.providerCall.count({ where: { videoId, host: 'paid' } })) > 0)
      continue;
    await house.db.providerCall.create({
      data: {
        ...{
          id: randomUUID(),
          videoId,
          kind: 'image',
          provider: 'x',
          model: 'x',
          inputHash: 'x',
          host: 'paid',
        },
        ...{ state: 'settled', costUsd: usd, expectedUsd: usd, answeredAt: new Date() },
      },
    });
  }
}

describe('a batch', () => {
  it('makes its films in their order, never more at once than it may, each once', async () => {
    const { batchId } = await order({ stories: 5 });
    expect(await statesOf(batchId)).toEqual(['making', 'making', 'waiting', 'waiting', 'waiting']);
    for (let turn = 0; turn < 3; turn++) {
      expect(await atWork(batchId)).toBeLessThanOrEqual(2);
      await work();
      await round();
    }
    const items = await itemsOf(batchId);
    expect(items.map(({ state }) => state)).toEqual(Array(5).fill('ready'));
    expect(new Set(items.map(({ videoId }) => videoId)).size).toBe(5);
    expect(await house.db.video.count({ where: { batchItem: { batchId } } })).toBe(5);
    const stories = await house.db.video.findMany({
      where: { batchItem: { batchId } },
      orderBy: { createdAt: 'asc' },
    });
    expect(stories.map(({ story }) => story.slice(0, 5))).toEqual([
      'Fox 0',
      'Fox 1',
      'Fox 2',
      'Fox 3',
      'Fox 4',
    ]);
    expect(await listOpenBatches(house.db)).not.toContain(batchId);
  });

  it('begins nothing twice where many take its steps at once', async () => {
    const { batchId } = await order({ stories: 8, atOnce: 3 });
    for (let turn = 0; turn < 3; turn++) {
      await Promise.all(Array.from({ length: 6 }, () => advanceBatch(house.backend, batchId)));
      expect(await atWork(batchId)).toBe(turn === 2 ? 2 : 3);
      await work();
    }
    expect(await statesOf(batchId)).toEqual(Array(8).fill('ready'));
    expect(await house.db.video.count({ where: { batchItem: { batchId } } })).toBe(8);
  });

  it('begins the next one as soon as work on one of its films has ended', async () => {
    const { batchId } = await order({ stories: 3, atOnce: 1 });
    await work();
    await advanceAfter(house.backend, await videoOf(batchId, 0), house.workshop.log);
    expect(await statesOf(batchId)).toEqual(['ready', 'making', 'waiting']);
    await act(batchId, { do: 'cancel' });
  });

  it('leaves no film without a job, and none that its story does not know, where its writing is cut short', async () => {
    const { batchId } = await order({ stories: 2, atOnce: 1 });
    await work();
    const videos = await house.db.video.count();
    const broken = { ...house.backend, boss: { send: () => Promise.reject(new Error('The line is cut.')) } };
    await expect(advanceBatch(broken as never, batchId)).rejects.toThrow('The line is cut.');
    expect([await statesOf(batchId), await house.db.video.count()]).toEqual([['ready', 'waiting'], videos]);
    await round();
    await work();
    expect(await statesOf(batchId)).toEqual(['ready', 'ready']);
  });

  it('goes on past films that are deleted, cancelled or failed, and makes none of them again', async () => {
    const { batchId } = await order({ stories: 4, atOnce: 2 });
    await hideVideos(house.db, [await videoOf(batchId, 0)]);
    await cancelVideo(house.backend, await videoOf(batchId, 1));
    await round();
    expect(await statesOf(batchId)).toEqual(['deleted', 'cancelled', 'making', 'making']);
    await work();
    await round();
    expect(await statesOf(batchId)).toEqual(['deleted', 'cancelled', 'ready', 'ready']);
    const listed = (await listBatches(house.db, null)).find(({ id }) => id === batchId);
    expect(listed).toMatchObject({ stories: 4, ready: 2, over: 4 });
  });

  it('is ordered once under one key, and the key stands for nothing else', async () => {
    const key = randomUUID();
    const first = await order({ key, stories: 2 });
    expect(first.created).toBe(true);
    expect(await order({ key, stories: 2 })).toEqual({ batchId: first.batchId, created: false });
    await expect(order({ key, stories: 3 })).rejects.toMatchObject({ code: 'idempotency_conflict' });
    await work();
    expect(await house.db.video.count({ where: { batchItem: { batchId: first.batchId } } })).toBe(2);
  });
});

describe('a batch that is paused', () => {
  it('finishes what it has begun, and begins nothing more until somebody goes on', async () => {
    const { batchId } = await order({ stories: 3, atOnce: 1 });
    await act(batchId, { do: 'pause' });
    await work();
    await round();
    await advanceBatch(house.backend, batchId);
    expect(await statesOf(batchId)).toEqual(['ready', 'waiting', 'waiting']);
    await act(batchId, { do: 'go-on' });
    expect(await statesOf(batchId)).toEqual(['ready', 'making', 'waiting']);
    await act(batchId, { do: 'change', atOnce: 2, capUsd: null });
    expect(await statesOf(batchId)).toEqual(['ready', 'making', 'making']);
    await work();
  });
});

describe('the limit of a batch', () => {
  it('holds for all its films together, also those that are gone, and can be raised', async () => {
    const { batchId } = await order({ stories: 4, atOnce: 4, capUsd: 0.25, expectedUsd: 0.1 });
    expect(await statesOf(batchId)).toEqual(['making', 'making', 'waiting', 'waiting']);
    await pay(batchId, 0.09);
    const gone = await videoOf(batchId, 0);
    await work();
    await hideVideos(house.db, [gone]);
    expect(await removeHidden(house.db, gone, new Date(Date.now() + 60_000))).toBe(true);
    expect((await readItemCosts(house.db, batchId)).get(0)).toBeCloseTo(0.09, 6);
    await advanceBatch(house.backend, batchId);
    expect(await findBatch(house.db, batchId)).toMatchObject({
      isPaused: true,
      trouble: { code: 'batch_cap_reached', message: expect.stringContaining('$0.18') },
    });
    expect(await statesOf(batchId)).toEqual(['deleted', 'ready', 'waiting', 'waiting']);
    await act(batchId, { do: 'change', capUsd: 0.3 });
    await act(batchId, { do: 'go-on' });
    expect(await statesOf(batchId)).toEqual(['deleted', 'ready', 'making', 'waiting']);
    expect((await findBatch(house.db, batchId))?.trouble).toBeNull();
    await work();
    await act(batchId, { do: 'cancel' });
  });

  it('lets the next begin where films cost less than was expected of them', async () => {
    const { batchId } = await order({ stories: 3, atOnce: 3, capUsd: 0.25, expectedUsd: 0.1 });
    await pay(batchId, 0.02);
    await advanceBatch(house.backend, batchId);
    expect(await statesOf(batchId)).toEqual(['making', 'making', 'waiting']);
    await work();
    await advanceBatch(house.backend, batchId);
    expect(await statesOf(batchId)).toEqual(['ready', 'ready', 'making']);
    await work();
  });
});

describe('a batch that is looked at first', () => {
  it('has all its storyboards written, and makes those that are let go on, as many at once as it may', async () => {
    const drawn = house.asked.stretches.length;
    const { batchId } = await order({ stories: 4, atOnce: 1, looksFirst: true });
    for (let turn = 0; turn < 4; turn++) {
      await work();
      await round();
    }
    expect(await statesOf(batchId)).toEqual(Array(4).fill('to-look-at'));
    expect(house.asked.stretches.length).toBe(drawn);
    await act(batchId, { do: 'release', position: 2 });
    expect(await statesOf(batchId)).toEqual(['to-look-at', 'to-look-at', 'making', 'to-look-at']);
    await act(batchId, { do: 'pause' });
    await act(batchId, { do: 'release' });
    expect(await statesOf(batchId)).toEqual(['going-on', 'going-on', 'making', 'going-on']);
    await work();
    expect(await statesOf(batchId)).toEqual(['going-on', 'going-on', 'ready', 'going-on']);
    // One goes on by its own page: the batch has that one's place in mind.
    await requestProcessing(house.backend, await videoOf(batchId, 3));
    await round();
    expect(await statesOf(batchId)).toEqual(['going-on', 'going-on', 'ready', 'making']);
    for (let turn = 0; turn < 3; turn++) {
      await work();
      await round();
      expect(await atWork(batchId)).toBeLessThanOrEqual(1);
    }
    expect(await statesOf(batchId)).toEqual(Array(4).fill('ready'));
  });
});

describe('a batch whose rest is cancelled', () => {
  it('keeps what is ready, stops what is under way, and never begins the others', async () => {
    const { batchId } = await order({ stories: 4, atOnce: 1 });
    await work();
    await round();
    await act(batchId, { do: 'cancel' });
    await act(batchId, { do: 'cancel' });
    await work();
    await round();
    expect(await statesOf(batchId)).toEqual(['ready', 'cancelled', 'cancelled', 'cancelled']);
    for (const asked of ['pause', 'go-on', 'release'] as const)
      await expect(act(batchId, { do: asked })).rejects.toMatchObject({ code: 'batch_cancelled' });
    await expect(act(randomUUID(), { do: 'pause' })).rejects.toMatchObject({ code: 'batch_not_found' });
  });
});

describe('somebody’s batch', () => {
  it('has their films, and pauses where they have used up their room', async () => {
    const ownerId = randomUUID();
    await house.db.person.create({ data: { id: ownerId, name: 'Ida', email: 'ida@films.example' } });
    const { batchId } = await order({ stories: 3, atOnce: 1, ownerId });
    await work();
    const { ownerId: madeFor } = await house.db.video.findUniqueOrThrow({
      where: { id: await videoOf(batchId, 0) },
    });
    expect(madeFor).toBe(ownerId);
    await house.db.person.update({ where: { id: ownerId }, data: { quotaBytes: 1n } });
    await round();
    expect(await findBatch(house.db, batchId)).toMatchObject({
      isPaused: true,
      trouble: { code: 'quota_reached' },
    });
    expect(await statesOf(batchId)).toEqual(['ready', 'waiting', 'waiting']);
    await house.db.person.update({ where: { id: ownerId }, data: { quotaBytes: null } });
    await act(batchId, { do: 'go-on' });
    expect(await statesOf(batchId)).toEqual(['ready', 'making', 'waiting']);
    expect((await listBatches(house.db, ownerId)).map(({ id }) => id)).toEqual([batchId]);
    await act(batchId, { do: 'cancel' });
  });
});

describe('the results of a batch', () => {
  it('are its films under numbers and titles, with a report of all', async () => {
    const { batchId } = await order({ stories: 4, atOnce: 2, name: 'Fox week' });
    await work();
    await round();
    await cancelVideo(house.backend, await videoOf(batchId, 2));
    await act(batchId, { do: 'pause' });
    const { stream, name } = await packResults(house.backend, batchId);
    const files = await readZip(await buffer(stream));
    expect(name).toBe('Fox week');
    expect([...files.keys()]).toEqual(['report.csv', 'report.json', '001-counted.mp4', '002-counted.mp4']);
    for (const [at, path] of ['001-counted.mp4', '002-counted.mp4'].entries()) {
      const { filmKey } = (await itemsOf(batchId))[at] ?? {};
      expect(files.get(path)?.equals(Buffer.from(await house.storage.read(filmKey ?? '')))).toBe(true);
    }
    const table = readCsv(files.get('report.csv')?.toString() ?? '').rows.map(({ fields }) => fields);
    expect(table.slice(1).map(([number, , state, file]) => [number, state, file])).toEqual([
      ['1', 'ready', '001-counted.mp4'],
      ['2', 'ready', '002-counted.mp4'],
      ['3', 'cancelled', ''],
      ['4', 'making', ''],
    ]);
    const told = JSON.parse(files.get('report.json')?.toString() ?? '{}');
    expect(told).toMatchObject({ id: batchId, name: 'Fox week' });
    expect(told.items).toHaveLength(4);
    await expect(packResults(house.backend, randomUUID())).rejects.toMatchObject({ code: 'batch_not_found' });
    await act(batchId, { do: 'cancel' });
  });
});
