import { readFile, rm, writeFile } from 'node:fs/promises';
import pLimit from 'p-limit';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { isStorageKey } from '#jobs/storage/media-url.ts';
import { withScratchFile } from '#jobs/storage/scratch-file.server.ts';
import type { FileCache } from './file-cache.server';
import type { S3Bucket } from './s3-bucket.server';

/** Copies that a server makes for us at once. */
const COPIES = 8;

/**
 * Files in a bucket: the object of a key is `prefix/key`. What is worked with or sent has a copy on this machine, fetched
 * whole; what this machine stores leaves its copy at once.
 */
export class S3Storage implements Storage {
  readonly #bucket: S3Bucket;
  readonly #copies: FileCache;

  constructor(bucket: S3Bucket, copies: FileCache) {
    this.#bucket = bucket;
    this.#copies = copies;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await withScratchFile(this, 'part', async (scratch) => {
      await writingToDisk(() => writeFile(scratch, bytes));
      await this.adopt(key, scratch);
    });
  }

  async adopt(key: string, file: string): Promise<void> {
    if (await this.#bucket.store(checked(key), file)) await this.#copies.adopt(key, file);
    // Something else is under the key: whoever asks for it shall have that.
    else await rm(file, { force: true });
  }

  async has(key: string): Promise<boolean> {
    const head = await this.#bucket.head(checked(key));
    return head !== null && head.bytes > 0;
  }

  async read(key: string): Promise<Uint8Array> {
    return readFile(await this.localPath(key));
  }

  /** From the bucket, whether there is a copy or not: a film is not fetched to be looked at. */
  async readStart(key: string, bytes: number): Promise<Uint8Array> {
    return this.#bucket.start(checked(key), bytes);
  }

  localPath(key: string): Promise<string> {
    return this.#copies.provide(key, (file) => this.#bucket.fetch(checked(key), file));
  }

  lend(key: string, seconds: number): Promise<string> {
    return this.#bucket.lend(checked(key), seconds);
  }

  scratchPath(extension: string): Promise<string> {
    return this.#copies.scratchPath(extension);
  }

  async copyAll(from: string, to: string, nameOf: (name: string) => string | null): Promise<void> {
    const turn = pLimit(COPIES);
    for await (const page of this.#bucket.pages(folderOf(from))) {
      await Promise.all(
        page.flatMap(({ key }) => {
          const name = nameOf(key.slice(from.length + 1));
          return name === null ? [] : [turn(() => this.#bucket.copy(key, checked(`${to}/${name}`)))];
        }),
      );
    }
  }

  async list(prefix: string): Promise<{ key: string; bytes: number }[]> {
    const found: { key: string; bytes: number }[] = [];
    for await (const page of this.#bucket.pages(folderOf(prefix))) {
      // What lies in folders below is no part of a folder's list.
      found.push(...page.filter(({ key }) => !key.slice(prefix.length + 1).includes('/')));
    }
    return found;
  }

  async remove(key: string): Promise<void> {
    await this.#bucket.remove([checked(key)]);
    await this.#copies.forget(key);
  }

  async removeAll(prefix: string): Promise<void> {
    const begin = folderOf(prefix);
    for await (const page of this.#bucket.pages(begin)) await this.#bucket.remove(page.map(({ key }) => key));
    await this.#copies.forgetAll(prefix);
  }

  listPrefixes(): Promise<string[]> {
    return this.#bucket.folders();
  }

  async listFiles(prefix: string): Promise<Map<string, number>> {
    const files = await this.list(prefix);
    return new Map(
      files.filter(({ bytes }) => bytes > 0).map(({ key, bytes }) => [key.slice(prefix.length + 1), bytes]),
    );
  }

  /** A bucket has no end; what a film needs first is room for its copies, and that the bucket answers. */
  async freeBytes(): Promise<number> {
    const [free] = await Promise.all([this.#copies.freeBytes(), this.#bucket.look()]);
    return free;
  }

  sweep(): Promise<void> {
    return this.#copies.sweep();
  }
}

function checked(key: string): string {
  if (!isStorageKey(key)) throw new Error(`Not a storage key: ${JSON.stringify(key)}`);
  return key;
}

/** What keys below a prefix begin with. */
function folderOf(prefix: string): string {
  checked(`${prefix}/all`);
  return `${prefix}/`;
}
