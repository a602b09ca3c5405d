import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Lets `write` make a file under a temporary name beside `outFile`, then syncs it to disk and renames it:
 * `outFile` is either there and whole, or not there. The temporary name keeps the extension.
 */
export async function finishedFile<T>(outFile: string, write: (temporary: string) => Promise<T>): Promise<T> {
  const { dir, name, ext } = path.parse(path.resolve(outFile));
  const temporary = path.join(dir, `.${name}.${randomUUID()}${ext}`);
  await mkdir(dir, { recursive: true });
  try {
    const result = await write(temporary);
    const file = await open(temporary, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, outFile);
    return result;
  } finally {
    await rm(temporary, { force: true });
  }
}
