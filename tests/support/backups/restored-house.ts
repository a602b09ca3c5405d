/** Houses for backups to be made of, and empty ones for them to be restored into. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { House } from '#jobs/backup/house.ts';
import { makeBackup } from '#jobs/backup/make-backup.server.ts';
import { createEmptyDatabase, MIGRATIONS } from '#tests/support/test-database.ts';

/** Where a house of the tests keeps what a backup holds. */
export function houseAt(databaseUrl: string, dataDir: string): House {
  return {
    databaseUrl,
    mediaDir: join(dataDir, 'media'),
    secretFile: join(dataDir, 'secret'),
    keepsSecret: true,
    restoreNote: join(dataDir, 'run', 'restore-begun'),
    migrations: MIGRATIONS,
  };
}

/** A house in which nothing ever was. */
export async function emptyHouse(): Promise<House & { dataDir: string; remove(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-restored-'));
  return {
    ...houseAt(await createEmptyDatabase(), dataDir),
    dataDir,
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

export function backUp(house: House, target: string, signal: AbortSignal = new AbortController().signal) {
  return makeBackup({ house, target, version: '0.1.0-test', signal });
}
