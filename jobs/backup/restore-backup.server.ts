/**
 * A backup, taken into an empty house. Rows come last and at once: until then the house is empty, whatever happens, and
 * afterwards it is whole.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { migrate, migrationChecksum, migrationNames } from '#jobs/db/migrate.server.ts';
import { clearDatabase } from '#jobs/db/reset.server.ts';
import { inSession } from '#jobs/db/sessions/session.server.ts';
import { type BackupContents, fileName, SECRET_NAME } from './backup-manifest';
import { checkBackup } from './check-backup.server';
import { requireEmptyHouse, videosWithFiles } from './empty-house.server';
import { copyWhole, nullWhereMissing, syncPath } from './file-digest.server';
import type { House } from './house';
import { readRows } from './table-rows.server';

/**
 * Restores a backup: checks all of it, then fills the house and brings its rows up to date.
 * @param folder the backup's
 * @returns what was in it
 * @throws Error that says what keeps it from being restored; the house is as empty as before then
 */
export async function restoreBackup(house: House, folder: string): Promise<BackupContents> {
  const contents = await checkBackup(folder);
  await requireKnown(contents, house.migrations);
  await requireEmptyHouse(house);
  await mkdir(dirname(house.restoreNote), { recursive: true });
  await writeFile(house.restoreNote, folder);
  const secret = await readFile(house.secretFile).catch(nullWhereMissing);
  try {
    await empty(house);
    await migrate(house.databaseUrl, house.migrations, contents.migrations.at(-1)?.name);
    await fillFiles(house, folder, contents);
    await fillRows(house, folder, contents);
    await migrate(house.databaseUrl, house.migrations);
    await forgetAttempts(house);
  } catch (error) {
    await undo(house, secret).catch(() => {
      throw new Error(
        'The backup could not be restored, and what it had begun could not be taken away. When that is put right, restore it again.',
        { cause: error },
      );
    });
    throw new Error('The backup could not be restored; the house is as empty as before.', { cause: error });
  }
  await rm(house.restoreNote);
  return contents;
}

/** @throws Error where its rows have a form that this StoryShort does not know */
async function requireKnown({ migrations, version }: BackupContents, folder: string): Promise<void> {
  const names = await migrationNames(folder);
  for (const [at, { name, checksum }] of migrations.entries()) {
    if (names[at] === name && (await migrationChecksum(folder, name)) === checksum) continue;
    throw new Error(
      names.includes(name)
        ? `The backup's migration ${name} is not the one of this StoryShort. Restore it with the StoryShort that made it (${version}).`
        : `The backup was made by a newer StoryShort (${version}), whose migration ${name} is not known here. Update this one first.`,
    );
  }
}

/** Takes away what a restore has put into a house that had nothing. */
async function empty({ databaseUrl, mediaDir }: House): Promise<void> {
  for (const video of await videosWithFiles(mediaDir)) {
    await rm(join(mediaDir, video), { recursive: true, force: true });
  }
  await clearDatabase(databaseUrl);
}

/** @param secret what the house's own was; null where it had none */
async function undo(house: House, secret: Buffer | null): Promise<void> {
  await empty(house);
  await migrate(house.databaseUrl, house.migrations);
  await rm(house.secretFile, { force: true });
  if (secret !== null) await writeFile(house.secretFile, secret, { mode: 0o600 });
  await rm(house.restoreNote);
}

async function fillFiles(house: House, folder: string, { files, secret }: BackupContents): Promise<void> {
  const folders = new Set<string>();
  for (const key of Object.keys(files)) {
    const target = join(house.mediaDir, key);
    await mkdir(dirname(target), { recursive: true });
    await copyWhole(join(folder, fileName(key)), target);
    folders.add(dirname(target));
  }
  for (const path of folders) await syncPath(path);
  if (secret === null) return;
  const bytes = await readFile(join(folder, SECRET_NAME));
  // A file that is there keeps its mode.
  await rm(house.secretFile, { force: true });
  await writeFile(house.secretFile, bytes, { mode: 0o600 });
  await syncPath(house.secretFile);
}

async function fillRows({ databaseUrl }: House, folder: string, { tables }: BackupContents): Promise<void> {
  await inSession(databaseUrl, async (client) => {
    await client.query('BEGIN');
    await readRows(client, folder, tables);
    await client.query('COMMIT');
  });
}

/** Whoever was at a video when the backup was made did not die of it. Jobs are made by the first worker's round. */
async function forgetAttempts({ databaseUrl }: House): Promise<void> {
  await inSession(databaseUrl, (client) =>
    client.query('UPDATE video SET worker_id = NULL, activity = NULL'),
  );
}
