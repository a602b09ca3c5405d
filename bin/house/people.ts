/**
 * `npm run people`: who has an account in this house. `-- password <email>` makes a link for a new password, for
 * whoever forgot theirs and finds no admin; `-- admin <email>` makes somebody an admin and lets them in again.
 */
import { join } from 'node:path';
import pino from 'pino';
import { acquireDatabase } from '#bin/database/database.ts';
import { failClearly } from '#bin/host/fail-clearly.ts';
import { openAuth } from '#jobs/accounts/auth.server.ts';
import { readHouseSecret } from '#jobs/accounts/house-secret.server.ts';
import { makeResetLink } from '#jobs/accounts/passwords.server.ts';
import { enablePerson, listPeople, setRole } from '#jobs/accounts/people.server.ts';
import { type Db, openDb } from '#jobs/db/client.server.ts';
import { type Env, readEnv } from '#jobs/env.server.ts';

const USAGE = 'Usage: npm run people [-- password <email> | admin <email>]\n';

async function main(): Promise<void> {
  const [act, email, ...more] = process.argv.slice(2);
  if (more.length > 0 || (act !== undefined && (!email || !['password', 'admin'].includes(act)))) {
    process.stderr.write(USAGE);
    process.exitCode = 1;
    return;
  }
  const env = readEnv();
  const database = await acquireDatabase(env);
  const db = openDb(database.url);
  try {
    process.stdout.write(
      act && email ? await ACTS[act as keyof typeof ACTS](db, env, email) : await list(db),
    );
  } finally {
    await db.$disconnect();
    await database.release();
  }
}

async function list(db: Db): Promise<string> {
  const people = await listPeople(db);
  if (people.length === 0) return 'Nobody has an account here.\n';
  const lines = people.map(({ name, email, role, isDisabled, videos }) =>
    [email, name, role, `${videos} videos`, ...(isDisabled ? ['shut out'] : [])].join(' · '),
  );
  return `${lines.join('\n')}\n`;
}

const ACTS = {
  password: async (db: Db, env: Env, email: string) => {
    const secret = env.HOUSE_SECRET ?? (await readHouseSecret(join(env.DATA_DIR, 'secret')));
    const siteUrl = env.SITE_URL ?? `http://${env.HOST}:${env.PORT}`;
    const auth = openAuth({ db, secret, siteUrl, log: pino({ level: 'silent' }) });
    const token = await makeResetLink({ auth, db }, email);
    if (!token) throw new Error(nobody(email));
    return `Open this within a day, on the address of your site:\n${siteUrl}/reset/${token}\n`;
  },
  admin: async (db: Db, _env: Env, email: string) => {
    const person = (await listPeople(db)).find((known) => known.email === email.trim().toLowerCase());
    if (!person) throw new Error(nobody(email));
    await setRole(db, person.id, 'admin');
    await enablePerson(db, person.id);
    return `${person.name} is an admin, and may come in.\n`;
  },
};

function nobody(email: string): string {
  return `Nobody has an account with the address ${email}. \`npm run people\` lists who has.`;
}

main().catch(failClearly);
