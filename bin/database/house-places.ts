import { join } from 'node:path';
import type { House } from '#jobs/backup/house.ts';
import type { Env } from '#jobs/env.server.ts';
import { MIGRATIONS } from './database';

/**
 * Where this machine's house keeps what a backup holds.
 * @throws Error where its films are in a bucket: rows alone would pass for a whole house
 */
export function housePlaces(
  { DATA_DIR, HOUSE_SECRET, STORAGE_URL }: Pick<Env, 'DATA_DIR' | 'HOUSE_SECRET' | 'STORAGE_URL'>,
  databaseUrl: string,
): House {
  if (STORAGE_URL) {
    throw new Error(
      'The films of this house are in a bucket (STORAGE_URL), which a backup cannot hold. Keep the bucket by versions or a replica of its own and the database by pg_dump, or take the house to this disk first: npm run storage -- move disk.',
    );
  }
  return {
    databaseUrl,
    mediaDir: join(DATA_DIR, 'media'),
    secretFile: join(DATA_DIR, 'secret'),
    keepsSecret: HOUSE_SECRET === null,
    restoreNote: join(DATA_DIR, 'run', 'restore-begun'),
    migrations: MIGRATIONS,
  };
}
