/** Films kept in a bucket: made by several machines that share nothing else but the database, whatever its server does. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AttemptEnded } from '#jobs/story/film/fault.ts';
import { type DiskHouse, openDiskHouse } from '#tests/support/disks/disk-house.ts';
import { type BucketHouse, openBucketHouse } from '#tests/support/s3-server/bucket-house.ts';
import type { S3Fault } from '#tests/support/s3-server/s3-server.ts';
import { openCountedHouse } from '#tests/support/storyboards/counted-house.ts';

let bucket: BucketHouse;
beforeAll(async () => {
  bucket = await openBucketHouse();
});
afterEach(() => {
  bucket.server.failing = () => null;
});
afterAll(() => bucket.close());

/** Names of what is stored of a video, whatever each calls it. */
const kindsOf = (videoId: string) =>
  bucket.server.objects.names
    .filter((name) => name.includes(`/${videoId}/`))
    .map((name) => name.replace(/^.*\//, '').replace(/-[0-9a-f]{24}/, ''))
    .sort();

describe('a bucket whose server fails in the midst of a film', () => {
  let dataDir: string;
  let house: DiskHouse;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'storyshort-away-'));
    house = await openDiskHouse((await bucket.addMachine()).storage, dataDir);
  });
  afterAll(async () => {
    await house.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** How many of the film's calls pass between two that fail. */
  const STEP = 11;
  const FAULTS: S3Fault[] = [
    { status: 503, code: 'SlowDown' },
    'reset',
    { status: 500, code: 'InternalError' },
  ];

  it('has the film wait, say why, and go on from where it stood', async () => {
    const undisturbed = await house.send();
    await house.work(undisturbed);
    expect((await house.video(undisturbed)).status).toBe('completed');
    const calls = bucket.server.asked.length;
    const whole = kindsOf(undisturbed);
    expect(calls).toBeGreaterThan(3 * STEP);

    for (let failing = 1; failing <= calls; failing += STEP) {
      const videoId = await house.send();
      const fault = FAULTS[Math.floor(failing / STEP) % FAULTS.length] ?? 'reset';
      let call = 0;
      // From there on it is away until the attempt is over.
      bucket.server.failing = () => {
        call += 1;
        return call >= failing ? fault : null;
      };
      await house.work(videoId, true);
      const waiting = await house.video(videoId);
      if (waiting.status === 'completed') {
        // What is swept after a film is swept after the next one.
        expect(failing).toBeGreaterThan(calls * 0.8);
        break;
      }
      expect(waiting.error, `at call ${failing}`).toMatchObject({ code: 'storage_away', retryable: true });
      expect(['failed', 'cancelled', 'completed']).not.toContain(waiting.status);
      expect(await house.waiting(videoId)).toMatchObject({ retryCount: 0, data: { videoId } });

      bucket.server.failing = () => null;
      await house.work(videoId);
      expect(await house.video(videoId)).toMatchObject({ status: 'completed', error: null });
      expect(kindsOf(videoId)).toEqual(whole);
    }
  });

  it('keeps films from being begun while it refuses', async () => {
    const videoId = await house.send();
    const asked = { ...house.asked };
    bucket.server.failing = () => ({ status: 403, code: 'AccessDenied' });
    await house.work(videoId);
    expect((await house.video(videoId)).error).toMatchObject({ code: 'storage_refused' });
    expect(house.asked).toEqual(asked);
    bucket.server.failing = () => null;
    await house.work(videoId);
    expect(await house.video(videoId)).toMatchObject({ status: 'completed', error: null });
  });
});

describe('two machines with one bucket', () => {
  it('make one film, each going on with what the other made', async () => {
    const house = await openCountedHouse();
    try {
      const [one, other] = [await bucket.addMachine(), await bucket.addMachine()];
      house.workshop.storage = one.storage;
      let drawn = 0;
      house.beforePicture = async () => {
        drawn += 1;
        if (drawn === 3) throw new AttemptEnded('shutdown');
        // The rest is made elsewhere.
        if (drawn > 3) house.workshop.storage = other.storage;
      };
      const videoId = await house.submit(4);
      await house.work();
      const video = await house.videoOf(videoId);
      expect(video.status).toBe('completed');
      const { voices, pictures, stretches } = house.asked;
      expect(new Set(pictures).size).toBe(pictures.length);
      expect([new Set(voices).size, pictures.length, stretches.length]).toEqual([4, 4, 4]);
      const film = video.filmKey ?? '';
      const [here, there] = [await one.storage.read(film), await other.storage.read(film)];
      expect(Buffer.compare(here, there)).toBe(0);
    } finally {
      await house.close();
    }
  });
});
