/** `npm run web`: the site alone; workers beside it, here or on other machines, make the films. */
import { readEnv } from '#jobs/env.server.ts';
import { acquireDatabase } from './database/database';
import { failClearly } from './host/fail-clearly';
import { Service } from './host/service';
import { stopRequest } from './host/stop-request';
import { buildApp } from './setup/build-app';

async function main(): Promise<void> {
  const stopAsked = stopRequest();
  const env = readEnv();
  const [database] = await Promise.all([acquireDatabase(env), buildApp()]);
  const web = new Service({
    name: 'The web server',
    script: 'app/server/main.ts',
    env: { DATABASE_URL: database.url, DATA_DIR: env.DATA_DIR, NODE_ENV: 'production' },
  });
  const ready = web
    .start()
    .then(({ url }) => process.stdout.write(`The site is ready: ${url}. Ctrl-C stops it.\n`));
  try {
    await Promise.race([ready.then(() => stopAsked), stopAsked]);
  } finally {
    await web.stop();
    await database.release();
  }
  process.exit(0);
}

main().catch(failClearly);
