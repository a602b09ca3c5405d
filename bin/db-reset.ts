/**
 * `npm run db:reset -- --yes`: empties the database. Without `--yes` it says what would be lost; a database of
 * one's own, by DATABASE_URL, has to be named as well.
 */
import { join } from 'node:path';
import { databaseContents, resetDatabase } from '#jobs/db/reset.server.ts';
import { readEnv } from '#jobs/env.server.ts';
import { acquireDatabase, MIGRATIONS } from './database/database';
import { lossOf, readResetOrder, refusalOf } from './database/reset-order';
import { failClearly } from './host/fail-clearly';

async function main(): Promise<void> {
  const order = readResetOrder(process.argv.slice(2));
  const env = readEnv();
  const database = await acquireDatabase(env);
  try {
    const contents = await databaseContents(database.url);
    const target = {
      ...contents,
      isOwn: env.DATABASE_URL !== null,
      mediaDir: env.STORAGE_URL ? 'STORAGE_URL' : join(env.DATA_DIR, 'media'),
    };
    process.stdout.write(`${lossOf(target)}\n`);
    const refusal = refusalOf(order, target);
    if (refusal) throw new Error(refusal);
    await resetDatabase(database.url, MIGRATIONS);
  } finally {
    await database.release();
  }
  process.stdout.write('The database is empty and up to date.\n');
}

main().catch(failClearly);
