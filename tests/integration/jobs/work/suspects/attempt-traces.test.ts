import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeAttempt, failVideo, noteSetback } from '#jobs/db/attempts/attempt-ends.server.ts';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { readDeaths } from '#jobs/db/deaths/attempt-traces.server.ts';
import { keepPictureTake } from '#jobs/db/takes.server.ts';
import { createVideo, endVideo, findVideo, reopenVideo } from '#jobs/db/videos.server.ts';
import { toFault } from '#jobs/story/film/fault.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';

let db: Db;
beforeAll(async () => {
  db = openDb(await createDatabase());
});
afterAll(() => db.$disconnect());

async function newVideo(): Promise<string> {
  const id = crypto.randomUUID();
  const video = { id, draft: draftOf(), idempotencyKey: null, requestHash: id };
  await db.$transaction((tx) => createVideo(tx, video));
  return id;
}

/** Begins an attempt in a process that is not this one, and says no more of it. */
async function beginElsewhere(id: string) {
  const begun = await beginAttempt(db, id, crypto.randomUUID());
  if (!begun) throw new Error('There is nothing to work on.');
  return begun.attempt;
}

const deathsOf = async (id: string) => (await readDeaths(db, id))?.deaths;

it('counts attempts that nobody ended, from anew once something was made', async () => {
  const id = await newVideo();
  expect(await deathsOf(id)).toBe(0);
  for (const deaths of [1, 2]) {
    await beginElsewhere(id);
    expect(await deathsOf(id)).toBe(deaths);
  }
  await keepPictureTake(db, id, 'some-hash', `${id}/some.jpg`);
  expect(await deathsOf(id)).toBe(1);
  await beginElsewhere(id);
  expect(await deathsOf(id)).toBe(2);
});

it('counts no attempt that ended in order, whatever came of it', async () => {
  const id = await newVideo();
  await closeAttempt(db, await beginElsewhere(id));
  expect(await deathsOf(id)).toBe(0);
  await noteSetback(db, await beginElsewhere(id), toFault(new Error('It rains.')));
  expect(await deathsOf(id)).toBe(0);
  const died = await beginElsewhere(id);
  await beginElsewhere(id);
  // One that was thought dead says nothing of the next one's.
  await closeAttempt(db, died);
  expect(await deathsOf(id)).toBe(2);
  await failVideo(db, await beginElsewhere(id), toFault(new Error('It rains.')));
  expect(await deathsOf(id)).toBe(0);
});

it('counts from anew where a person goes on with the video', async () => {
  const id = await newVideo();
  for (let death = 0; death < 3; death++) await beginElsewhere(id);
  expect(await deathsOf(id)).toBe(3);
  await endVideo(db, id, 'failed', { message: 'It failed.', error: null });
  const video = await findVideo(db, id);
  if (!video) throw new Error('The video is gone.');
  await db.$transaction((tx) => reopenVideo(tx, video, 'Taken up again.', 'person'));
  expect(await deathsOf(id)).toBe(0);
  await beginElsewhere(id);
  expect(await deathsOf(id)).toBe(1);
});
