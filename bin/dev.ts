/** `npm run dev`: the site with reload at every change, and the worker. */
import { readEnv } from '#jobs/env.server.ts';
import { acquireDatabase } from './database/database';
import { failClearly } from './host/fail-clearly';
import { Service } from './host/service';
import { stopRequest } from './host/stop-request';
import { workerService } from './host/worker-service';

async function main(): Promise<void> {
  const stopAsked = stopRequest();
  const env = readEnv();
  const database = await acquireDatabase(env);
  const shared = { DATABASE_URL: database.url, DATA_DIR: env.DATA_DIR, NODE_ENV: 'development' };
  const web = new Service({ name: 'The web server', script: 'app/server/main.ts', env: shared });
  const worker = workerService(env, database.url);
  const workerReady = worker.start();
  const { url } = await web.start();
  process.stdout.write(`\n  Developing at ${url}\n\n`);
  await Promise.race([workerReady.then(() => stopAsked), stopAsked]);
  await Promise.all([web.stop(), worker.stop()]);
  await database.release();
  process.exit(0);
}

main().catch(failClearly);
