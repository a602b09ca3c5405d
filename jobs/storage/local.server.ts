import { randomUUID } from 'node:crypto';
import {
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  statfs,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { isStorageKey } from './media-url';
import { withScratchFile } from './scratch-file.server';

/** Folder of files in the making, inside the root so that a rename never crosses disks. */
const SCRATCH = '.scratch';
/** What a disk is asked to take that may have no room at all: a block. */
const PROBE = new Uint8Array(4096);
/** A file in the making that nobody has touched for so long has nobody any more, ms. */
const ABANDONED_MS = 3600 * 1000;

/** Files on the local disk: the file of a key is `root/key`. */
export class LocalStorage implements Storage {
  /** Folder in which the files lie. */
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    await withScratchFile(this, 'part', (scratch) =>
      writingToDisk(async () => {
        const file = await open(scratch, 'w');
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await this.#place(key, scratch);
      }),
    );
  }

  async adopt(key: string, path: string): Promise<void> {
    await writingToDisk(async () => {
      const file = await open(path, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      await this.#place(key, path);
    });
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

  async readStart(key: string, bytes: number): Promise<Uint8Array> {
    const file = await open(this.pathOf(key), 'r');
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  async localPath(key: string): Promise<string> {
    const path = this.pathOf(key);
    await stat(path);
    return path;
  }

  /** Where the file of a key lies, or would lie. @throws where it is no key */
  pathOf(key: string): string {
    if (!isStorageKey(key)) throw new Error(`Not a storage key: ${JSON.stringify(key)}`);
    return join(this.root, key);
  }

  async scratchPath(extension: string): Promise<string> {
    await writingToDisk(() => mkdir(join(this.root, SCRATCH), { recursive: true }));
    return join(this.root, SCRATCH, `${randomUUID()}.${extension}`);
  }

  async copyAll(from: string, to: string, nameOf: (name: string) => string | null): Promise<void> {
    const source = this.#folderOf(from);
    const entries = await readdir(source, { recursive: true, withFileTypes: true }).catch(
      (error: unknown) => {
        if (isMissing(error)) return [];
        throw error;
      },
    );
    const folders = new Set<string>();
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const name = nameOf(relative(source, path).replaceAll(sep, '/'));
      if (name === null) continue;
      const target = this.pathOf(`${to}/${name}`);
      folders.add(dirname(target));
      await writingToDisk(async () => {
        await mkdir(dirname(target), { recursive: true });
        await this.#share(path, target);
      });
    }
    for (const folder of folders) await syncFolder(folder);
  }

  async list(prefix: string): Promise<{ key: string; bytes: number }[]> {
    const folder = this.#folderOf(prefix);
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

  async remove(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async removeAll(prefix: string): Promise<void> {
    await rm(this.#folderOf(prefix), { recursive: true, force: true });
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

  async listFiles(prefix: string): Promise<Map<string, number>> {
    const folder = dirname(this.pathOf(`${prefix}/all`));
    const names = await readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    const sizes = new Map<string, number>();
    for (const name of names) {
      // One that is removed meanwhile is not there.
      const found = await stat(join(folder, name)).catch(() => null);
      if (found?.isFile() && found.size > 0) sizes.set(name, found.size);
    }
    return sizes;
  }

  async freeBytes(): Promise<number> {
    await withScratchFile(this, 'probe', (file) => writingToDisk(() => writeFile(file, PROBE)));
    const { bavail, bsize } = await statfs(this.root);
    return bavail * bsize;
  }

  /** What nobody has touched for an hour. */
  async sweep(): Promise<void> {
    const folder = join(this.root, SCRATCH);
    const names = await readdir(folder).catch((error: unknown) => {
      if (isMissing(error)) return [];
      throw error;
    });
    for (const name of names) {
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      if (found && Date.now() - found.mtimeMs > ABANDONED_MS)
        await rm(path, { recursive: true, force: true });
    }
  }

  #folderOf(prefix: string): string {
    return dirname(this.pathOf(`${prefix}/all`));
  }

  /** Gives a file a second name; a disk that cannot do so gets a second file. */
  async #share(path: string, target: string): Promise<void> {
    try {
      await link(path, target);
    } catch (error) {
      if (hasCode(error, 'EEXIST')) return;
      if (!hasCode(error, ...CANNOT_LINK)) throw error;
      await withScratchFile(this, 'part', async (scratch) => {
        await copyFile(path, scratch);
        await rename(scratch, target);
      });
    }
  }

  async #place(key: string, scratch: string): Promise<void> {
    const target = this.pathOf(key);
    await mkdir(dirname(target), { recursive: true });
    await rename(scratch, target);
    await syncFolder(dirname(target));
  }
}

/** Why a disk does not give a file a second name: it cannot, or there are too many of them. */
const CANNOT_LINK = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK'];

/** A new name itself must reach the disk before a row may point at the file. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

function isMissing(error: unknown): boolean {
  return hasCode(error, 'ENOENT');
}
