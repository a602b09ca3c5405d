/** A bucket's servers at their worst, and what people are told of it. */
import { readdir, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readS3Address } from '#jobs/storage/s3/s3-address.ts';
import { S3Bucket } from '#jobs/storage/s3/s3-bucket.server.ts';
import type { StoryError } from '#jobs/story/film/fault.ts';
import { readDisk } from '#jobs/work/health.server.ts';
import { type BucketHouse, openBucketHouse } from '#tests/support/s3-server/bucket-house.ts';
import type { S3Fault } from '#tests/support/s3-server/s3-server.ts';

const FOX = Buffer.from('A fox found a lantern.');
const HOUR_MS = 3600 * 1000;

let house: BucketHouse;
beforeAll(async () => {
  house = await openBucketHouse();
});
beforeEach(() => {
  for (const name of house.server.objects.names) house.server.objects.remove(name);
  house.server.asked.length = 0;
});
afterEach(() => {
  house.server.failing = () => null;
});
afterAll(() => house.close());

const asked = (call: string) => house.server.asked.filter((one) => one.call === call).length;

/** Fails the first calls of a kind. */
function failFirst(times: number, fault: S3Fault, call: RegExp = /./): void {
  let left = times;
  house.server.failing = (one) => (call.test(one.call) && left-- > 0 ? fault : null);
}

async function faultOf(work: Promise<unknown>): Promise<StoryError> {
  return work.then(
    () => Promise.reject(new Error('It went well.')),
    (error: StoryError) => error,
  );
}

const SLOW_DOWN: S3Fault = { status: 503, code: 'SlowDown' };
const BROKEN: S3Fault = { status: 500, code: 'InternalError' };

describe('a server that fails for a moment', () => {
  it.each<[string, S3Fault]>([
    ['has too much to do', SLOW_DOWN],
    ['fails', BROKEN],
    ['cuts the connection', 'reset'],
    ['says nothing', 'silent'],
  ])('is asked again where it %s', async (_how, fault) => {
    const patience = { tries: 3, silenceMs: 200 };
    const [{ storage }, elsewhere] = [await house.addMachine(patience), await house.addMachine(patience)];
    failFirst(1, fault, /PutObject/);
    await storage.put('film/a.wav', FOX);
    failFirst(1, fault, /GetObject/);
    expect(Buffer.from(await elsewhere.storage.read('film/a.wav')).equals(FOX)).toBe(true);
    expect([asked('PutObject'), asked('GetObject')]).toEqual([2, 2]);
  });

  it('brings a file anew that broke off in the midst of it', async () => {
    const [{ storage }, elsewhere] = [await house.addMachine(), await house.addMachine({ tries: 2 })];
    await storage.put('film/a.wav', FOX);
    failFirst(1, 'cut', /GetObject/);
    expect(Buffer.from(await elsewhere.storage.read('film/a.wav')).equals(FOX)).toBe(true);
  });
});

describe('a server that goes on failing', () => {
  it.each<[string, S3Fault]>([
    ['has too much to do', SLOW_DOWN],
    ['fails', BROKEN],
    ['cuts the connection', 'reset'],
    ['says nothing', 'silent'],
  ])('is told as being away where it %s', async (_how, fault) => {
    const { storage } = await house.addMachine({ tries: 1, silenceMs: 100 });
    failFirst(Number.POSITIVE_INFINITY, fault);
    const all = [
      storage.put('film/a.wav', FOX),
      storage.has('film/a.wav'),
      storage.read('film/a.wav'),
      storage.list('film'),
      storage.listPrefixes(),
      storage.remove('film/a.wav'),
      storage.removeAll('film'),
      storage.copyAll('film', 'copy', (name) => name),
      storage.freeBytes(),
    ];
    for (const failed of await Promise.all(all.map(faultOf)))
      expect(failed).toMatchObject({ code: 'storage_away', retryable: true });
  });

  it('leaves no piece of a file where it could be taken for one', async () => {
    const [{ storage }, elsewhere] = [await house.addMachine(), await house.addMachine()];
    await storage.put('film/a.wav', FOX);
    failFirst(Number.POSITIVE_INFINITY, 'cut', /GetObject/);
    expect(await faultOf(elsewhere.storage.read('film/a.wav'))).toMatchObject({ code: 'storage_away' });
    expect(await readdir(join(elsewhere.copies, '.scratch'))).toEqual([]);
  });

  it('is not believed when it brings other bytes than were stored', async () => {
    const [{ storage }, elsewhere] = [await house.addMachine(), await house.addMachine()];
    await storage.put('film/a.wav', FOX);
    house.server.objects.spoil('house/films/film/a.wav', Buffer.from(FOX).reverse());
    expect(await faultOf(elsewhere.storage.read('film/a.wav'))).toMatchObject({ code: 'storage_away' });
  });

  it('keeps no part of an upload that was not completed', async () => {
    const { storage } = await house.addMachine({ tries: 1, partBytes: 5 * 1024 * 1024 });
    failFirst(1, BROKEN, /CompleteMultipartUpload/);
    const large = Buffer.alloc(6 * 1024 * 1024, 'abc');
    expect(await faultOf(storage.put('film/film.mp4', large))).toMatchObject({ code: 'storage_away' });
    expect([house.server.objects.openUploads, house.server.objects.names]).toEqual([0, []]);
    await storage.put('film/film.mp4', large);
    expect(await storage.has('film/film.mp4')).toBe(true);
  });
});

describe('a server that refuses', () => {
  it('is told with what to do, and nothing that was signed is repeated', async () => {
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'another-secret-of-somebody');
    const { storage } = await house.addMachine();
    const all = [storage.put('film/a.wav', FOX), storage.has('film/a.wav'), storage.freeBytes()];
    for (const failed of await Promise.all(all.map(faultOf))) {
      expect(failed).toMatchObject({ code: 'storage_refused', retryable: true });
      expect(failed.hint).toContain('STORAGE_URL');
      const told = `${failed.stack} ${(failed.cause as Error).stack} ${JSON.stringify(failed.cause)}`;
      expect(told).not.toMatch(/AKID|another-secret|Signature=/);
    }
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', house.server.keys.secret);
  });

  it('is told apart from a region that nobody has named', async () => {
    for (const name of ['AWS_REGION', 'AWS_DEFAULT_REGION', 'AWS_PROFILE']) vi.stubEnv(name, undefined);
    vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
    const bucket = new S3Bucket(readS3Address('s3://films'), { tries: 1 });
    const failed = await faultOf(bucket.look());
    expect(failed).toMatchObject({
      code: 'storage_refused',
      cause: { message: expect.stringContaining('region') },
    });
    expect(failed.hint).toContain('region');
  });

  it.each([
    ['NoSuchBucket', 404],
    ['AccessDenied', 403],
    ['NotImplemented', 501],
  ])('with %s keeps films from being begun', async (code, status) => {
    const { storage } = await house.addMachine();
    failFirst(Number.POSITIVE_INFINITY, { code, status });
    expect(await readDisk(storage)).toMatchObject({ ok: false, fault: { code: 'storage_refused' } });
  });
});

describe('what is stored twice', () => {
  it('stays as it was first, for all machines', async () => {
    const [one, other] = [await house.addMachine(), await house.addMachine()];
    await Promise.all([
      one.storage.put('film/a.wav', FOX),
      other.storage.put('film/a.wav', Buffer.from('B')),
    ]);
    const [first, second] = [await one.storage.read('film/a.wav'), await other.storage.read('film/a.wav')];
    expect(Buffer.compare(first, second)).toBe(0);
    expect(asked('PutObject')).toBe(2);
  });
});

describe('long lists', () => {
  it('are read, copied and removed to their end', async () => {
    const { storage } = await house.addMachine();
    house.server.objects.mostListed = 3;
    const keys = Array.from({ length: 8 }, (_, at) => `film/${at}.wav`);
    for (const key of keys) await storage.put(key, FOX);
    await storage.copyAll('film', 'copy', (name) => name);
    expect((await storage.list('copy')).length).toBe(8);
    for (const at of keys.keys()) await storage.put(`film-${at}/a.wav`, FOX);
    expect((await storage.listPrefixes()).length).toBe(10);
    await storage.removeAll('film');
    expect(await storage.list('film')).toEqual([]);
    expect((await storage.listPrefixes()).length).toBe(9);
    house.server.objects.mostListed = 1000;
  });
});

describe('copies on a machine', () => {
  const agedTo = async (path: string, ms: number) => {
    const { mtime } = await stat(path);
    await utimes(path, new Date(Date.now() - ms), mtime);
  };

  it('are fetched once for all who ask', async () => {
    const [{ storage }, elsewhere] = [await house.addMachine(), await house.addMachine()];
    await storage.put('film/a.wav', FOX);
    const paths = await Promise.all(
      Array.from({ length: 5 }, () => elsewhere.storage.localPath('film/a.wav')),
    );
    expect(new Set(paths).size).toBe(1);
    await elsewhere.storage.read('film/a.wav');
    expect(asked('GetObject')).toBe(1);
    // What a machine stores itself it has already.
    await storage.read('film/a.wav');
    expect(asked('GetObject')).toBe(1);
  });

  it('go by when they were last asked for, and none that was within the hour', async () => {
    const { storage } = await house.addMachine({ tries: 1 }, 2 * FOX.length);
    const keys = ['film/a.wav', 'film/b.wav', 'film/c.wav', 'film/d.wav'];
    for (const key of keys) await storage.put(key, FOX);
    await storage.sweep();
    for (const key of keys) await storage.read(key);
    expect(asked('GetObject')).toBe(0);
    const paths = await Promise.all(keys.map((key) => storage.localPath(key)));
    for (const [at, path] of paths.entries()) await agedTo(path, (10 - at) * HOUR_MS);
    // Asked for again, the oldest is the newest.
    await storage.localPath('film/a.wav');
    await storage.sweep();
    const left = await Promise.all(
      paths.map((path) =>
        stat(path).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(left).toEqual([true, false, false, true]);
    expect(Buffer.from(await storage.read('film/b.wav')).equals(FOX)).toBe(true);
    expect(asked('GetObject')).toBe(1);
  });

  it('do not outlive a day in which nobody asked for them', async () => {
    const { storage } = await house.addMachine();
    await storage.put('film/a.wav', FOX);
    const path = await storage.localPath('film/a.wav');
    await agedTo(path, 25 * HOUR_MS);
    await storage.sweep();
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
