import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Storage } from '#jobs/ports/storage.ts';
import { isStorageKey } from './media-url';

/** Folder of files in the making, inside the root so that a rename never crosses disks. */
const SCRATCH = '.scratch';

/** Files on the local disk: the file of a key is `root/key`. */
export class LocalStorage implements Storage {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const scratch = await this.scratchPath('part');
    const file = await open(scratch, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await this.#place(key, scratch);
  }

  async adopt(key: string, path: string): Promise<void> {
    const file = await open(path, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await this.#place(key, path);
  }

  async has(key: string): Promise<boolean> {
    try {
      const found = await stat(this.pathOf(key));
      return found.isFile() && found.size > 0;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  }

  async read(key: string): Promise<Uint8Array> {
    return readFile(this.pathOf(key));
  }

  pathOf(key: string): string {
    if (!isStorageKey(key)) throw new Error(`Not a storage key: ${JSON.stringify(key)}`);
    return join(this.root, key);
  }

  async scratchPath(extension: string): Promise<string> {
    await mkdir(join(this.root, SCRATCH), { recursive: true });
    return join(this.root, SCRATCH, `${randomUUID()}.${extension}`);
  }

  async list(prefix: string): Promise<{ key: string; bytes: number }[]> {
    const folder = this.pathOf(`${prefix}/all`).slice(0, -'/all'.length);
    const names = await readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    const found = await Promise.all(
      names.map(async (name) => {
        const file = await stat(join(folder, name)).catch(() => null);
        return file?.isFile() ? [{ key: `${prefix}/${name}`, bytes: file.size }] : [];
      }),
    );
    return found.flat();
  }

  async removeAll(prefix: string): Promise<void> {
    await rm(this.pathOf(`${prefix}/all`).slice(0, -'/all'.length), { recursive: true, force: true });
  }

  async listPrefixes(): Promise<string[]> {
    try {
      const entries = await readdir(this.root, { withFileTypes: true });
      return entries
        .filter((entry) => entry.isDirectory() && entry.name !== SCRATCH)
        .map((entry) => entry.name);
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  /** Removes files in the making that nobody has touched for a day: what crashed attempts left behind. */
  async sweepScratch(olderThanMs = 24 * 3600 * 1000): Promise<void> {
    const folder = join(this.root, SCRATCH);
    const names = await readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    for (const name of names) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      if (found && Date.now() - found.mtimeMs > olderThanMs) await rm(path, { recursive: true, force: true });
    }
  }

  async #place(key: string, scratch: string): Promise<void> {
    const target = this.pathOf(key);
    await mkdir(dirname(target), { recursive: true });
    await rename(scratch, target);
    // The rename itself must reach the disk before a row may point at the file.
    const folder = await open(dirname(target), 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
