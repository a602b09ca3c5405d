/** One attempt's errands as others see them in the queue; the other workers are rows. */
import { randomUUID } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openDb } from '#jobs/db/client.server.ts';
import { createVideo } from '#jobs/db/videos.server.ts';
import { beatWorker, THIS_WORKER } from '#jobs/db/workers/workers.server.ts';
import type { Errand } from '#jobs/ports/errands.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import { CrewNews } from '#jobs/work/crew/crew-news.server.ts';
import { type ErrandJob, errandQueue } from '#jobs/work/crew/errand-queue.ts';
import { SentErrands } from '#jobs/work/crew/sent-errands.server.ts';
import { openErrandQueues } from '#jobs/work/crew/take-errands.server.ts';
import { signOfLife } from '#tests/support/signs-of-life.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';
import { waitFor } from '#tests/support/wait-for.ts';

const ABILITIES = { cores: 2, errands: { segment: 'paper-1' }, voices: [], engines: {} };
const QUEUE = errandQueue('segment', 'paper-1');
const OTHER = '00000000-0000-4000-8000-00000000c0de';
const log = pino({ level: 'silent' });
const never = new AbortController().signal;

let db: ReturnType<typeof openDb>;
let boss: PgBoss;
beforeAll(async () => {
  const url = await createDatabase();
  db = openDb(url);
  boss = await startBoss(url, 'worker', log);
  await openErrandQueues(boss, ABILITIES, []);
});
beforeEach(async () => {
  await boss.deleteAllJobs(QUEUE);
  await db.worker.deleteMany();
  await beatWorker(db, OTHER, signOfLife('paper-1', { abilities: ABILITIES }));
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await db.$disconnect();
});

const crew = (abilities: typeof ABILITIES = ABILITIES) => new CrewNews(db, THIS_WORKER, abilities);
const errandsFor = (attempt: { videoId: string; fence: number }, takesErrands = () => true) =>
  new SentErrands({ db, log }, boss, { crew: crew(), attempt, takesErrands });
async function attemptOf(ownerId: string | null = null, patch = {}) {
  const id = randomUUID();
  await createVideo(db, {
    ...{ id, draft: draftOf('A fox.'), idempotencyKey: null, requestHash: id, ownerId },
  });
  await db.video.update({ where: { id }, data: patch });
  return { videoId: id, fence: 0 };
}
async function person(name: string): Promise<string> {
  const id = randomUUID();
  await db.person.create({ data: { id, name, email: `${name}@example.test`, updatedAt: new Date() } });
  return id;
}
const errandAt = (position: number, left = 5): Errand => ({ kind: 'segment', position, hash: 'h', left });
const waiting = (count: number) =>
  waitFor('the errands', async () => (await boss.findJobs(QUEUE, { queued: true })).length === count);
async function take() {
  const [job] = await boss.fetch<ErrandJob>(QUEUE);
  if (!job) throw new Error('No errand waits.');
  return job;
}

it('is made where somebody says so, and not where somebody declines', async () => {
  const errands = errandsFor(await attemptOf());
  for (const [end, isMade] of [
    ['made', true],
    ['declined', false],
    ['failed', false],
    ['made', true],
  ] as const) {
    const sent = errands.send(errandAt(0), never);
    await waiting(1);
    await boss.complete(QUEUE, await take(), { end, by: OTHER });
    expect(await sent).toBe(isMade);
  }
});

it('nobody is asked who makes something else, is in trouble, is to end, or has not been seen', async () => {
  const errands = async () => errandsFor(await attemptOf());
  const fault = { code: 'storage_away', message: 'Away.', hint: 'Wait.', retryable: true };
  await beatWorker(db, OTHER, signOfLife('paper-1', { abilities: ABILITIES, trouble: fault }));
  expect(await (await errands()).send(errandAt(0), never)).toBe(false);
  await beatWorker(db, OTHER, signOfLife('paper-1', { abilities: ABILITIES }));
  await db.worker.updateMany({ data: { drainAskedAt: new Date() } });
  expect(await (await errands()).send(errandAt(0), never)).toBe(false);
  await db.worker.updateMany({ data: { drainAskedAt: null, seenAt: new Date(Date.now() - 60_000) } });
  expect(await (await errands()).send(errandAt(0), never)).toBe(false);
  const newer = { ...ABILITIES, errands: { segment: 'paper-2' } };
  await beatWorker(db, OTHER, signOfLife('paper-2', { abilities: newer }));
  expect(await (await errands()).send(errandAt(0), never)).toBe(false);
  expect(await (await errands()).send({ ...errandAt(0), kind: 'voice' }, never)).toBe(false);
});

it('a worker that dies of one takes no other with it, and a video that one died of is made by one alone', async () => {
  const errands = errandsFor(await attemptOf());
  const first = errands.send(errandAt(0), never);
  await waiting(1);
  const second = errands.send(errandAt(1), never);
  await waiting(2);
  await take();
  await db.$executeRaw`
    UPDATE pgboss.job SET heartbeat_on = now() - interval '1 minute' WHERE name = ${QUEUE} AND state = 'active'`;
  await waitFor('the end of its heartbeat', async () => {
    await boss.supervise(QUEUE);
    return (await boss.findJobs(QUEUE)).some(({ state }) => state === 'failed');
  });
  const [died, waits] = await Promise.all([first, boss.findJobs(QUEUE, { queued: true })]);
  expect(died).toBe(false);
  expect(await errands.send(errandAt(2), never)).toBe(false);
  // What was sent before may still be done by others.
  expect(waits).toHaveLength(1);
  await boss.complete(QUEUE, await take(), { end: 'made', by: OTHER });
  expect(await second).toBe(true);

  const suspected = await attemptOf(null, { workerId: OTHER, deaths: 1 });
  expect(await errandsFor(suspected).send(errandAt(0), never)).toBe(false);
});

it('one that nobody has begun is not begun any more once it is not wanted', async () => {
  const errands = errandsFor(await attemptOf());
  const ended = new AbortController();
  const sent = errands.send(errandAt(0), ended.signal);
  await waiting(1);
  ended.abort(new Error('Cancelled.'));
  await expect(sent).rejects.toThrow('Cancelled.');
  expect(await boss.findJobs(QUEUE)).toEqual([]);
});

it('a worker that takes none itself any more waits for nobody', async () => {
  let takes = true;
  const errands = errandsFor(await attemptOf(), () => takes);
  const sent = errands.send(errandAt(0), never);
  await waiting(1);
  takes = false;
  expect(await sent).toBe(false);
  expect(await boss.findJobs(QUEUE)).toEqual([]);
  expect(await errands.send(errandAt(1), never)).toBe(false);
});

it('of one person the film that lacks least goes first, and people take turns', async () => {
  const [ada, bob] = [await person('ada'), await person('bob')];
  const [long, short, other] = [await attemptOf(ada), await attemptOf(ada), await attemptOf(bob)];
  const ended = new AbortController();
  const send = async ({ videoId }: { videoId: string }, position: number, left: number, count: number) => {
    const errands = errandsFor({ videoId, fence: 0 });
    errands.send(errandAt(position, left), ended.signal).catch(() => {});
    await waiting(count);
  };
  for (let at = 0; at < 3; at += 1) await send(long, at, 9, at + 1);
  await send(short, 0, 1, 4);
  await send(other, 0, 9, 5);
  const order: string[] = [];
  const names = new Map<string, unknown>(
    [long, short, other].map(({ videoId }, at) => [videoId, ['long', 'short', 'other'][at]]),
  );
  for (let at = 0; at < 5; at += 1) order.push(String(names.get((await take()).data.videoId)));
  expect(order).toEqual(['long', 'short', 'other', 'long', 'long']);
  ended.abort(new Error('Over.'));
});

it('queues of workers that are gone are removed, and those of living ones stay', async () => {
  const older = { ...ABILITIES, errands: { segment: 'paper-0' } };
  await openErrandQueues(boss, older, [{ abilities: ABILITIES }]);
  expect(await boss.getQueue(errandQueue('segment', 'paper-0'))).not.toBeNull();
  await openErrandQueues(boss, ABILITIES, []);
  expect(await boss.getQueue(errandQueue('segment', 'paper-0'))).toBeNull();
  expect(await boss.getQueue(QUEUE)).not.toBeNull();
});
