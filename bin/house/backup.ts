/**
 * `npm run backup -- <folder>`: rows, files and secret of this house, whole and as of one moment, while it runs.
 * `-- --verify <folder>` looks whether a backup is whole.
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { contentsInWords, readBackupOrder } from '#bin/database/backup-order.ts';
import { acquireDatabaseAsItIs } from '#bin/database/database.ts';
import { housePlaces } from '#bin/database/house-places.ts';
import { failClearly } from '#bin/host/fail-clearly.ts';
import { stopRequest } from '#bin/host/stop-request.ts';
import { ROOT } from '#bin/setup/install.mjs';
import { checkBackup } from '#jobs/backup/check-backup.server.ts';
import { makeBackup } from '#jobs/backup/make-backup.server.ts';
import { readEnv } from '#jobs/env.server.ts';

async function main(): Promise<void> {
  const { folder, isVerified } = readBackupOrder(process.argv.slice(2));
  const target = resolve(folder);
  if (isVerified) {
    process.stdout.write(`The backup is whole: ${contentsInWords(await checkBackup(target))}\n`);
    return;
  }
  const stop = new AbortController();
  void stopRequest().then(() => stop.abort(new Error('It was stopped; nothing was kept of the backup.')));
  const env = readEnv();
  const database = await acquireDatabaseAsItIs(env);
  try {
    const house = housePlaces(env, database.url);
    const version = await ownVersion();
    const contents = await makeBackup({ house, target, version, signal: stop.signal });
    process.stdout.write(
      `${target} holds ${contentsInWords(contents)}\n${secretWords(env.HOUSE_SECRET !== null)}`,
    );
  } finally {
    await database.release();
  }
  process.exit(0);
}

async function ownVersion(): Promise<string> {
  const text = await readFile(join(ROOT, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

function secretWords(isFromEnvironment: boolean): string {
  return isFromEnvironment
    ? 'It is as secret as this house. HOUSE_SECRET and keys of the environment are not in it: keep them elsewhere.\n'
    : 'It is as secret as this house, whose own secret is in it. Keys of the environment are not.\n';
}

main().catch(failClearly);
