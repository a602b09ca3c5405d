import { rm } from 'node:fs/promises';
import type { Storage } from '#jobs/ports/storage.ts';

/**
 * Lends a fresh path for a file in the making. What is still there afterwards is removed: whoever failed at it, perhaps
 * because the disk is full, leaves nothing behind that fills it.
 */
export async function withScratchFile<T>(
  storage: Pick<Storage, 'scratchPath'>,
  extension: string,
  work: (file: string) => Promise<T>,
): Promise<T> {
  const file = await storage.scratchPath(extension);
  try {
    return await work(file);
  } finally {
    // What cannot be removed now is swept some day, and changes nothing of what became of the work.
    await rm(file, { force: true }).catch(() => undefined);
  }
}
