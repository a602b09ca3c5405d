/** `npm run restore -- <folder>`: takes a backup into an empty house, and brings its rows up to date. */
import { resolve } from 'node:path';
import { contentsInWords } from '#bin/database/backup-order.ts';
import { acquireDatabaseAsItIs } from '#bin/database/database.ts';
import { housePlaces } from '#bin/database/house-places.ts';
import { failClearly } from '#bin/host/fail-clearly.ts';
import { OnlyInstance } from '#bin/host/only-instance.ts';
import { restoreBackup } from '#jobs/backup/restore-backup.server.ts';
import { readEnv } from '#jobs/env.server.ts';

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
      const words = secretWords({ isInBackup: contents.secret !== null, isGiven: env.HOUSE_SECRET !== null });
      process.stdout.write(`Restored: ${contentsInWords(contents)}\n${words}${NEXT}`);
    } finally {
      await database.release();
    }
  } finally {
    await instance.release();
  }
}

const NEXT = 'Films that were being made go on when StoryShort starts.\n';

/** What is to be heeded of the secret, by which second factors are read. */
function secretWords({ isInBackup, isGiven }: { isInBackup: boolean; isGiven: boolean }): string {
  if (isInBackup && isGiven)
    return 'HOUSE_SECRET is set here, so that the secret of the backup is not used: unset it, or second factors fit no more.\n';
  if (!isInBackup && !isGiven)
    return 'No secret was in the backup: where its house had HOUSE_SECRET set, set the same here, or second factors fit no more.\n';
  return '';
}

main().catch(failClearly);
