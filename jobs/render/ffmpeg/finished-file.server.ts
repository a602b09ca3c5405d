import { randomUUID } from 'node:crypto';
import { access, constants, mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { writingToDisk } from '#jobs/ports/disk-fault.ts';

/**
 * Lets `write` make a file under a temporary name beside `outFile`, then syncs it to disk and renames it:
 * `outFile` is either there and whole, or not there. The temporary name keeps the extension.
 * @throws whatever `write` throws; StoryError `disk_full` or `disk_read_only`
 */
export async function finishedFile<T>(outFile: string, write: (temporary: string) => Promise<T>): Promise<T> {
  const { dir, name, ext } = path.parse(path.resolve(outFile));
  const temporary = path.join(dir, `.${name}.${randomUUID()}${ext}`);
  await writingToDisk(async () => {
    await mkdir(dir, { recursive: true });
    // Programs say only that something is denied, which may be anything.
    await access(dir, constants.W_OK);
  });
  try {
    const result = await write(temporary);
    await writingToDisk(async () => {
      const file = await open(temporary, 'r+');
      try {
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, outFile);
    });
    return result;
  } finally {
    await rm(temporary, { force: true });
  }
}
