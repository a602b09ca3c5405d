import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Db, openDb } from '../../jobs/db/client.server';
import { type CallSubject, Ledger, NO_CAPS } from '../../jobs/db/ledger.server';
import { readPaidInAll, readSpending } from '../../jobs/db/spending.server';
import type { PlannedCall } from '../../jobs/providers/openai/call-hooks';
import { createDatabase } from '../support/test-database';

let pools: [Db, Db];
beforeAll(async () => {
  const url = await createDatabase();
  pools = [openDb(url), openDb(url)];
});
afterAll(() => Promise.all(pools.map((db) => db.$disconnect())));

const SUBJECT: CallSubject = {
  scene: null,
  kind: 'test',
  identity: { name: 'openai', model: 'm' },
  inputHash: 'h',
  isCounted: true,
};

function callTo(host: string, limits: PlannedCall['limits'], usd = 0): PlannedCall {
  const estimate = { expectedUsd: usd, maximumUsd: usd, basis: 'listed' as const };
  return { capability: 'image', purpose: 'picture', model: 'm', host, limits, estimate, attempt: 1 };
}

/** Makes a call on one of the pools, in turn. */
async function callOn(
  index: number,
  call: PlannedCall,
  { caps = NO_CAPS, signal = new AbortController().signal, during = async () => {} } = {},
): Promise<void> {
  await new Ledger(pools[index % 2 === 0 ? 0 : 1], caps).record(null, SUBJECT, async (hooks) => {
    const settle = await hooks.begin(call, signal);
    await during();
    await settle({ ok: true, costUsd: call.estimate.expectedUsd });
  });
}

describe('two pools together', () => {
  it('never have more calls under way than the server allows', async () => {
    const call = callTo('busy.example', { concurrency: 3, perMinute: 1000 });
    let underWay = 0;
    let most = 0;
    const during = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await delay(30);
      underWay -= 1;
    };
    await Promise.all(Array.from({ length: 16 }, (_, index) => callOn(index, call, { during })));
    expect(most).toBe(3);
  });

  it('begin no more calls in a minute than the server allows', async () => {
    const call = callTo('slow.example', { concurrency: 100, perMinute: 5 });
    const over = new AbortController();
    let begun = 0;
    const fifth = Promise.withResolvers<void>();
    const during = async () => {
      begun += 1;
      if (begun === 5) fifth.resolve();
    };
    const calls = Array.from({ length: 12 }, (_, index) =>
      callOn(index, call, { during, signal: over.signal }).catch((error: unknown) => error),
    );
    await fifth.promise;
    // The others have asked by then, and are told to wait most of a minute.
    await pools[0].$executeRaw`SELECT pg_sleep(0.5)`;
    over.abort(new Error('enough'));
    const outcomes = await Promise.all(calls);
    expect(begun).toBe(5);
    expect(outcomes.filter((outcome) => outcome instanceof Error)).toHaveLength(7);
  });

  it('never spend more than the day’s cap, however many ask at once', async () => {
    const [db] = pools;
    const { dayUsd } = await readSpending(db, null);
    const caps = { perVideoUsd: null, perDayUsd: dayUsd + 1 };
    const call = callTo('dear.example', { concurrency: 100, perMinute: 1000 }, 0.3);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => callOn(index, call, { caps })),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    expect((await readSpending(db, null)).dayUsd - dayUsd).toBeCloseTo(0.9, 6);
    expect(await readPaidInAll(db)).toEqual({ totalUsd: 0.9, dayUsd: 0.9 });
  });

  it('take an abandoned call’s place after its longest time', async () => {
    const [db] = pools;
    const call = callTo('dead.example', { concurrency: 1, perMinute: 1000 }, 0.5);
    const died = callOn(0, call, {
      during: async () => {
        throw new Error('The process died.');
      },
    });
    await expect(died).rejects.toThrow('died');
    await db.$executeRaw`UPDATE provider_call SET started_at = started_at - interval '5 minutes' WHERE host = 'dead.example'`;
    await callOn(1, call);
    const rows = await db.providerCall.findMany({ where: { host: 'dead.example' } });
    expect(rows.map(({ state }) => state).sort()).toEqual(['settled', 'started']);
  });
});
