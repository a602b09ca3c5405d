import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { beatWorker } from '#jobs/db/workers/workers.server.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { openPlan, type ReadPlanContext } from '#jobs/work/open-plan.server.ts';
import { LOOK } from '#remotion/contract/look.ts';
import { createOlderDatabase, OLDER_MEDIA } from '#tests/support/older-data.ts';
import { signOfLife } from '#tests/support/signs-of-life.ts';
import { createDatabase } from '#tests/support/test-database.ts';

/** A machine with a database and files of its own, and the built-in engines' names. */
export interface Machine {
  db: Db;
  storage: LocalStorage;
  plan: ReadPlanContext;
  /** All files that there are, those in the making as well. */
  files(): Promise<string[]>;
  close(): Promise<void>;
}

/** Who drew the films. */
export const OLDER_PAINTER = `${LOOK}-canvas`;

/** @param withFilms whether it has two small films, one of a scene and one of another */
export async function openMachine({ withFilms = false } = {}): Promise<Machine> {
  const root = join(await mkdtemp(join(tmpdir(), 'storyshort-machine-')), 'media');
  const db = openDb(withFilms ? await createOlderDatabase() : await createDatabase());
  if (withFilms) await cp(OLDER_MEDIA, root, { recursive: true });
  await beatWorker(db, '00000000-0000-4000-8000-0000000000aa', signOfLife(OLDER_PAINTER));
  const env = { providers: [], RENDER_ENGINE: 'auto' } as const;
  return {
    db,
    storage: new LocalStorage(root),
    plan: openPlan({ env, db }, null),
    async files() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
      return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
    },
    async close() {
      await db.$disconnect();
      await rm(join(root, '..'), { recursive: true, force: true });
    },
  };
}
