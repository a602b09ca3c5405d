/** Copies of stored files on this machine's disk, whole or not there, shared by all processes that use the folder. */
import { readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import pLimit from 'p-limit';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { withScratchFile } from '#jobs/storage/scratch-file.server.ts';

/** A copy that was asked for so lately may still be read, ms: it stays, however little room there is. */
const LEASE_MS = 3600 * 1000;
/** A copy that nobody has asked for in so long goes, ms: what was deleted elsewhere does not lie here for good. */
const IDLE_MS = 24 * 3600 * 1000;
/** Files fetched at once. */
const FETCHES = 4;
/** How much of its bound comes in before a cache looks whether it is too large. */
const SHARE_BETWEEN_LOOKS = 0.1;

interface Copy {
  path: string;
  bytes: number;
  /** When it was last asked for, ms. */
  usedAt: number;
}

/**
 * When a copy was last asked for is its file's access time: so all processes know, and none has to be told. Its time of
 * change stays, by which browsers recognise a file.
 */
export class FileCache {
  readonly #files: LocalStorage;
  readonly #mostBytes: number;
  readonly #fetching = new Map<string, Promise<string>>();
  readonly #turn = pLimit(FETCHES);
  #bytesSinceLook = Number.POSITIVE_INFINITY;
  #looking: Promise<void> | null = null;

  /** @param mostBytes beyond which the copies go that were not asked for the longest */
  constructor(root: string, mostBytes: number) {
    this.#files = new LocalStorage(root);
    this.#mostBytes = mostBytes;
  }

  /** Fetches go on the disk on which the copies lie. */
  scratchPath(extension: string): Promise<string> {
    return this.#files.scratchPath(extension);
  }

  /**
   * Where a key's copy lies; it is fetched once for all who ask.
   * @param fetch writes the whole file, or throws
   */
  async provide(key: string, fetch: (file: string) => Promise<void>): Promise<string> {
    const path = this.#files.pathOf(key);
    if (await touch(path)) return path;
    const begun = this.#fetching.get(key);
    if (begun) return begun;
    const fetching = this.#turn(() => this.#fetch(key, fetch)).finally(() => this.#fetching.delete(key));
    this.#fetching.set(key, fetching);
    return fetching;
  }

  /** Makes a finished file the key's copy; the file is gone afterwards. */
  async adopt(key: string, file: string): Promise<void> {
    const { size } = await stat(file);
    await this.#files.adopt(key, file);
    await this.#noteArrival(size);
  }

  forget(key: string): Promise<void> {
    return this.#files.remove(key);
  }

  forgetAll(prefix: string): Promise<void> {
    return this.#files.removeAll(prefix);
  }

  /** Bytes that its disk takes. @throws StoryError `disk_full` or `disk_read_only` */
  freeBytes(): Promise<number> {
    return this.#files.freeBytes();
  }

  /** Removes what is half written by nobody, what nobody has asked for in a day, and what is beyond the bound. */
  async sweep(): Promise<void> {
    await this.#files.sweep();
    await this.#evict();
  }

  async #fetch(key: string, fetch: (file: string) => Promise<void>): Promise<string> {
    await withScratchFile(this.#files, 'part', async (file) => {
      await fetch(file);
      await this.adopt(key, file);
    });
    return this.#files.pathOf(key);
  }

  async #noteArrival(bytes: number): Promise<void> {
    this.#bytesSinceLook += bytes;
    if (this.#bytesSinceLook < this.#mostBytes * SHARE_BETWEEN_LOOKS) return;
    this.#bytesSinceLook = 0;
    await this.#evict();
  }

  #evict(): Promise<void> {
    this.#looking ??= this.#evictNow().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #evictNow(): Promise<void> {
    const copies = (await this.#copies()).sort((one, other) => one.usedAt - other.usedAt);
    let bytes = copies.reduce((sum, copy) => sum + copy.bytes, 0);
    const now = Date.now();
    for (const copy of copies) {
      const unusedMs = now - copy.usedAt;
      if (unusedMs < LEASE_MS) return;
      if (bytes <= this.#mostBytes && unusedMs < IDLE_MS) return;
      if (await this.#drop(copy)) bytes -= copy.bytes;
    }
  }

  /** Takes a copy away unless somebody asks for it at this very moment. @returns whether it is gone */
  async #drop({ path, usedAt }: Copy): Promise<boolean> {
    const aside = await this.#files.scratchPath('old');
    const isAside = await rename(path, aside).then(
      () => true,
      () => false,
    );
    if (!isAside) return false;
    const found = await stat(aside);
    if (found.atimeMs > usedAt) {
      await rename(aside, path);
      return false;
    }
    await rm(aside, { force: true });
    return true;
  }

  async #copies(): Promise<Copy[]> {
    const { root } = this.#files;
    const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
    const found = await Promise.all(
      entries.map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        // What is in the making is nobody's copy yet.
        if (!entry.isFile() || relative(root, path).split(sep)[0]?.startsWith('.')) return [];
        const file = await stat(path).catch(() => null);
        return file ? [{ path, bytes: file.size, usedAt: file.atimeMs }] : [];
      }),
    );
    return found.flat();
  }
}

/** Notes that a copy was asked for. @returns whether it is there */
async function touch(path: string): Promise<boolean> {
  try {
    const { mtime } = await stat(path);
    await utimes(path, new Date(), mtime);
    // It may have been taken away in between; one that is still there stays.
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
