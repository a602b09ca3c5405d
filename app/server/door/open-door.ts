import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Door } from '#app/http/door.ts';
import { readHouseSecret } from '#jobs/accounts/house-secret.server.ts';
import { giveOwnerless } from '#jobs/accounts/people.server.ts';
import { SetupCode } from '#jobs/accounts/setup-code.ts';
import type { Db } from '#jobs/db/client.server.ts';
import type { Env } from '#jobs/env.server.ts';
import { isExposed } from './is-exposed';

/**
 * The door of a site that can be reached from elsewhere; null for one that cannot, which needs none, and does not load
 * it either.
 */
export async function openDoor(
  env: Pick<Env, 'HOST' | 'ALLOWED_HOSTS' | 'SITE_URL' | 'HOUSE_SECRET' | 'DATA_DIR'>,
  { db, log }: { db: Db; log: Logger },
): Promise<Door | null> {
  const { HOST: host, ALLOWED_HOSTS: allowedHosts, SITE_URL: siteUrl } = env;
  if (!isExposed({ host, allowedHosts, siteUrl })) return null;
  const { openAuth } = await import('#jobs/accounts/auth.server.ts');
  const secret = env.HOUSE_SECRET ?? (await readHouseSecret(join(env.DATA_DIR, 'secret')));
  const auth = openAuth({ db, secret, siteUrl, log });
  const given = await giveOwnerless(db);
  if (given > 0) log.info({ videos: given }, 'What nobody owned belongs to the first admin now.');
  return { auth, db, setup: new SetupCode(), siteUrl };
}
