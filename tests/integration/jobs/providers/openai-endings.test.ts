import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findVideo } from '#jobs/db/videos.server.ts';
import { cancelVideo, submitVideo } from '#jobs/work/commands.server.ts';
import { deleteVideo } from '#jobs/work/delete-videos.server.ts';
import { PROCESS_VIDEO } from '#jobs/work/process-video.ts';
import type { SeenCall } from '#tests/support/openai-server/server.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import { openRemoteHouse, type RemoteHouse, type RemoteProcess } from '#tests/support/remote-workers.ts';
import { draftOf } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';

const SMALL = { scenes: 1, format: '1:1', music: 'none' } as const;
/** What may pass from the end of the work to the end of its calls, ms. */
const AT_ONCE_MS = 1000;

let house: RemoteHouse;
let worker: RemoteProcess;

beforeAll(async () => {
  house = await openRemoteHouse({ voice: shortVoice() });
  worker = await house.startWorker({ LOG_LEVEL: 'silent' });
});
afterAll(() => house.close());
beforeEach(() => {
  house.server.forget();
  house.server.failBy((route) => (route === 'generations' ? { kind: 'hang' } : null));
});

/** A video of which all is made but what a call asks for that is never answered. */
async function inMidCall(name: string): Promise<{ videoId: string; call: SeenCall }> {
  const draft = draftOf(`A fox called ${name} woke up in the snow.`, SMALL);
  const { videoId } = await submitVideo(house.backend, draft, null);
  const call = await house.server.arrival(({ route }) => route === 'generations');
  await waitFor('the voice', async () => (await findVideo(house.db, videoId))?.scenes[0]?.voiceKey);
  return { videoId, call };
}

/** How long the call goes on from now, ms. */
async function timeToEnd(call: SeenCall, end: () => Promise<unknown>): Promise<number> {
  expect(call.endedAt).toBeNull();
  const from = Date.now();
  await end();
  const endedAt = await waitFor('the end of the call', () => call.endedAt);
  return endedAt - from;
}

describe('a call of a worker ends within a second', () => {
  it('when its video is cancelled', async () => {
    const { videoId, call } = await inMidCall('Ada');
    expect(await timeToEnd(call, () => cancelVideo(house.backend, videoId))).toBeLessThan(AT_ONCE_MS);
    expect((await findVideo(house.db, videoId))?.status).toBe('cancelled');
    await waitFor('the entry', async () => {
      const entry = await house.db.providerCall.findFirst({ where: { videoId, capability: 'image' } });
      return entry?.state === 'interrupted' && Number(entry.costUsd) > 0;
    });
  });

  it('when its video is deleted, whose spending stays', async () => {
    const { videoId, call } = await inMidCall('Bela');
    expect(await timeToEnd(call, () => deleteVideo(house.backend, videoId))).toBeLessThan(AT_ONCE_MS);
    expect(await findVideo(house.db, videoId)).toBeNull();
    await waitFor('the entry', async () => {
      const entry = await house.db.providerCall.findFirst({ where: { videoId, capability: 'image' } });
      return entry?.state === 'interrupted' && Number(entry.costUsd) > 0;
    });
  });

  it('when the worker is shut down, which hands its video back', async () => {
    const { videoId, call } = await inMidCall('Cleo');
    const stopped: Promise<number | null>[] = [];
    const took = await timeToEnd(call, async () => {
      stopped.push(worker.stop());
    });
    expect(took).toBeLessThan(AT_ONCE_MS);
    expect(await stopped[0]).toBe(0);
    expect((await findVideo(house.db, videoId))?.status).toBe('script_generated');
    const jobs = await house.boss.findJobs(PROCESS_VIDEO, { key: videoId });
    expect(jobs.filter(({ state }) => state === 'created')).toHaveLength(1);

    house.server.forget();
    worker = await house.startWorker({ LOG_LEVEL: 'silent' });
    await waitFor('the film', async () => (await findVideo(house.db, videoId))?.status === 'completed');
    expect(house.server.calls.map(({ route }) => route)).toEqual(['generations']);
  });
});
