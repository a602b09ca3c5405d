/** What keeps a worker from working as it should, so that others do it. */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Db } from '#jobs/db/client.server.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { readDisk } from '#jobs/work/health.server.ts';

const MIGRATIONS = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url));

/** @returns why it should take nothing while others can; null where all is well */
export async function findTrouble({ db, storage }: { db: Db; storage: Storage }): Promise<Fault | null> {
  const { fault } = await readDisk(storage);
  return fault ?? ((await isOutdated(db)) ? OUTDATED : null);
}

/** Whether a newer StoryShort has brought the database further than this one knows. */
async function isOutdated(db: Db): Promise<boolean> {
  const known = new Set(await readdir(MIGRATIONS));
  const applied = await db.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
  return applied.some(({ name }) => !known.has(name));
}

const OUTDATED: Fault = {
  code: 'worker_outdated',
  message: 'This worker is older than the database, which a newer StoryShort has brought up to date.',
  hint: 'Install the newer StoryShort on its machine and start it again. The others go on.',
  retryable: true,
};
