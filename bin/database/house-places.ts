import { join } from 'node:path';
import type { House } from '#jobs/backup/house.ts';
import type { Env } from '#jobs/env.server.ts';
import { MIGRATIONS } from './database';

/** Where this machine's house keeps what a backup holds. */
export function housePlaces(
  { DATA_DIR, HOUSE_SECRET }: Pick<Env, 'DATA_DIR' | 'HOUSE_SECRET'>,
  databaseUrl: string,
): House {
  return {
    databaseUrl,
    mediaDir: join(DATA_DIR, 'media'),
    secretFile: join(DATA_DIR, 'secret'),
    keepsSecret: HOUSE_SECRET === null,
    restoreNote: join(DATA_DIR, 'run', 'restore-begun'),
    migrations: MIGRATIONS,
  };
}
