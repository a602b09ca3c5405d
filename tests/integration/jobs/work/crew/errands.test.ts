/** Workers as processes, which share what one film is made of. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { findVideo } from '#jobs/db/videos.server.ts';
import { listWorkers } from '#jobs/db/workers/workers.server.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { errandOutcome } from '#jobs/work/crew/errand-queue.ts';
import { serverEnvironment } from '#tests/support/openai-server/test-settings.ts';
import { openRemoteHouse, type RemoteHouse, type RemoteProcess } from '#tests/support/remote-workers.ts';
import { draftOf } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';

let house: RemoteHouse;
let workers: RemoteProcess[] = [];
beforeAll(async () => {
  house = await openRemoteHouse();
});
beforeEach(async () => {
  await Promise.all(workers.map((worker) => worker.kill()));
  workers = [];
  await house.db.worker.deleteMany();
});
afterAll(() => house.close());

const BUILT_IN = Object.fromEntries(Object.keys(serverEnvironment('')).map((name) => [name, '']));
const STORY =
  'A fox found a lantern. It lit the snow. An owl read a map. The moon rose. A bear woke up. They ate honey.';

const send = async () => {
  const draft = draftOf(STORY, { format: '1:1', music: 'none', scenes: 6 });
  return (await submitVideo(house.backend, draft, null)).videoId;
};
const isCompleted = async (id: string) => (await findVideo(house.db, id))?.status === 'completed';

/** All errands of a video that are over: `end` and `by` of those that say it. */
async function errandsOf(videoId: string) {
  const rows = await house.db.$queryRaw<{ name: string; state: string; output: unknown }[]>`
    SELECT name, state::text, output FROM pgboss.job
    WHERE name LIKE 'errand.%' AND data->>'videoId' = ${videoId}`;
  return rows.map(({ name, state, output }) => {
    const told = errandOutcome.safeParse(output);
    return { kind: name.split('.')[1], state, outcome: told.success ? told.data : null };
  });
}

it('two workers share the voices, pictures and segments of one film', async () => {
  workers = [await house.startWorker(BUILT_IN), await house.startWorker(BUILT_IN)];
  const videoId = await send();
  await waitFor('the film', () => isCompleted(videoId));
  expect((await findVideo(house.db, videoId))?.fence).toBe(1);

  const errands = await errandsOf(videoId);
  expect(errands.map(({ outcome }) => outcome?.end)).toEqual(errands.map(() => 'made'));
  for (const kind of ['voice', 'segment'])
    expect(errands.filter((errand) => errand.kind === kind)).toHaveLength(6);
  // Which of them is quicker is chance: over some films each takes a part.
  const takers = new Set(errands.map(({ outcome }) => outcome?.by));
  while (takers.size < 2) {
    const another = await send();
    await waitFor('another film', () => isCompleted(another));
    for (const { outcome } of await errandsOf(another)) takers.add(outcome?.by);
  }
  expect(takers).toEqual(new Set((await listWorkers(house.db)).map(({ id }) => id)));
});

it('a worker alone makes its films without errands', async () => {
  workers = [await house.startWorker(BUILT_IN)];
  const videoId = await send();
  await waitFor('the film', () => isCompleted(videoId));
  expect(await errandsOf(videoId)).toEqual([]);
});

it('one whose storage is away takes nothing while another can, and says why', async () => {
  // A file stands where its folder of films should be.
  const broken = await mkdtemp(join(tmpdir(), 'storyshort-broken-'));
  await writeFile(join(broken, 'media'), 'no folder');
  const sick = await house.startWorker({ ...BUILT_IN, DATA_DIR: broken });
  const well = await house.startWorker(BUILT_IN);
  workers = [sick, well];
  const troubled = await waitFor('its trouble', async () => {
    const all = await listWorkers(house.db);
    return all.length === 2 && all.find(({ trouble }) => trouble !== null);
  });
  expect(troubled.trouble?.message).toBeTruthy();
  const ids = [await send(), await send()];
  await waitFor('the films', async () => (await Promise.all(ids.map(isCompleted))).every(Boolean));
  for (const id of ids) expect(await errandsOf(id)).toEqual([]);
  await rm(broken, { recursive: true });
});

it('one that was asked to finish ends when it has, and takes nothing new', async () => {
  const first = await house.startWorker(BUILT_IN);
  workers = [first];
  const videoId = await send();
  await waitFor('its worker', async () => (await findVideo(house.db, videoId))?.fence === 1);
  const { count } = await house.db.worker.updateMany({ data: { drainAskedAt: new Date() } });
  expect(count).toBe(1);
  expect(await first.ended).toBe(0);
  expect(await isCompleted(videoId)).toBe(true);
  expect(first.said()).toContain('has finished what it had in hand');
  expect(await listWorkers(house.db)).toEqual([]);
});
