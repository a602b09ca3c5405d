import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failVideo } from '#jobs/db/attempts/attempt-ends.server.ts';
import { type Attempt, beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { createVideo, endVideo, findVideo, reopenVideo } from '#jobs/db/videos.server.ts';
import type { CallSubject } from '#jobs/ledger/call-subject.ts';
import { Ledger, NO_CAPS } from '#jobs/ledger/ledger.server.ts';
import { readPaidInAll, readSpending } from '#jobs/ledger/spending.server.ts';
import type { PlannedCall } from '#jobs/ports/calls/call-hooks.ts';
import { diskFault } from '#jobs/ports/disk-fault.ts';
import { AttemptEnded, type Fault, StoryError } from '#jobs/story/film/fault.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

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

async function newVideo(db: Db): Promise<string> {
  const id = randomUUID();
  await db.$transaction((tx) =>
    createVideo(tx, { id, draft: draftOf(), idempotencyKey: null, requestHash: id }),
  );
  return id;
}

async function attemptAt(db: Db, videoId: string): Promise<Attempt> {
  const begun = await beginAttempt(db, videoId);
  if (!begun) throw new Error('There is nothing to work on.');
  return begun.attempt;
}

function callTo(host: string, limits: PlannedCall['limits'], usd = 0): PlannedCall {
  const estimate = { expectedUsd: usd, maximumUsd: usd, basis: 'listed' as const };
  return {
    capability: 'image',
    purpose: 'picture',
    input: 'a fox',
    model: 'm',
    host,
    limits,
    estimate,
    attempt: 1,
  };
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
    const third = Promise.withResolvers<void>();
    const during = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      if (underWay === 3) third.resolve();
      // However slow the machine is: all places are taken together, and a fourth call has time to take one more.
      await third.promise;
      await pools[0].$executeRaw`SELECT pg_sleep(0.05)`;
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

describe('a call that is interrupted', () => {
  const [PAID, FREE] = [0.2, 0];
  let videoId: string;
  let ledger: Ledger;
  beforeEach(async () => {
    videoId = await newVideo(pools[0]);
    ledger = new Ledger(pools[0]);
  });

  /** A new attempt's call; `during` is what happens between the request and the storing of its result. */
  async function call(
    usd: number,
    during: (signal: AbortSignal) => Promise<unknown> = async () => {},
    { input = 'a fox', subject = SUBJECT }: { input?: string; subject?: CallSubject } = {},
  ): Promise<void> {
    await ledger.closeInterrupted(videoId);
    const planned = { ...callTo('twice.example', { concurrency: 9, perMinute: 1000 }, usd), input };
    const { signal } = new AbortController();
    await ledger.record(await attemptAt(pools[0], videoId), subject, async (hooks) => {
      const settle = await hooks.begin(planned, signal);
      await during(signal);
      await settle({ ok: true, costUsd: usd });
    });
  }
  /** The process dies between the request and its answer: nothing is written any more. */
  async function callAndDie(usd: number): Promise<void> {
    const died = call(usd, () => Promise.reject(new Error('The process died.')));
    await expect(died).rejects.toThrow('died');
  }
  /** The server answers with a fault that is known. */
  async function callAndFail(
    fault: Partial<{ maybeCharged: boolean; isInterrupted: boolean }>,
  ): Promise<void> {
    const planned = callTo('twice.example', { concurrency: 9, perMinute: 1000 }, PAID);
    const work = ledger.record(await attemptAt(pools[0], videoId), SUBJECT, async (hooks) => {
      const settle = await hooks.begin(planned, new AbortController().signal);
      await settle({
        ...{ ok: false, fault: LATE, maybeCharged: true, isInterrupted: false, status: null },
        ...{ unusable: false, retryAfterMs: null },
        ...fault,
      });
      throw new AttemptEnded('shutdown');
    });
    await expect(work).rejects.toThrow(AttemptEnded);
  }
  const LATE: Fault = { code: 'late', message: 'It was late.', hint: 'Wait.', retryable: true };
  const TWICE = { code: 'call_interrupted_twice', retryable: false };
  const press = async () => {
    const video = await findVideo(pools[0], videoId);
    if (!video) throw new Error('The video is gone.');
    return pools[0].$transaction((tx) => reopenVideo(tx, video, 'Taken up again.', 'person'));
  };
  const fail = async (fault: Fault) => failVideo(pools[0], await attemptAt(pools[0], videoId), fault);

  it('is made once more by itself, and then when a person says so', async () => {
    await callAndDie(PAID);
    await callAndDie(PAID);
    const refused = await call(PAID).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      ...TWICE,
      message:
        'The paid call for the test was interrupted twice before its result was safe, and may have been charged each time (about $0.20).',
    });
    await expect(call(PAID)).rejects.toMatchObject(TWICE);
    expect((await readSpending(pools[0], videoId)).videoUsd).toBeCloseTo(0.4, 6);

    await fail({ ...LATE, ...TWICE });
    expect(await press()).toBe(true);
    await callAndDie(PAID);
    await call(PAID);
    expect((await readSpending(pools[0], videoId)).videoUsd).toBeCloseTo(0.8, 6);
  });

  it('may be one whose answer a full disk did not take: that is not paid for without end either', async () => {
    const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    const callAndFill = () => {
      const planned = callTo('twice.example', { concurrency: 9, perMinute: 1000 }, PAID);
      return ledger.closeInterrupted(videoId).then(async () =>
        ledger.record(await attemptAt(pools[0], videoId), SUBJECT, async (hooks) => {
          const settle = await hooks.begin(planned, new AbortController().signal);
          await settle({ ok: true, costUsd: PAID });
          throw diskFault(full);
        }),
      );
    };
    await expect(callAndFill()).rejects.toMatchObject({ code: 'disk_full' });
    await expect(callAndFill()).rejects.toMatchObject({ code: 'disk_full' });
    await expect(callAndFill()).rejects.toMatchObject(TWICE);
    expect((await readSpending(pools[0], videoId)).videoUsd).toBeCloseTo(0.4, 6);
  });

  it('is not one whose whole answer turned out to be of no use: of those three are taken, whatever they cost', async () => {
    const found = (code: string) => new StoryError({ code, message: 'No.', hint: 'Retry.', retryable: true });
    const answered = async (usd: number, error: StoryError) =>
      ledger.record(await attemptAt(pools[0], videoId), SUBJECT, async (hooks) => {
        const planned = callTo('twice.example', { concurrency: 9, perMinute: 1000 }, usd);
        await (await hooks.begin(planned, new AbortController().signal))({ ok: true, costUsd: usd });
        throw error;
      });
    // Something else of the same asset went wrong: the answer itself was fine.
    for (let time = 0; time < 4; time++)
      await expect(answered(PAID, found('provider_unavailable'))).rejects.toThrow('No.');
    for (let time = 0; time < 3; time++)
      await expect(answered(time * PAID, found('picture_unusable'))).rejects.toThrow('No.');
    await expect(answered(FREE, found('picture_unusable'))).rejects.toMatchObject({
      ...{ code: 'answers_unusable', retryable: false },
      message: expect.stringContaining('That has cost $0.60'),
    });
    await fail({ ...LATE, retryable: false });
    expect(await press()).toBe(true);
    await expect(answered(FREE, found('picture_unusable'))).rejects.toThrow('No.');
  });

  it('counts when the attempt was ended or the result could not be stored, not when the server said no', async () => {
    for (let time = 0; time < 4; time++) await callAndFail({ isInterrupted: false });
    await callAndFail({ isInterrupted: true });
    await call(PAID);
    const lost = async () => {
      const work = ledger.record(
        await attemptAt(pools[0], videoId),
        { ...SUBJECT, inputHash: 'disk' },
        async (hooks) => {
          const planned = callTo('twice.example', { concurrency: 9, perMinute: 1000 }, PAID);
          await (await hooks.begin(planned, new AbortController().signal))({ ok: true, costUsd: PAID });
          throw new Error('The disk is full.');
        },
      );
      await expect(work).rejects.toThrow('disk');
    };
    await lost();
    await lost();
    await expect(call(PAID, undefined, { subject: { ...SUBJECT, inputHash: 'disk' } })).rejects.toMatchObject(
      TWICE,
    );
  });

  it('does not count against another call for the same asset, nor where calls are free', async () => {
    await callAndDie(PAID);
    await callAndDie(PAID);
    await call(PAID, undefined, { input: 'a milder fox' });
    await call(FREE);
    for (let time = 0; time < 4; time++) await callAndDie(FREE);
    await call(FREE);
    const builtin = { ...SUBJECT, isCounted: false };
    for (let time = 0; time < 4; time++)
      await ledger.record(await attemptAt(pools[0], videoId), builtin, async () => 'drawn');
  });

  it('goes on counting when the page takes up a fault by itself, until a person cancels or retries', async () => {
    await callAndDie(PAID);
    await callAndDie(PAID);
    await fail({ ...LATE, retryable: true });
    await press();
    await expect(call(PAID)).rejects.toMatchObject(TWICE);
    await endVideo(pools[0], videoId, 'cancelled', { message: 'Cancelled.', error: null });
    await press();
    await call(PAID);
  });
});
