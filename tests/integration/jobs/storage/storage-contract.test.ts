/** What every storage promises, asked of each of them. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '#jobs/ports/storage.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { type BucketHouse, openBucketHouse } from '#tests/support/s3-server/bucket-house.ts';

const FOX = new TextEncoder().encode('A fox found a lantern.');
/** More than two parts of an upload. */
const LARGE = Buffer.from(Array.from({ length: 1 << 20 }, (_, at) => (at * at) % 251));
const PARTS = Buffer.concat(Array.from({ length: 11 }, () => LARGE));

let folder: string;
let house: BucketHouse;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-storage-'));
  house = await openBucketHouse();
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
});

/** Each storage, and another machine's view of the same. */
const STORAGES: Record<string, () => Promise<{ storage: Storage; elsewhere: Storage }>> = {
  'the local disk': async () => {
    const root = await mkdtemp(join(folder, 'media-'));
    return { storage: new LocalStorage(root), elsewhere: new LocalStorage(root) };
  },
  'a bucket': async () => {
    for (const name of house.server.objects.names) house.server.objects.remove(name);
    const patience = { tries: 1, partBytes: 5 * 1024 * 1024 };
    const [one, other] = [await house.addMachine(patience), await house.addMachine(patience)];
    return { storage: one.storage, elsewhere: other.storage };
  },
};

describe.each(Object.entries(STORAGES))('%s', (_name, open) => {
  let storage: Storage;
  let elsewhere: Storage;
  beforeEach(async () => {
    ({ storage, elsewhere } = await open());
  });

  it('lends what machines elsewhere can reach, for as long as it says', async () => {
    if (!storage.lend) return expect(storage).toBeInstanceOf(LocalStorage);
    await storage.put('film/voice.wav', FOX);
    const address = await storage.lend('film/voice.wav', 60);
    const found = await fetch(address);
    expect([found.status, await found.text()]).toEqual([200, 'A fox found a lantern.']);
    // For no other file, no other deed, and no longer.
    const others = [
      [address.replace('voice.wav', 'other.wav'), 'GET'],
      [address, 'DELETE'],
      [address.replace('Expires=60', 'Expires=600'), 'GET'],
    ] as const;
    for (const [other, method] of others) expect((await fetch(other, { method })).status).toBe(403);
    const over = await storage.lend('film/voice.wav', 0);
    expect((await fetch(over)).status).toBe(403);
    expect(await storage.has('film/voice.wav')).toBe(true);
  });

  it('gives back what was put, everywhere', async () => {
    await storage.put('film/voice.wav', FOX);
    for (const seen of [storage, elsewhere]) {
      expect(await seen.has('film/voice.wav')).toBe(true);
      expect(Buffer.compare(await seen.read('film/voice.wav'), FOX)).toBe(0);
      expect(Buffer.compare(await readFile(await seen.localPath('film/voice.wav')), FOX)).toBe(0);
    }
  });

  it('gives the beginning of what was put, as far as there is any', async () => {
    await storage.put('film/voice.wav', FOX);
    for (const seen of [storage, elsewhere]) {
      expect(Buffer.compare(await seen.readStart('film/voice.wav', 5), FOX.subarray(0, 5))).toBe(0);
      expect(Buffer.compare(await seen.readStart('film/voice.wav', 100_000), FOX)).toBe(0);
      await expect(seen.readStart('film/gone.wav', 5)).rejects.toMatchObject({ code: 'ENOENT' });
    }
  });

  it('takes a finished file, which is gone from where it was', async () => {
    const scratch = await storage.scratchPath('mp4');
    await writeFile(scratch, PARTS);
    await storage.adopt('film/film.mp4', scratch);
    await expect(readFile(scratch)).rejects.toMatchObject({ code: 'ENOENT' });
    expect((await readFile(await elsewhere.localPath('film/film.mp4'))).equals(PARTS)).toBe(true);
    expect(await elsewhere.list('film')).toEqual([{ key: 'film/film.mp4', bytes: PARTS.length }]);
  });

  it('takes the same once more', async () => {
    await storage.put('film/voice.wav', FOX);
    await elsewhere.put('film/voice.wav', FOX);
    expect(Buffer.compare(await storage.read('film/voice.wav'), FOX)).toBe(0);
  });

  it('says what is not there, and counts what is empty as that', async () => {
    await storage.put('film/empty.wav', new Uint8Array());
    for (const key of ['film/gone.wav', 'film/empty.wav']) expect(await elsewhere.has(key)).toBe(false);
    expect(await elsewhere.listFiles('film')).toEqual(new Map());
    await expect(elsewhere.read('film/gone.wav')).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(elsewhere.localPath('film/gone.wav')).rejects.toMatchObject({ code: 'ENOENT' });
    await elsewhere.put('film/empty.wav', FOX);
    expect(Buffer.compare(await elsewhere.read('film/empty.wav'), FOX)).toBe(0);
  });

  it('lists a folder without what lies below it, and all folders', async () => {
    await storage.put('film/a.wav', FOX);
    await storage.put('film/b.jpg', FOX);
    await storage.put('film/deeper/c.jpg', FOX);
    await storage.put('film-2/d.jpg', FOX);
    const listed = await elsewhere.list('film');
    expect(listed.sort((one, other) => (one.key < other.key ? -1 : 1))).toEqual([
      { key: 'film/a.wav', bytes: FOX.length },
      { key: 'film/b.jpg', bytes: FOX.length },
    ]);
    expect(await elsewhere.listFiles('film')).toEqual(
      new Map([
        ['a.wav', FOX.length],
        ['b.jpg', FOX.length],
      ]),
    );
    expect((await elsewhere.listPrefixes()).sort()).toEqual(['film', 'film-2']);
    expect(await elsewhere.list('nothing')).toEqual([]);
  });

  it('removes a key, and all of a folder and no other', async () => {
    for (const key of ['film/a.wav', 'film/b.wav', 'film/deeper/c.wav', 'film-2/a.wav'])
      await storage.put(key, FOX);
    await storage.remove('film/a.wav');
    await storage.remove('film/never-there.wav');
    expect(await elsewhere.has('film/a.wav')).toBe(false);
    await expect(storage.localPath('film/a.wav')).rejects.toMatchObject({ code: 'ENOENT' });
    await storage.removeAll('film');
    await storage.removeAll('film');
    expect(await elsewhere.listPrefixes()).toEqual(['film-2']);
    await expect(storage.localPath('film/b.wav')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('keeps what took the place of what was removed', async () => {
    await storage.put('film/a.wav', FOX);
    await storage.remove('film/a.wav');
    await storage.put('film/a.wav', LARGE);
    expect(Buffer.compare(await storage.read('film/a.wav'), LARGE)).toBe(0);
  });

  it('copies a folder under other names, where what is there stays', async () => {
    await storage.put('film/a.wav', FOX);
    await storage.put('film/b.jpg', LARGE);
    await storage.put('copy/x-b.jpg', FOX);
    await storage.copyAll('film', 'copy', (name) => `x-${name}`);
    expect(Buffer.compare(await elsewhere.read('copy/x-a.wav'), FOX)).toBe(0);
    expect(Buffer.compare(await elsewhere.read('copy/x-b.jpg'), FOX)).toBe(0);
    await storage.removeAll('film');
    expect(Buffer.compare(await storage.read('copy/x-a.wav'), FOX)).toBe(0);
    await storage.copyAll('nothing', 'copy', (name) => name);
  });

  it('leaves out of a copy what has no name there', async () => {
    await storage.put('film/a.wav', FOX);
    await storage.put('film/b.jpg', FOX);
    await storage.copyAll('film', 'part', (name) => (name.endsWith('.wav') ? name : null));
    expect((await storage.list('part')).map(({ key }) => key)).toEqual(['part/a.wav']);
  });

  it('takes no name that is no key', async () => {
    for (const key of [
      '../secret',
      'film/../../secret',
      '/film/a.wav',
      'film/.hidden',
      'film',
      'Film/A.wav',
    ]) {
      await expect(storage.put(key, FOX)).rejects.toThrow('Not a storage key');
      await expect(storage.has(key)).rejects.toThrow('Not a storage key');
      await expect(storage.localPath(key)).rejects.toThrow('Not a storage key');
      await expect(storage.readStart(key, 5)).rejects.toThrow('Not a storage key');
      await expect(storage.remove(key)).rejects.toThrow('Not a storage key');
    }
  });

  it('tells how much room there is, and leaves nothing half written behind', async () => {
    expect(await storage.freeBytes()).toBeGreaterThan(0);
    await storage.put('film/a.wav', FOX);
    await elsewhere.read('film/a.wav');
    for (const seen of [storage, elsewhere]) {
      const scratch = join(await seen.scratchPath('part'), '..');
      expect(await readdir(scratch)).toEqual([]);
      await seen.sweep();
      expect(await seen.has('film/a.wav')).toBe(true);
    }
  });
});
