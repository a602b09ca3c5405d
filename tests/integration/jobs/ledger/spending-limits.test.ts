import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Attempt, beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { createVideo } from '#jobs/db/videos.server.ts';
import type { CallSubject } from '#jobs/ledger/call-subject.ts';
import { Ledger } from '#jobs/ledger/ledger.server.ts';
import { readOwnerDayUsd } from '#jobs/ledger/spending.server.ts';
import type { PlannedCall } from '#jobs/ports/calls/call-hooks.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

let pools: readonly [Db, Db];
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

async function somebody(capPerDayUsd: number | null): Promise<string> {
  const id = randomUUID();
  await pools[0].person.create({ data: { id, name: 'Ada', email: `${id}@films.example`, capPerDayUsd } });
  return id;
}

async function attemptOf(ownerId: string | null): Promise<Attempt> {
  const id = randomUUID();
  const draft = draftOf();
  await pools[0].$transaction((tx) =>
    createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id, ownerId }),
  );
  const begun = await beginAttempt(pools[0], id);
  if (!begun) throw new Error('There is nothing to work on.');
  return begun.attempt;
}

async function call(attempt: Attempt, usd: number, index = 0): Promise<void> {
  const planned: PlannedCall = {
    ...{ capability: 'image', purpose: 'picture', input: `a fox ${index}`, model: 'm', host: 'dear.example' },
    limits: { concurrency: 100, perMinute: 1000 },
    estimate: { expectedUsd: usd, maximumUsd: usd, basis: 'listed' },
    attempt: 1,
  };
  await new Ledger(pools[index % 2 === 0 ? 0 : 1]).record(attempt, SUBJECT, async (hooks) => {
    const settle = await hooks.begin(planned, new AbortController().signal);
    await settle({ ok: true, costUsd: usd });
  });
}

describe('a person’s limit for a day', () => {
  it('is passed by none of their films, however many workers ask at once', async () => {
    const ownerId = await somebody(1);
    const attempts = await Promise.all([attemptOf(ownerId), attemptOf(ownerId)]);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => call(attempts[index % 2 === 0 ? 0 : 1], 0.3, index)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const [refused] = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'cost_cap_person' } });
    expect(await readOwnerDayUsd(pools[0], ownerId)).toBeCloseTo(0.9, 6);
  });

  it('counts what was spent for a video that was deleted since', async () => {
    const ownerId = await somebody(1);
    const attempt = await attemptOf(ownerId);
    await call(attempt, 0.8);
    await pools[0].video.delete({ where: { id: attempt.videoId } });
    await expect(call(await attemptOf(ownerId), 0.3)).rejects.toMatchObject({ code: 'cost_cap_person' });
  });

  it('holds a whole film before anything of it is paid', async () => {
    const attempt = await attemptOf(await somebody(1));
    const ledger = new Ledger(pools[0]);
    await expect(ledger.holdFilm(attempt, 1.2)).rejects.toMatchObject({ code: 'cost_cap_person' });
    await ledger.holdFilm(attempt, 0.9);
  });

  it('is nobody else’s, and there is none where none was set', async () => {
    const capped = await somebody(0.1);
    await expect(call(await attemptOf(capped), 0.5)).rejects.toMatchObject({ code: 'cost_cap_person' });
    await call(await attemptOf(await somebody(null)), 0.5);
    await call(await attemptOf(null), 0.5);
    await call(await attemptOf(capped), 0);
  });
});
