/** `npm run restore -- <folder>`: takes a backup into an empty house, and brings its rows up to date. */
import { resolve } from 'node:path';
import { restoreBackup } from '#jobs/backup/restore-backup.server.ts';
import { readEnv } from '#jobs/env.server.ts';
import { contentsInWords } from './database/backup-order';
import { acquireDatabaseAsItIs } from './database/database';
import { housePlaces } from './database/house-places';
import { failClearly } from './host/fail-clearly';
import { OnlyInstance } from './host/only-instance';

async function main(): Promise<void> {
  const [folder, ...more] = process.argv.slice(2);
  if (!folder || more.length > 0) throw new Error('Usage: npm run restore -- <folder>');
  const env = readEnv();
  // No StoryShort begins in this house meanwhile.
  const instance = new OnlyInstance(env.DATA_DIR);
  const other = await instance.claim();
  if (other) {
    const where = other.url ? ` at ${other.url}` : '';
    throw new Error(`StoryShort runs in ${env.DATA_DIR}${where}. Stop it, then restore again.`);
  }
  try {
    const database = await acquireDatabaseAsItIs(env);
    try {
      const contents = await restoreBackup(housePlaces(env, database.url), resolve(folder));
      process.stdout.write(`Restored: ${contentsInWords(contents)}\n${nextWords(contents.secret !== null)}`);
    } finally {
      await database.release();
    }
  } finally {
    await instance.release();
  }
}

function nextWords(hasSecret: boolean): string {
  const secret = hasSecret
    ? ''
    : 'No secret was in it: where the house had HOUSE_SECRET set, set the same again, or second factors fit no more.\n';
  return `${secret}Films that were being made go on when StoryShort starts.\n`;
}

main().catch(failClearly);
