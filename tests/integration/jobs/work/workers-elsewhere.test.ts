/** Workers as processes, each with a folder of its own as on machines apart: a database and a bucket are all they share. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findVideo } from '#jobs/db/videos.server.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { shortVoice } from '#tests/support/openai-server/short-voice.ts';
import { openRemoteHouse, type RemoteHouse } from '#tests/support/remote-workers.ts';
import { type BucketHouse, openBucketHouse } from '#tests/support/s3-server/bucket-house.ts';
import { draftOf } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';

let house: RemoteHouse;
let bucket: BucketHouse;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-machines-'));
  bucket = await openBucketHouse();
  house = await openRemoteHouse({ voice: shortVoice() });
});
afterAll(async () => {
  await house.close();
  await bucket.close();
  await rm(folder, { recursive: true, force: true });
});

const startMachine = (name: string) =>
  house.startWorker({
    DATA_DIR: join(folder, name),
    STORAGE_URL: bucket.url,
    AWS_ACCESS_KEY_ID: bucket.server.keys.id,
    AWS_SECRET_ACCESS_KEY: bucket.server.keys.secret,
  });
const send = async (story: string) => {
  const draft = draftOf(story, { format: '1:1', music: 'none', scenes: 1 });
  return (await submitVideo(house.backend, draft, null)).videoId;
};
const callsOf = (wanted: string) => house.server.calls.filter(({ route }) => route === wanted).length;

it('one goes on with what another left when it died, and waits while the bucket is away', async () => {
  const { db } = house;
  // The first machine stands before its drawn scene, which never arrives.
  bucket.server.failing = ({ call, key }) =>
    call === 'PutObject' && key.includes('/segment-') ? 'silent' : null;
  const first = await startMachine('first');
  const videoId = await send('A fox found a lantern in the snow.');
  await waitFor('the drawn scene', () =>
    bucket.server.asked.some(({ call, key }) => call === 'PutObject' && key.includes('/segment-')),
  );
  await first.kill();
  bucket.server.failing = () => null;
  const second = await startMachine('second');
  await waitFor('the film', async () => (await findVideo(db, videoId))?.status === 'completed');
  expect([callsOf('generations'), callsOf('speech')]).toEqual([1, 1]);
  const film = (await findVideo(db, videoId))?.filmKey ?? '';
  const { storage } = await bucket.addMachine();
  expect((await storage.read(film)).length).toBeGreaterThan(0);

  bucket.server.failing = () => ({ status: 503, code: 'SlowDown' });
  const waitingId = await send('An owl read a map by the moon.');
  const waiting = await waitFor('the film that waits', async () => {
    const video = await findVideo(db, waitingId);
    return video?.error && video;
  });
  expect(waiting.error).toMatchObject({ code: 'storage_away', retryable: true });
  expect(waiting.error?.hint).toContain('go on by themselves');
  expect([callsOf('generations'), callsOf('speech')]).toEqual([1, 1]);
  bucket.server.failing = () => null;
  await waitFor('the other film', async () => (await findVideo(db, waitingId))?.status === 'completed');
  expect((await findVideo(db, waitingId))?.error).toBeNull();

  for (const said of [first.said(), second.said()]) {
    expect(said).toContain('The worker is ready.');
    for (const secret of Object.values(bucket.server.keys)) expect(said).not.toContain(secret);
  }
  expect(second.said()).toContain('Nothing can be kept just now');
  expect(await second.stop()).toBe(0);
});
