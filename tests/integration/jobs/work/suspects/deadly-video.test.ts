import { afterAll, beforeAll, expect, it } from 'vitest';
import { findVideo, listHistory } from '#jobs/db/videos.server.ts';
import { MOST_DEATHS } from '#jobs/story/film/deaths/worker-deaths.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import { openRemoteHouse, type RemoteHouse } from '#tests/support/remote-workers.ts';
import { draftOf } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';

let house: RemoteHouse;
beforeAll(async () => {
  house = await openRemoteHouse({ voice: shortVoice() });
});
afterAll(() => house.close());

/** Keeps a worker running, as the launcher does. @returns how often it died, and what ends it */
async function keepWorker() {
  let deaths = 0;
  let isWanted = true;
  const start = () =>
    house.startWorker({ WORKER_CONCURRENCY: '2', LOG_LEVEL: 'silent' }, { deadlyWord: 'Basilisk' });
  let worker = await start();
  const kept = (async () => {
    for (;;) {
      await worker.ended;
      if (!isWanted) return;
      deaths += 1;
      worker = await start();
    }
  })();
  return {
    deaths: () => deaths,
    stop: async () => {
      isWanted = false;
      await worker.stop();
      await kept;
    },
  };
}

it('a video that kills its worker each time is failed for it, and those in hand with it are made', async () => {
  const submit = async (story: string) =>
    (await submitVideo(house.backend, draftOf(story, { format: '1:1', music: 'none', scenes: 1 }), null))
      .videoId;
  const deadly = await submit('Nobody survives the Basilisk today.');
  const innocent = [await submit('A fox found a lantern.'), await submit('A bear slept until spring.')];
  const worker = await keepWorker();
  const all = () => Promise.all([deadly, ...innocent].map((id) => findVideo(house.db, id)));
  const [killer, ...others] = await waitFor('the end of all', async () => {
    const videos = await all();
    return videos.every((video) => video && ['failed', 'completed'].includes(video.status)) && videos;
  });
  expect(killer).toMatchObject({ status: 'failed', error: { code: 'worker_died', retryable: false } });
  expect(others.map((video) => [video?.status, video?.error])).toEqual(
    innocent.map(() => ['completed', null]),
  );
  for (const id of innocent)
    expect((await listHistory(house.db, id)).map(({ to }) => to)).not.toContain('failed');
  // Its picture may come between two deaths, after which they are counted anew.
  expect(worker.deaths()).toBeGreaterThanOrEqual(MOST_DEATHS);
  expect(worker.deaths()).toBeLessThan(2 * MOST_DEATHS);
  await worker.stop();
});
