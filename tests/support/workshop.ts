import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { readEnv } from '#jobs/env.server.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import type { Script } from '#jobs/ports/engines.ts';
import type { Renderer } from '#jobs/ports/renderer.ts';
import { LocalStorage } from '#jobs/storage/local.server.ts';
import { openWorkshop } from '#jobs/work/open-workshop.server.ts';
import { PAPER_RENDERER, PAPER_SIGNER } from './paper-renderer';
import { createDatabase } from './test-database';

/** A whole workshop on a database and a folder of its own. */
export interface TestWorkshop {
  workshop: Workshop;
  db: Db;
  storage: LocalStorage;
  databaseUrl: string;
  dataDir: string;
  close(): Promise<void>;
}

/**
 * @param renderer another painter than this machine's browser, for tests of all but the picture
 * @param databaseUrl a database that holds something already; absent for a new one
 */
export async function openTestWorkshop({
  renderer,
  databaseUrl: given,
}: {
  renderer?: Renderer;
  databaseUrl?: string;
} = {}): Promise<TestWorkshop> {
  const databaseUrl = given ?? (await createDatabase());
  const dataDir = await mkdtemp(join(tmpdir(), 'storyshort-workshop-'));
  const db = openDb(databaseUrl);
  const storage = new LocalStorage(join(dataDir, 'media'));
  const log = pino({ level: 'silent' });
  const { workshop, close } = await openWorkshop({
    env: readEnv({ DATA_DIR: dataDir }),
    db,
    storage,
    log,
    ...(renderer && { renderer }),
    ...(renderer?.version === PAPER_RENDERER.version && { signer: PAPER_SIGNER }),
  });
  return {
    workshop,
    db,
    storage,
    databaseUrl,
    dataDir,
    close: async () => {
      await close();
      await db.$disconnect();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A script of two short scenes, so that a film takes seconds. */
export const TWO_SCENES: Script = {
  title: 'The Lantern',
  mood: 'calm',
  scenes: [
    {
      narration: 'A fox found a lantern.',
      imagePrompt: 'A fox stands beside a lantern in the snow at night.',
    },
    { narration: 'The forest glowed.', imagePrompt: 'A forest at night, full of small lights.' },
  ],
};
