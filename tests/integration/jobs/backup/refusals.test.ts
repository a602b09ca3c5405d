/** What is no whole backup, or no empty house, is refused with the reason, and nothing half is left anywhere. */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type BackupContents,
  fileName,
  MANIFEST_NAME,
  readManifest,
  rowsName,
  writeManifest,
} from '#jobs/backup/backup-manifest.ts';
import { checkBackup } from '#jobs/backup/check-backup.server.ts';
import { digestOf } from '#jobs/backup/file-digest.server.ts';
import { restoreBackup } from '#jobs/backup/restore-backup.server.ts';
import { openDb } from '#jobs/db/client.server.ts';
import { migrate, migrationNames } from '#jobs/db/migrate.server.ts';
import { listVersions } from '#jobs/db/versions.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { backUp, emptyHouse, houseAt } from '#tests/support/backups/restored-house.ts';
import { namedFiles } from '#tests/support/disks/disk-house.ts';
import { NO_SMALL_DISK, openSmallDisk } from '#tests/support/disks/small-disk.ts';
import { createDatabaseOf010, OLDER_MEDIA } from '#tests/support/older-data.ts';
import { createEmptyDatabase, MIGRATIONS } from '#tests/support/test-database.ts';

/** A house of 0.1.0, which no later StoryShort has touched. */
let old: ReturnType<typeof houseAt>;
let folder: string;
let good: string;
let contents: BackupContents;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-refused-'));
  old = houseAt(await createDatabaseOf010(), join(folder, 'old'));
  await cp(OLDER_MEDIA, old.mediaDir, { recursive: true });
  good = join(folder, 'good');
  contents = await backUp(old, good);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let target: Awaited<ReturnType<typeof emptyHouse>>;
let bad: string;
beforeEach(async () => {
  target = await emptyHouse();
  bad = join(folder, 'bad');
  await rm(bad, { recursive: true, force: true });
  return () => target.remove();
});

/** Another backup like the good one. */
const spoil = () => cp(good, bad, { recursive: true });

async function expectEmpty({ databaseUrl, mediaDir, restoreNote }: typeof target): Promise<void> {
  expect(await readdir(mediaDir).catch(() => [])).toEqual([]);
  expect(await stat(restoreNote).catch(() => null)).toBeNull();
  await migrate(databaseUrl, MIGRATIONS);
  const db = openDb(databaseUrl);
  const counts = await Promise.all([db.video.count(), db.scene.count(), db.event.count()]);
  await db.$disconnect();
  expect(counts).toEqual([0, 0, 0]);
}

async function expectRestored({ databaseUrl, mediaDir }: typeof target): Promise<void> {
  const db = openDb(databaseUrl);
  const ids = await db.video.findMany({ select: { id: true } });
  expect(ids).toHaveLength(2);
  const storage = new LocalStorage(mediaDir);
  for (const { id } of ids) {
    const video = await findVideo(db, id);
    if (!video) throw new Error('The video is gone.');
    expect(video.status).toBe('completed');
    for (const name of namedFiles(video)) expect(await storage.has(`${id}/${name}`)).toBe(true);
    expect(await listVersions(db, id)).toHaveLength(1);
  }
  await db.$disconnect();
}

describe('a backup that an older StoryShort made', () => {
  it('is brought up to date, its videos with their first versions, and can be backed up anew', async () => {
    expect(contents.migrations.length).toBeLessThan((await migrationNames(MIGRATIONS)).length);
    expect(contents.missing).toEqual([]);
    await restoreBackup(target, good);
    await expectRestored(target);
    const again = await backUp(target, join(target.dataDir, 'again'));
    expect(again.files).toEqual(contents.files);
    expect(again.migrations.map(({ name }) => name)).toEqual(await migrationNames(MIGRATIONS));
  });

  it('does not let a number be given twice', async () => {
    await restoreBackup(target, good);
    const db = openDb(target.databaseUrl);
    const [video] = await db.video.findMany({ select: { id: true } });
    const { _max } = await db.event.aggregate({ _max: { id: true } });
    const event = await db.event.create({
      data: { videoId: video?.id ?? '', to: 'completed', message: 'Another.' },
    });
    await db.$disconnect();
    expect(event.id).toBeGreaterThan(_max.id ?? 0n);
  });
});

describe('a backup that is not whole', () => {
  const anyKey = () => Object.keys(contents.files)[3] ?? '';

  it.each<[string, () => Promise<void>, string]>([
    ['a file cut off', () => truncate(join(bad, fileName(anyKey())), 10), 'it has 10 bytes'],
    ['a file gone', () => rm(join(bad, fileName(anyKey()))), 'it is not there'],
    ['rows gone', () => rm(join(bad, rowsName('scene'))), 'rows/scene.jsonl: it is not there'],
    [
      'one byte of a file changed',
      async () => {
        const file = join(bad, fileName(anyKey()));
        const bytes = await readFile(file);
        bytes[7] = (bytes[7] ?? 0) ^ 1;
        await writeFile(file, bytes);
      },
      'its contents were changed',
    ],
    [
      'a word of a row changed',
      async () => {
        const file = join(bad, rowsName('video'));
        await writeFile(file, (await readFile(file, 'utf8')).replace('completed', 'cancelled'));
      },
      'its contents were changed',
    ],
    ['the manifest cut off', () => truncate(join(bad, MANIFEST_NAME), 100), 'cut off'],
    ['no manifest', () => rm(join(bad, MANIFEST_NAME)), 'is no backup'],
    ['nothing at all', () => rm(bad, { recursive: true }), 'is no backup'],
  ])('for %s is refused with the reason, and changes nothing', async (_what, damage, reason) => {
    await spoil();
    await damage();
    const words = await restoreBackup(target, bad).then(
      () => 'restored',
      (error: Error) => `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}`,
    );
    expect(words).toContain(reason);
    await expect(checkBackup(bad)).rejects.toThrow();
    await expectEmpty(target);
    expect(await checkBackup(good)).toEqual(contents);
  });

  it('of a newer StoryShort, or of another one, is not guessed at', async () => {
    const write = (migrations: BackupContents['migrations']) =>
      writeFile(join(bad, MANIFEST_NAME), writeManifest({ ...contents, migrations }));
    await spoil();
    await write([...contents.migrations, { name: '29990101000000_later', checksum: 'a'.repeat(64) }]);
    await expect(restoreBackup(target, bad)).rejects.toThrow('made by a newer StoryShort');
    await write(contents.migrations.map(({ name }) => ({ name, checksum: 'a'.repeat(64) })));
    await expect(restoreBackup(target, bad)).rejects.toThrow('is not the one of this StoryShort');
    await expectEmpty(target);
  });

  it('whose rows do not fit is taken back whole, and the next one finds an empty house', async () => {
    await spoil();
    const file = join(bad, rowsName('scene'));
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, [lines[0], ...lines].join('\n'));
    const scene = { ...(await digestOf(file)), rows: lines.length };
    const tables = { ...contents.tables, scene };
    await writeFile(join(bad, MANIFEST_NAME), writeManifest({ ...contents, tables }));
    await mkdir(target.dataDir, { recursive: true });
    await writeFile(target.secretFile, 'its own');
    await expect(restoreBackup(target, bad)).rejects.toThrow('as empty as before');
    await expectEmpty(target);
    expect(await readFile(target.secretFile, 'utf8')).toBe('its own');
    await restoreBackup(target, good);
    await expectRestored(target);
  });
});

describe('a house that is not empty', () => {
  it('is told by its rows, and left as it is', async () => {
    await restoreBackup(target, good);
    await expect(restoreBackup(target, good)).rejects.toThrow('2 × video');
    await expectRestored(target);
  });

  it('is told by files of videos that nobody knows', async () => {
    const [id = ''] = Object.keys(contents.files).map((key) => key.slice(0, 36));
    await new LocalStorage(target.mediaDir).put(`${id}/film.mp4`, new Uint8Array([1]));
    await expect(restoreBackup(target, good)).rejects.toThrow('files of 1 videos');
    // Left by a restore that was killed, they are in nobody's way.
    await mkdir(join(target.restoreNote, '..'), { recursive: true });
    await writeFile(target.restoreNote, good);
    await restoreBackup(target, good);
    await expectRestored(target);
    expect(await new LocalStorage(target.mediaDir).has(`${id}/film.mp4`)).toBe(false);
    expect(await stat(target.restoreNote).catch(() => null)).toBeNull();
  });

  it('is told by whoever runs on it', async () => {
    await migrate(target.databaseUrl, MIGRATIONS);
    const db = openDb(target.databaseUrl);
    await db.worker.create({ data: { id: '00000000-0000-4000-8000-00000000000a' } });
    await expect(restoreBackup(target, good)).rejects.toThrow('Stop it and all its workers');
    await db.$disconnect();
    // That a worker was here once is nothing that could be lost.
    await restoreBackup(target, good);
    await expectRestored(target);
  });

  it('is told by tables of another program', async () => {
    const db = openDb(target.databaseUrl);
    await db.$executeRaw`CREATE TABLE guestbook (line TEXT)`;
    await db.$disconnect();
    await expect(restoreBackup(target, good)).rejects.toThrow('guestbook');
  });
});

describe('a backup that cannot be made', () => {
  it('is not made over anything, nor of nothing', async () => {
    await expect(backUp(old, good)).rejects.toThrow('is there already');
    expect(await checkBackup(good)).toEqual(contents);
    const nothing = houseAt(await createEmptyDatabase(), folder);
    await expect(backUp(nothing, join(folder, 'nothing'))).rejects.toThrow('Nothing was ever made');
    expect(await readdir(folder)).not.toContain('.nothing.part');
  });

  it('leaves nothing behind when it is stopped', async () => {
    const stop = new AbortController();
    stop.abort(new Error('Stopped.'));
    await expect(backUp(old, join(folder, 'stopped'), stop.signal)).rejects.toThrow('Stopped.');
    expect((await readdir(folder)).filter((name) => name.includes('stopped'))).toEqual([]);
  });

  it('holds no secret that the house does not use', async () => {
    const dataDir = join(target.dataDir, 'given');
    await mkdir(dataDir);
    await writeFile(join(dataDir, 'secret'), 'from before HOUSE_SECRET was set');
    const house = { ...houseAt(old.databaseUrl, dataDir), mediaDir: old.mediaDir };
    const given = join(target.dataDir, 'backup-given');
    expect((await backUp({ ...house, keepsSecret: false }, given)).secret).toBeNull();
    expect(await readdir(given)).not.toContain('secret');
    expect((await backUp(house, join(target.dataDir, 'backup-kept'))).secret).toMatchObject({ bytes: 32 });
  });

  it('says what it did not find, and holds the rest', async () => {
    const dataDir = join(target.dataDir, 'hurt');
    await cp(old.mediaDir, join(dataDir, 'media'), { recursive: true });
    const lost = Object.keys(contents.files).find((key) => key.endsWith('.mp4')) ?? '';
    await rm(join(dataDir, 'media', lost));
    const made = await backUp(houseAt(old.databaseUrl, dataDir), join(target.dataDir, 'hurt-backup'));
    expect(made.missing).toEqual([lost]);
    expect(Object.keys(made.files)).toEqual(Object.keys(contents.files).filter((key) => key !== lost));
  });

  it('leaves nothing half on a disk that is full, and succeeds when there is room', async (context) => {
    const disk = await openSmallDisk(1024 ** 2);
    if (!disk) return context.skip(NO_SMALL_DISK);
    try {
      const onDisk = join(disk.folder, 'backup');
      await expect(backUp(old, onDisk)).rejects.toThrow('nothing was kept of the backup');
      expect(await readdir(disk.folder)).toEqual([]);
      await disk.resize(256 * 1024 ** 2);
      expect((await backUp(old, onDisk)).files).toEqual(contents.files);
      expect(readManifest(await readFile(join(onDisk, MANIFEST_NAME), 'utf8')).files).toEqual(contents.files);
    } finally {
      await disk.close();
    }
  });
});
