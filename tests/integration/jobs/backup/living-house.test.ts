/** Backups of a house in which films are made, deleted and brought back meanwhile; restored, nothing of it is missing. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pLimit from 'p-limit';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findTokenOwner, makeToken } from '#jobs/accounts/api-tokens.server.ts';
import { openAuth } from '#jobs/accounts/auth.server.ts';
import { logIn } from '#jobs/accounts/login.server.ts';
import { createPerson } from '#jobs/accounts/people.server.ts';
import type { BackupContents } from '#jobs/backup/backup-manifest.ts';
import { checkBackup } from '#jobs/backup/check-backup.server.ts';
import { restoreBackup } from '#jobs/backup/restore-backup.server.ts';
import type { Db } from '#jobs/db/client.server.ts';
import { mayRemove, withoutRemovals } from '#jobs/db/sessions/removals.server.ts';
import { findSharedFilm } from '#jobs/db/shared-videos.server.ts';
import { deleteVideos, restoreVideos, sweepDeleted } from '#jobs/work/delete-videos.server.ts';
import { requeueOrphans, sweepFiles } from '#jobs/work/reconcile.server.ts';
import { shareVideo } from '#jobs/work/share-video.server.ts';
import { backUp, emptyHouse, houseAt } from '#tests/support/backups/restored-house.ts';
import { namedFiles } from '#tests/support/disks/disk-house.ts';
import { type CountedHouse, openCountedHouse } from '#tests/support/storyboards/counted-house.ts';
import { createDatabase } from '#tests/support/test-database.ts';
import { waitFor } from '#tests/support/wait-for.ts';

const log = pino({ level: 'silent' });
const EMAIL = 'keeper@films.example';
const PASSWORD = 'correct horse battery';
/** Separators that end no line of a file, and what JSON and SQL quote. */
const ODD_TITLE = 'Une\u2028fête\u2029 "à" \\ \'l’été\' \n 🦊';
/** A picture of the film that is held up in the midst of its making. */
const HELD_UP = 'Picture 3.';

let databaseUrl: string;
let backups: string;
let house: CountedHouse;
beforeAll(async () => {
  databaseUrl = await createDatabase();
  house = await openCountedHouse(databaseUrl);
  backups = await mkdtemp(join(tmpdir(), 'storyshort-backups-'));
});
afterAll(async () => {
  await house.close();
  await rm(backups, { recursive: true, force: true });
});

const there = () => houseAt(databaseUrl, join(house.storage.root, '..'));

async function hashOfFilm({ storage, videoOf }: CountedHouse, id: string): Promise<string> {
  const bytes = await storage.read((await videoOf(id)).filmKey ?? '');
  return createHash('sha256').update(bytes).digest('hex');
}

/** As if it had been deleted so long ago that it cannot come back. */
const ageDeletion = (db: Db, id: string) =>
  db.video.updateMany({ where: { id, deletedAt: { not: null } }, data: { deletedAt: new Date(0) } });

/** Makes films, deletes some and brings others back, and sweeps, until it is told to end. */
async function live(films: Map<string, string>, isOver: () => boolean): Promise<void> {
  let suspects = new Set<string>();
  while (!isOver()) {
    const [kept, gone, undone] = await Promise.all([house.submit(2), house.submit(2), house.submit(1)]);
    await house.work();
    for (const id of [kept, gone, undone]) films.set(id, await hashOfFilm(house, id));
    await deleteVideos(house, [gone, undone]);
    await restoreVideos(house.backend, [undone]);
    await ageDeletion(house.db, gone);
    await sweepDeleted(house);
    suspects = await sweepFiles(house, suspects);
  }
}

it('holds what its rows name at whatever moment it is made, and goes on where it stood', async () => {
  const secret = randomBytes(32).toString('base64url');
  await writeFile(there().secretFile, `${secret}\n`, { mode: 0o600 });
  const auth = openAuth({ db: house.db, secret, siteUrl: null, log });
  const person = await createPerson(
    { auth, db: house.db },
    { name: 'Keeper', email: EMAIL, password: PASSWORD },
    'admin',
  );
  const token = await makeToken(house.db, person.id, { name: 'Program', scopes: ['read'] });

  const shared = await house.submit(2);
  await house.work();
  await house.db.video.update({ where: { id: shared }, data: { title: ODD_TITLE, ownerId: person.id } });
  const films = new Map([[shared, await hashOfFilm(house, shared)]]);
  const shareToken = await shareVideo(house, shared);

  let goOn: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  let isHeldUp = false;
  // What is held up keeps a place.
  house.workshop.drawingSlots = pLimit(4);
  house.beforePicture = async (prompt) => {
    if (prompt !== HELD_UP) return;
    isHeldUp = true;
    await held;
  };
  const unfinished = await house.submit(5);
  const making = house.work();
  await waitFor('all else of the film', async () => {
    const { scenes } = await house.videoOf(unfinished);
    const count = (key: 'voiceKey' | 'pictureKey') => scenes.filter((scene) => scene[key] !== null).length;
    return isHeldUp && count('voiceKey') === 5 && count('pictureKey') === 4;
  });

  let isOver = false;
  const living = live(films, () => isOver);
  const made: BackupContents[] = [];
  for (let round = 0; round < 6; round += 1) {
    const before = films.size;
    await waitFor('more films', () => films.size > before);
    made.push(await backUp(there(), join(backups, `round-${round}`)));
  }
  isOver = true;
  await living;
  goOn();
  await making;

  for (const [round, contents] of made.entries()) {
    expect(contents.missing, `round ${round}`).toEqual([]);
    expect(await checkBackup(join(backups, `round-${round}`))).toEqual(contents);
    expect(contents.tables.video?.rows).toBeGreaterThan(1);
  }
  expect((await stat(join(backups, 'round-5'))).mode & 0o777).toBe(0o700);
  expect((await readdir(backups)).sort()).toEqual(made.map((_, round) => `round-${round}`));

  const target = await emptyHouse();
  const contents = await restoreBackup(target, join(backups, 'round-5'));
  expect((await stat(target.secretFile)).mode & 0o777).toBe(0o600);
  expect((await readFile(target.secretFile, 'utf8')).trim()).toBe(secret);
  const again = await openCountedHouse(target.databaseUrl, target.dataDir);
  try {
    const ready = await again.db.video.findMany({ where: { status: 'completed', deletedAt: null } });
    expect(ready.length).toBeGreaterThan(5);
    for (const { id } of ready) {
      expect(await hashOfFilm(again, id)).toBe(films.get(id));
      const video = await again.videoOf(id);
      for (const name of namedFiles(video)) expect(await again.storage.has(`${id}/${name}`)).toBe(true);
    }

    // Rows are the same to the letter, what the database keeps of them included.
    const row = (db: Db) => db.$queryRaw`
      SELECT to_jsonb(video) - ARRAY['worker_id', 'activity'] AS row FROM video WHERE id = ${shared}::uuid`;
    expect(await row(again.db)).toEqual(await row(house.db));
    expect((await again.videoOf(shared)).title).toBe(ODD_TITLE);
    const accounts = { auth: openAuth({ db: again.db, secret, siteUrl: null, log }), db: again.db };
    expect(await logIn(accounts, { email: EMAIL, password: PASSWORD }, new Headers())).toMatchObject({
      is: 'in',
    });
    expect(await findTokenOwner(again.db, token)).toMatchObject({ id: person.id, scopes: ['read'] });
    expect(await findSharedFilm(again.db, shareToken)).toMatchObject({ title: ODD_TITLE });

    // Nobody had the queue's jobs in hand: the first round makes them anew.
    await again.db.$executeRaw`UPDATE video SET updated_at = now() - interval '1 minute'`;
    const atWork = await again.db.video.count({ where: { status: { not: 'completed' }, deletedAt: null } });
    expect(await requeueOrphans({ ...again.backend, log })).toBe(atWork);
    await again.work();
    expect((await again.videoOf(unfinished)).status).toBe('completed');
    const inBackup = Object.keys(contents.files).filter((key) => key.startsWith(`${unfinished}/`));
    expect(inBackup.filter((key) => /\/picture-[0-9a-f]+\.(?:jpg|png)$/.test(key))).toHaveLength(4);
    expect(inBackup.filter((key) => /\/voice-[0-9a-f]+\.wav$/.test(key))).toHaveLength(5);
    // No other film has that many scenes.
    expect(again.asked.voices.filter((text) => /[2-4]/.test(text))).toEqual([]);
    const drawn = again.asked.pictures.filter((asked) => /^Picture [2-4]/.test(asked));
    expect(drawn).toEqual([expect.stringContaining(HELD_UP)]);
    // What was settled once was not asked for again.
    const twice = await again.db.$queryRaw`
      SELECT kind, input_hash FROM provider_call WHERE state = 'settled' AND video_id IS NOT NULL
      GROUP BY video_id, kind, input_hash, scene HAVING count(*) > 1`;
    expect(twice).toEqual([]);
    const late = await again.submit(1);
    await again.work();
    expect((await again.videoOf(late)).status).toBe('completed');
  } finally {
    await again.close();
  }
});

it('waits for removals under way, and lets none begin that would take its files', async () => {
  const id = await house.submit(1);
  await house.work();
  const file = (await house.videoOf(id)).filmKey ?? '';
  await withoutRemovals(databaseUrl, async () => {
    expect(await mayRemove(house.db)).toBe(false);
    await deleteVideos(house, [id]);
    await ageDeletion(house.db, id);
    expect(await sweepDeleted(house)).toBe(1);
    expect(await sweepFiles(house, new Set([id]))).toContain(id);
    expect(await house.storage.has(file)).toBe(true);
  });
  const waiting = await house.db.$transaction(async (tx) => {
    expect(await mayRemove(tx)).toBe(true);
    const made = backUp(there(), join(backups, 'waiting'));
    // Whoever waits lets none begin either.
    await waitFor('it to wait', async () => !(await mayRemove(house.db)));
    expect((await readdir(backups)).filter((name) => name.includes('waiting'))).toEqual([]);
    return { made };
  });
  expect((await waiting.made).missing).toEqual([]);
  expect(await sweepFiles(house, new Set([id]))).toEqual(new Set());
  expect(await house.storage.has(file)).toBe(false);
});
