import { afterEach, beforeEach, expect, it } from 'vitest';
import { findVideo, listHistory } from '#jobs/db/videos.server.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { PROCESS_VIDEO } from '#jobs/work/process-video.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import { openRemoteHouse, type RemoteHouse } from '#tests/support/remote-workers.ts';
import { draftOf } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';

let house: RemoteHouse;
beforeEach(async () => {
  house = await openRemoteHouse({ voice: shortVoice() });
});
afterEach(() => house.close());

it('a film whose server asks to be left alone waits in the queue, uses up no attempt, and goes on then', async () => {
  const { db, boss, backend, server, startWorker } = house;
  server.failBy((route) =>
    route === 'generations' ? { kind: 'status', status: 429, headers: { 'retry-after': '900' } } : null,
  );
  const draft = draftOf('A fox found a lantern in the snow.', { format: '1:1', music: 'none', scenes: 1 });
  const { videoId } = await submitVideo(backend, draft, null);
  await startWorker({ LOG_LEVEL: 'silent' });
  const waiting = await waitFor('the job that waits', async () => {
    const jobs = await boss.findJobs(PROCESS_VIDEO, { key: videoId });
    return jobs.find(
      ({ state, startAfter }) => state === 'created' && startAfter.getTime() > Date.now() + 60_000,
    );
  });
  expect(waiting.retryCount).toBe(0);
  expect(waiting.startAfter.getTime() - Date.now()).toBeGreaterThan(800_000);
  expect(await findVideo(db, videoId)).toMatchObject({
    status: 'assets_missing',
    error: { retryable: true },
  });
  const told = (await listHistory(db, videoId)).map(({ message }) => message);
  expect(told.at(-1)).not.toContain('Trying again shortly');
  const callsOf = (wanted: string) => server.calls.filter(({ route }) => route === wanted).length;
  expect(callsOf('generations')).toBe(1);

  // A quarter of an hour later.
  server.failBy(() => null);
  await db.providerCall.updateMany({ data: { restsUntil: null } });
  await db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE singleton_key = ${videoId} AND state = 'created'`;
  await waitFor('the film', async () => (await findVideo(db, videoId))?.status === 'completed');
  // The voice may have come before the picture's server asked for its rest, or after; it was asked for once.
  expect([callsOf('generations'), callsOf('speech')]).toEqual([2, 1]);
}, 120_000);
