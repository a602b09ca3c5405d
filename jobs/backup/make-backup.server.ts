/**
 * A backup of a whole house while it runs. Rows are written out as one moment saw them; files follow, which is enough
 * since no bytes ever change under a key, files come before the rows that name them, and none is removed meanwhile.
 */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type pg from 'pg';
import { migrationNames, readHistory } from '#jobs/db/migrate.server.ts';
import { withoutRemovals } from '#jobs/db/sessions/removals.server.ts';
import { inSession } from '#jobs/db/sessions/session.server.ts';
import { diskFault } from '#jobs/ports/disk-fault.ts';
import { isStorageKey } from '#jobs/storage/media-url.ts';
import {
  type BackupContents,
  type Digest,
  FILES_FOLDER,
  fileName,
  MANIFEST_NAME,
  SECRET_NAME,
  writeManifest,
} from './backup-manifest';
import { digestOf, isMissing, linkOrCopy, nullWhereMissing, syncPath } from './file-digest.server';
import type { House } from './house';
import { ownTables, writeRows } from './table-rows.server';

/** How often a folder is looked through anew whose files come and go meanwhile. */
const MOST_LOOKS = 20;

export interface BackupOrder {
  house: House;
  /** The backup's folder: it must not be there yet. */
  target: string;
  /** Of this StoryShort. */
  version: string;
  /** Ends the making: nothing stays. */
  signal: AbortSignal;
}

/**
 * Makes a backup: a folder that is there whole or not at all. Files share their bytes with the house's where both lie
 * on one disk.
 * @throws Error that says why it could not be made; nothing of it is left then
 */
export async function makeBackup({ house, target, version, signal }: BackupOrder): Promise<BackupContents> {
  await requireFree(target);
  const folder = join(dirname(target), `.${basename(target)}.part`);
  try {
    await mkdir(dirname(target), { recursive: true });
    const contents = await withoutRemovals(house.databaseUrl, async () => {
      // Another one may have been made while this one waited.
      await requireFree(target);
      // What a killed one left behind: there is one at a time.
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { mode: 0o700 });
      const { videos, named, ...rows } = await takeRows(house, folder);
      const keys = await takeFiles(house, { folder, videos, signal });
      const missing = [...named].filter((key) => !keys.has(key)).sort();
      return { ...rows, keys, missing, secret: await takeSecret(house, folder) };
    });
    const { keys, migrations, tables, secret, missing, madeAt } = contents;
    const files: Record<string, Digest> = {};
    for (const key of [...keys].sort()) {
      signal.throwIfAborted();
      files[key] = await digestOf(join(folder, fileName(key)));
    }
    const manifest: BackupContents = {
      ...{ format: 1, version, madeAt, migrations, tables, files, secret, missing },
    };
    await finish(folder, manifest, target);
    return manifest;
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    signal.throwIfAborted();
    if (!diskFault(error)) throw error;
    throw new Error(
      `The disk of ${dirname(target)} took no more; nothing was kept of the backup. Make room there, or name a folder on another disk.`,
      { cause: error },
    );
  }
}

async function requireFree(target: string): Promise<void> {
  if (await isThere(target))
    throw new Error(`${target} is there already. Name a folder that is not, such as one for each day.`);
}

/** Writes down all rows, as of one moment. @returns the videos that there are, and the keys that rows name */
async function takeRows({ databaseUrl, migrations: migrationFolder }: House, folder: string) {
  return inSession(databaseUrl, async (client) => {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
    const migrations = await knownHistory(client, migrationFolder);
    const madeAt = new Date().toISOString();
    const videos = new Set<string>();
    const named = new Set<string>();
    const tables = await ownTables(client, migrationFolder);
    const written = await writeRows(client, { folder, tables }, (table, row) => {
      const video = table === 'video' ? row.id : row.video_id;
      if (table === 'video') videos.add(String(video));
      for (const key of keysIn(row)) if (key.startsWith(`${video}/`)) named.add(key);
    });
    await client.query('COMMIT');
    return { madeAt, migrations, tables: written, videos, named };
  });
}

/** The migrations of a database. @throws Error where it holds no house yet, or a newer one than can be told in full */
async function knownHistory(client: pg.Client, folder: string): Promise<BackupContents['migrations']> {
  const { rowCount } = await client.query(
    `SELECT WHERE to_regclass('public._prisma_migrations') IS NOT NULL`,
  );
  const history = rowCount === 0 ? new Map<string, string>() : await readHistory(client);
  if (history.size === 0) throw new Error('Nothing was ever made here, so there is nothing to be backed up.');
  const known = await migrationNames(folder);
  const strange = [...history.keys()].find((name) => !known.includes(name));
  if (strange)
    throw new Error(
      `A newer StoryShort has used this database: its migration ${strange} is not known here. Make the backup with that one.`,
    );
  return [...history].map(([name, checksum]) => ({ name, checksum })).sort(byName);
}

function byName(one: { name: string }, other: { name: string }): number {
  return one.name < other.name ? -1 : 1;
}

/** All storage keys in a value, however deep. */
function* keysIn(value: unknown): Generator<string> {
  if (typeof value === 'string' && isStorageKey(value)) yield value;
  if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* keysIn(part);
}

/** Fetches all that is stored for the videos, what their rows do not name yet included. @returns the keys */
async function takeFiles(
  { mediaDir }: House,
  { folder, videos, signal }: { folder: string; videos: ReadonlySet<string>; signal: AbortSignal },
): Promise<Set<string>> {
  const keys = new Set<string>();
  await mkdir(join(folder, FILES_FOLDER), { mode: 0o700 });
  for (const video of [...videos].sort()) {
    // What goes in the midst of an attempt leaves something that came before it went: it is there at the next look.
    for (let looks = 0, isWhole = false; !isWhole && looks < MOST_LOOKS; looks += 1) {
      isWhole = true;
      for (const name of await filesIn(join(mediaDir, video))) {
        signal.throwIfAborted();
        const key = `${video}/${name}`;
        if (keys.has(key) || !isStorageKey(key)) continue;
        if (await fetchFile(join(mediaDir, key), join(folder, fileName(key)))) keys.add(key);
        else isWhole = false;
      }
    }
    if (await isThere(join(folder, fileName(video)))) await syncPath(join(folder, fileName(video)));
  }
  return keys;
}

/** @returns false where it is gone */
async function fetchFile(from: string, to: string): Promise<boolean> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await linkOrCopy(from, to);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

/** Paths of all files below a folder, from there. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(nullWhereMissing);
  return (entries ?? [])
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

async function takeSecret({ secretFile, keepsSecret }: House, folder: string): Promise<Digest | null> {
  if (!keepsSecret) return null;
  const secret = await readFile(secretFile).catch(nullWhereMissing);
  if (secret === null) return null;
  const file = join(folder, SECRET_NAME);
  await writeFile(file, secret, { mode: 0o600 });
  await syncPath(file);
  return digestOf(file);
}

/** Writes the manifest, and gives the backup its name. */
async function finish(folder: string, contents: BackupContents, target: string): Promise<void> {
  const manifest = join(folder, MANIFEST_NAME);
  await writeFile(manifest, writeManifest(contents), { mode: 0o600 });
  await syncPath(manifest);
  await syncPath(join(folder, FILES_FOLDER));
  await syncPath(folder);
  await rename(folder, target);
  await syncPath(dirname(target));
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
