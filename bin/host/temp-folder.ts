import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What nobody has touched for this long belongs to a process that was killed, ms. */
const ABANDONED_MS = 24 * 3600 * 1000;

/**
 * The folder for the worker's temporary files, inside the data folder: what a killed render leaves is found
 * and removed there by a later start, instead of filling the system's own.
 */
export function workerTempFolder(dataDir: string): string {
  const folder = join(dataDir, 'tmp');
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > ABANDONED_MS) rmSync(path, { recursive: true, force: true });
  }
  return folder;
}
