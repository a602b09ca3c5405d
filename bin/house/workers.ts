/**
 * `npm run workers`: the workers of this house, what they can do and what they are at. `-- drain <id>` asks one to finish
 * what it has in hand and to end, `-- drain all` all of them, as before an upgrade.
 */

import { acquireDatabase } from '#bin/database/database.ts';
import { failClearly } from '#bin/host/fail-clearly.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { askToDrain, listWorkers } from '#jobs/db/workers/workers.server.ts';
import { readEnv } from '#jobs/env.server.ts';
import { workerLines } from '#jobs/work/crew/worker-words.ts';

const USAGE = 'Usage: npm run workers [-- drain <id> | drain all]\n';

async function main(): Promise<void> {
  const [act, id, ...more] = process.argv.slice(2);
  if (more.length > 0 || (act !== undefined && (act !== 'drain' || !id))) {
    process.stderr.write(USAGE);
    process.exitCode = 1;
    return;
  }
  const database = await acquireDatabase(readEnv());
  const db = openDb(database.url);
  try {
    process.stdout.write(
      id ? await drain(db, id) : workerLines(await listWorkers(db), new Date()).join('\n'),
    );
    process.stdout.write('\n');
  } finally {
    await db.$disconnect();
    await database.release();
  }
}

/** @param id as it is listed, or `all` */
async function drain(db: Db, id: string): Promise<string> {
  const workers = await listWorkers(db);
  const found = workers.filter((worker) => worker.id.startsWith(id));
  if (id !== 'all' && found.length !== 1) {
    const why = found.length === 0 ? 'There is no such worker' : 'There are several such workers';
    throw new Error(`${why}: “npm run workers” lists them all.`);
  }
  const asked = await askToDrain(db, id === 'all' ? null : (found[0]?.id ?? null));
  if (asked === 0) return 'Nobody had to be asked: none is there, or all are finishing already.';
  const who =
    asked === 1
      ? 'One worker finishes what it has in hand'
      : `${asked} workers finish what they have in hand`;
  return `${who}, and then ${asked === 1 ? 'ends' : 'end'}; what waits is left to others.`;
}

main().catch(failClearly);
