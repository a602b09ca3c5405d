/** `npm run backup` and `npm run restore` with the Postgres that comes along. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { acquireDatabase } from '#bin/database/database.ts';
import { OnlyInstance } from '#bin/host/only-instance.ts';
import { readHouseSecret } from '#jobs/accounts/house-secret.server.ts';
import { openDb } from '#jobs/db/client.server.ts';
import { createVideo, findVideo } from '#jobs/db/videos.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { draftOf } from '#tests/support/stories.ts';

const run = promisify(execFile);
const ID = '00000000-0000-4000-8000-0000000000b1';
const KEY = `${ID}/voice-a.wav`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-backup-command-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** @returns what it wrote, to both outputs, and how it ended */
async function command(script: 'backup' | 'restore', dataDir: string, ...args: string[]) {
  const file = fileURLToPath(new URL(`../../../../bin/house/${script}.ts`, import.meta.url));
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', HOUSE_SECRET: '' };
  const called = [process.execPath, ['--import', TYPESCRIPT_LOADER, file, ...args], { env }] as const;
  return run(...called).then(
    ({ stdout }) => ({ code: 0, words: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      words: error.stdout + error.stderr,
    }),
  );
}

it('a house is backed up while it is in use, and restored into an empty one beside it', async () => {
  const [here, there] = [join(folder, 'here'), join(folder, 'there')];
  const backup = join(folder, 'backups', 'today');
  const env = { DATABASE_URL: null, DATA_DIR: here };
  const database = await acquireDatabase(env);
  const db = openDb(database.url);
  await createVideo(db, { id: ID, draft: draftOf(), idempotencyKey: null, requestHash: 'a' });
  await new LocalStorage(join(here, 'media')).put(KEY, new Uint8Array([1, 2, 3]));
  const secret = await readHouseSecret(join(here, 'secret'));

  expect(await command('backup', here)).toMatchObject({ code: 1, words: expect.stringContaining('Usage') });
  expect(await command('backup', here, backup)).toMatchObject({
    code: 0,
    words: expect.stringMatching(/1 video[\s\S]*as secret as this house/),
  });
  expect(await command('backup', here, '--verify', backup)).toMatchObject({
    code: 0,
    words: expect.stringContaining('is whole'),
  });
  // Whoever uses this house keeps it from being filled.
  expect(await command('restore', here, backup)).toMatchObject({
    code: 1,
    words: expect.stringContaining('Stop it and all its workers'),
  });
  await db.$disconnect();
  await database.release();

  const instance = new OnlyInstance(there);
  await instance.claim();
  await instance.announce('http://localhost:1');
  expect(await command('restore', there, backup)).toMatchObject({
    code: 1,
    words: expect.stringContaining('runs in'),
  });
  await instance.release();

  expect(await command('restore', there, backup)).toMatchObject({
    code: 0,
    words: expect.stringContaining('Restored: 1 video'),
  });
  expect(await command('restore', there, backup)).toMatchObject({
    code: 1,
    words: expect.stringContaining('1 × video'),
  });
  const restored = await acquireDatabase({ DATABASE_URL: null, DATA_DIR: there });
  const again = openDb(restored.url);
  try {
    expect(restored.applied).toEqual([]);
    expect(await findVideo(again, ID)).toMatchObject({ status: 'pending', story: draftOf().story });
    expect(await new LocalStorage(join(there, 'media')).read(KEY)).toEqual(Buffer.from([1, 2, 3]));
    expect(await readHouseSecret(join(there, 'secret'))).toBe(secret);
  } finally {
    await again.$disconnect();
    await restored.release();
  }
});
