/** A house's files on their way to a bucket and back. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { moveToBucket, moveToDisk } from '#jobs/storage/s3/move-files.server.ts';
import { readS3Address } from '#jobs/storage/s3/s3-address.ts';
import { S3Bucket } from '#jobs/storage/s3/s3-bucket.server.ts';
import { type BucketHouse, openBucketHouse } from '#tests/support/s3-server/bucket-house.ts';

const KEYS = ['one/film.mp4', 'one/picture.jpg', 'two/film.mp4', 'two/deep.json', 'auditions/voice.wav'];
const bytesOf = (key: string) => Buffer.from(`These are the bytes of ${key}.`);
const ignored = () => undefined;

let folder: string;
let house: BucketHouse;
let disk: LocalStorage;
let bucket: S3Bucket;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-move-'));
  house = await openBucketHouse();
});
beforeEach(async () => {
  for (const name of house.server.objects.names) house.server.objects.remove(name);
  disk = new LocalStorage(await mkdtemp(join(folder, 'media-')));
  bucket = new S3Bucket(readS3Address(house.url), { tries: 1 });
  for (const key of KEYS) await disk.put(key, bytesOf(key));
  await disk.put('two/empty.txt', new Uint8Array());
});
afterEach(() => {
  house.server.failing = () => null;
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

const onDisk = async () => {
  const there = await Promise.all(KEYS.map((key) => disk.has(key)));
  return KEYS.filter((_key, at) => there[at]).sort();
};
const inBucket = () => house.server.objects.names.map((name) => name.replace('house/films/', ''));

it('moves all there and back, and tells how far it is', async () => {
  const told: string[] = [];
  const note = ({ done, files }: { done: number; files: number }) => told.push(`${done}/${files}`);
  expect(await moveToBucket(disk, bucket, note)).toBe(KEYS.length);
  expect([await onDisk(), inBucket()]).toEqual([[], [...KEYS].sort()]);
  expect(told.at(-1)).toBe('5/5');
  expect(await moveToDisk(bucket, disk, note)).toBe(KEYS.length);
  expect([await onDisk(), inBucket()]).toEqual([[...KEYS].sort(), []]);
  for (const key of KEYS) expect((await readFile(disk.pathOf(key))).equals(bytesOf(key))).toBe(true);
});

it('that breaks off has removed nothing, and goes on where it stood', async () => {
  let puts = 0;
  house.server.failing = ({ call }) => {
    if (call === 'PutObject') puts += 1;
    return puts >= 3 ? { status: 503, code: 'SlowDown' } : null;
  };
  await expect(moveToBucket(disk, bucket, ignored)).rejects.toMatchObject({ code: 'storage_away' });
  expect(await onDisk()).toEqual([...KEYS].sort());
  expect(inBucket().length).toBeLessThan(KEYS.length);
  house.server.failing = () => null;
  const [stored] = inBucket();
  house.server.asked.length = 0;
  await moveToBucket(disk, bucket, ignored);
  expect([await onDisk(), inBucket()]).toEqual([[], [...KEYS].sort()]);
  const again = house.server.asked.filter(({ call }) => call === 'PutObject').map(({ key }) => key);
  expect(again).not.toContain(`house/films/${stored}`);

  house.server.failing = ({ call, key }) =>
    call === 'GetObject' && key.endsWith('two/film.mp4') ? 'cut' : null;
  await expect(moveToDisk(bucket, disk, ignored)).rejects.toMatchObject({ code: 'storage_away' });
  expect(inBucket()).toEqual([...KEYS].sort());
  house.server.failing = () => null;
  await moveToDisk(bucket, disk, ignored);
  expect([await onDisk(), inBucket()]).toEqual([[...KEYS].sort(), []]);
});

it('ends before anything is removed where something else is there already', async () => {
  const other = join(folder, 'other.jpg');
  const elsewhere = new LocalStorage(await mkdtemp(join(folder, 'media-')));
  await elsewhere.put('one/picture.jpg', Buffer.from('another picture'));
  await bucket.store('one/picture.jpg', elsewhere.pathOf('one/picture.jpg'));
  await expect(moveToBucket(disk, bucket, ignored)).rejects.toThrow('Nothing was removed');
  await expect(moveToDisk(bucket, disk, ignored)).rejects.toThrow('one/picture.jpg');
  expect(await onDisk()).toEqual([...KEYS].sort());
  expect(inBucket()).toContain('one/picture.jpg');
  await bucket.fetch('one/picture.jpg', other);
  expect(String(await readFile(other))).toBe('another picture');
});
