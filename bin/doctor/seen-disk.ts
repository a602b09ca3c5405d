/** Whether the data folder can be written, and how much room it has. Leaves nothing behind. */
import { randomUUID } from 'node:crypto';
import { rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';
import { type DiskState, readDisk } from '#jobs/work/health.server.ts';

export interface DataSight {
  /** DATA_DIR, or, where it is not there yet, the folder above it that is. */
  folder: string;
  isThere: boolean;
  disk: DiskState;
}

/** A disk that has no room at all may take an empty file: it is asked to take a block. */
const PROBE = new Uint8Array(4096);

export async function seeData(dataDir: string): Promise<DataSight> {
  const folder = await nearestFolder(dataDir);
  const freeBytes = async () => {
    const probe = join(folder, `.storyshort-${randomUUID()}`);
    try {
      await writingToDisk(() => writeFile(probe, PROBE));
    } finally {
      await rm(probe, { force: true }).catch(() => {});
    }
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  };
  return { folder, isThere: folder === dataDir, disk: await readDisk({ freeBytes }) };
}

/** @param path absolute. @returns itself, or the nearest above it that is there, be it a folder or not */
async function nearestFolder(path: string): Promise<string> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  return isThere || dirname(path) === path ? path : nearestFolder(dirname(path));
}
