/** No film is lost to a disk without room: it waits, says why, and goes on from where it stood. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type DiskHouse,
  type FileFacts,
  filesOf,
  namedFiles,
  openDiskHouse,
  scratchOf,
} from '#tests/support/disks/disk-house.ts';
import { FailingStorage } from '#tests/support/disks/failing-storage.ts';
import { waitFor } from '#tests/support/wait-for.ts';

let dataDir: string;
let storage: FailingStorage;
let house: DiskHouse;
let beforePicture: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'storyshort-full-'));
  storage = new FailingStorage(join(dataDir, 'media'));
  house = await openDiskHouse(storage, dataDir, () => beforePicture());
});
afterAll(async () => {
  await house.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** What there is, whatever each video calls it. */
const kindsOf = (files: ReadonlyMap<string, FileFacts>) =>
  [...files.keys()].map((name) => name.replace(/-[0-9a-f]{24}/, '')).sort();

async function expectWaiting(videoId: string): Promise<void> {
  const video = await house.video(videoId);
  expect(video.error).toMatchObject({ code: 'disk_full', retryable: true });
  expect(['failed', 'cancelled', 'completed']).not.toContain(video.status);
  const job = await house.waiting(videoId);
  expect(job).toMatchObject({ retryCount: 0, data: { videoId } });
  const waitsMs = (job?.startAfter.getTime() ?? 0) - Date.now();
  expect(waitsMs).toBeLessThanOrEqual(15_000);
}

describe('a disk that has no room for one write', () => {
  it('whichever of all it is, costs nothing that was made, no attempt, and not the film', async () => {
    storage.failAt(null);
    const undisturbed = await house.send();
    await house.work(undisturbed);
    expect((await house.video(undisturbed)).status).toBe('completed');
    const whole = kindsOf(await filesOf(storage, undisturbed));
    const writes = storage.writes;
    expect(writes).toBeGreaterThan(15);

    for (let write = 1; write <= writes; write += 1) {
      const videoId = await house.send();
      storage.failAt(write);
      // In its last attempt a film makes do with less than was asked for, but not for want of room.
      await house.work(videoId, true);
      await expectWaiting(videoId);
      expect(await scratchOf(storage), `after write ${write}`).toEqual([]);
      const named = namedFiles(await house.video(videoId));
      const before = await filesOf(storage, videoId);

      await house.work(videoId);
      const video = await house.video(videoId);
      expect(video, `after write ${write}`).toMatchObject({ status: 'completed', error: null });
      const after = await filesOf(storage, videoId);
      // What a row speaks of was not touched, and nothing else was half written.
      for (const name of named) expect(after.get(name)).toEqual(before.get(name));
      for (const [name, { sha256 }] of before) expect(after.get(name)?.sha256).toBe(sha256);
      expect(kindsOf(after)).toEqual(whole);
      expect(await house.waiting(videoId)).toBeNull();
    }
  });

  it('has no engine asked again for what a row speaks of', async () => {
    storage.failAt(null);
    await house.work(await house.send());
    const writes = storage.writes;
    const videoId = await house.send();
    // The last writes are those of the film itself.
    storage.failAt(writes);
    await house.work(videoId);
    await expectWaiting(videoId);
    const asked = { ...house.asked };
    await house.work(videoId);
    expect((await house.video(videoId)).status).toBe('completed');
    expect(house.asked).toEqual(asked);
  });
});

describe('a disk that stays full', () => {
  afterEach(() => {
    beforePicture = async () => undefined;
  });

  it('is waited for however often it is looked at', async () => {
    const videoId = await house.send();
    for (let look = 0; look < 30; look += 1) {
      // The first write of an attempt asks whether there is room.
      storage.failAt(1);
      await house.work(videoId);
    }
    await expectWaiting(videoId);
    expect((await house.video(videoId)).status).toBe('pending');
    storage.failAt(null);
    const told: unknown[] = [];
    beforePicture = async () => {
      told.push((await house.video(videoId)).error);
    };
    await house.work(videoId);
    expect(await house.video(videoId)).toMatchObject({ status: 'completed', error: null });
    // Nothing is said of it any more as soon as there is room.
    expect(told).toEqual([null, null]);
  });
});

describe('a database whose disk is full', () => {
  beforeAll(async () => {
    // Postgres' own words where a table cannot grow; a sequence alone remembers that they were said.
    await house.db.$executeRaw`CREATE SEQUENCE refusals`;
    await house.db.$executeRaw`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN PERFORM nextval(''refusals''); RAISE EXCEPTION ''could not extend file'' USING ERRCODE = ''53100''; END'`;
  });

  it('is waited for as well', async () => {
    const videoId = await house.send();
    await house.db.$executeRaw`CREATE TRIGGER no_room BEFORE INSERT ON scene EXECUTE FUNCTION no_room()`;
    await house.work(videoId);
    await expectWaiting(videoId);
    expect((await house.video(videoId)).error?.message).toContain('database');
    await house.db.$executeRaw`DROP TRIGGER no_room ON scene`;
    await house.work(videoId);
    expect(await house.video(videoId)).toMatchObject({ status: 'completed', error: null });
  });

  it('is waited for by the attempt itself where not even that can be told', async () => {
    const videoId = await house.send();
    await house.db.$executeRaw`CREATE TRIGGER no_room BEFORE UPDATE ON video EXECUTE FUNCTION no_room()`;
    const before = await refusals();
    const working = house.work(videoId);
    await waitFor('the first refusal', async () => (await refusals()) > before);
    await house.db.$executeRaw`DROP TRIGGER no_room ON video`;
    await working;
    expect(await house.video(videoId)).toMatchObject({ status: 'completed', error: null });
  });

  async function refusals(): Promise<bigint> {
    const [row] = await house.db.$queryRaw<{ last_value: bigint }[]>`SELECT last_value FROM refusals`;
    return row?.last_value ?? 0n;
  }
});
