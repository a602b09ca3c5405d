/**
 * `npm run db:migrate`: brings the database up to date, the built-in one or that of DATABASE_URL. `npm start` and
 * every worker do this by themselves.
 */
import { readEnv } from '#jobs/env.server.ts';
import { acquireDatabase } from './database/database';
import { failClearly } from './host/fail-clearly';
import { noArguments } from './quality/no-arguments';

async function main(): Promise<void> {
  noArguments('db:migrate', process.argv.slice(2));
  const database = await acquireDatabase(readEnv());
  await database.release();
  const { applied } = database;
  process.stdout.write(
    applied.length > 0 ? `Applied: ${applied.join(', ')}.\n` : 'The database is up to date already.\n',
  );
}

main().catch(failClearly);
