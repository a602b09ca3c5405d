/** The same as full-disk.test.ts on a real disk, that is low, fills in the midst of a film, or is read-only. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { readDisk } from '#jobs/work/health.server.ts';
import {
  type DiskHouse,
  filesOf,
  namedFiles,
  openDiskHouse,
  scratchOf,
} from '#tests/support/disks/disk-house.ts';
import { NO_SMALL_DISK, openSmallDisk, type SmallDisk } from '#tests/support/disks/small-disk.ts';

const MB = 1024 * 1024;

let disk: SmallDisk | null;
let storage: LocalStorage;
let house: DiskHouse;
let beforePicture: () => Promise<void> = async () => undefined;
beforeAll(async () => {
  disk = await openSmallDisk(700 * MB);
  if (!disk) return;
  const media = join(disk.folder, 'media');
  await mkdir(media);
  storage = new LocalStorage(media);
  house = await openDiskHouse(storage, disk.folder, () => beforePicture());
});
afterAll(async () => {
  if (!disk) return;
  await house.close();
  await disk.close();
});
beforeEach(async ({ skip }) => {
  if (!disk) skip(NO_SMALL_DISK);
  beforePicture = async () => undefined;
});

async function expectFilmOnceThereIsRoom(videoId: string): Promise<void> {
  expect(await scratchOf(storage)).toEqual([]);
  expect(await house.waiting(videoId)).toMatchObject({ retryCount: 0 });
  const named = namedFiles(await house.video(videoId));
  const before = await filesOf(storage, videoId);
  await disk?.resize(700 * MB);
  await house.work(videoId);
  expect(await house.video(videoId)).toMatchObject({ status: 'completed', error: null });
  const after = await filesOf(storage, videoId);
  for (const name of named) expect(after.get(name)).toEqual(before.get(name));
}

it('nothing is begun on a disk that is low, and the row says so in figures', async () => {
  await disk?.resize(400 * MB);
  const videoId = await house.send();
  await house.work(videoId);
  await house.work(videoId);
  const { status, error } = await house.video(videoId);
  expect(status).toBe('pending');
  expect(error).toMatchObject({ code: 'disk_full', retryable: true });
  expect(error?.message).toMatch(/^The disk has only (?:400|39\d) MB free, .* less than 500 MB\.$/);
  expect(JSON.stringify(error)).not.toContain(disk?.folder);
  expect((await filesOf(storage, videoId)).size).toBe(0);
  await expectFilmOnceThereIsRoom(videoId);
});

it('a disk that fills in the midst of a film costs nothing that was made', async () => {
  const videoId = await house.send();
  beforePicture = async () => disk?.fill();
  await house.work(videoId);
  expect((await house.video(videoId)).error).toMatchObject({ code: 'disk_full' });
  beforePicture = async () => undefined;
  await expectFilmOnceThereIsRoom(videoId);
});

it('a disk that nothing may be written to is waited for', async () => {
  const videoId = await house.send();
  await disk?.setWritable(false);
  await house.work(videoId);
  expect((await house.video(videoId)).error).toMatchObject({ code: 'disk_read_only', retryable: true });
  await disk?.setWritable(true);
  await expectFilmOnceThereIsRoom(videoId);
});

it('a disk tells of itself what it is like', async () => {
  await disk?.resize(400 * MB);
  expect(await readDisk(storage)).toMatchObject({ ok: false, fault: { code: 'disk_full' } });
  await disk?.fill();
  expect(await readDisk(storage)).toMatchObject({ ok: false, freeBytes: 0, fault: { code: 'disk_full' } });
  await disk?.resize(700 * MB);
  await disk?.setWritable(false);
  expect(await readDisk(storage)).toMatchObject({ ok: false, fault: { code: 'disk_read_only' } });
  await disk?.setWritable(true);
  const { ok, freeBytes } = await readDisk(storage);
  expect(ok).toBe(true);
  expect(freeBytes).toBeGreaterThan(600 * MB);
});
