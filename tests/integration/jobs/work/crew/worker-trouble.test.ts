import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDb } from '#jobs/db/client.server.ts';
import { diskFault } from '#jobs/ports/disk-fault.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { findTrouble } from '#jobs/work/crew/worker-trouble.server.ts';
import { createDatabase } from '#tests/support/test-database.ts';

let db: ReturnType<typeof openDb>;
let folder: string;
let storage: LocalStorage;
beforeAll(async () => {
  db = openDb(await createDatabase());
  folder = await mkdtemp(join(tmpdir(), 'storyshort-trouble-'));
  storage = new LocalStorage(folder);
});
afterAll(async () => {
  await db.$disconnect();
  await rm(folder, { recursive: true, force: true });
});

it('there is none on a machine that can write, with the database of its own version', async () => {
  expect(await findTrouble({ db, storage })).toBeNull();
});

it('a storage that cannot be written to is told in its own words', async () => {
  const away = Object.assign(Object.create(storage) as LocalStorage, {
    freeBytes: () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
  });
  const trouble = await findTrouble({ db, storage: away });
  expect(trouble).toEqual(diskFault(Object.assign(new Error('no space'), { code: 'ENOSPC' }))?.toFault());
});

it('a database that a newer StoryShort has brought up to date is, and says what to do', async () => {
  await db.$executeRaw`
    INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
    VALUES (${randomUUID()}, 'of a newer one', '29990101000000_from_the_future', now(), 1)`;
  const trouble = await findTrouble({ db, storage });
  expect(trouble).toMatchObject({ code: 'worker_outdated', retryable: true });
  expect(trouble?.hint).toContain('newer StoryShort');
});
