/** `npm start`: everything that a film needs, behind one address, until Ctrl-C. */
import { readEnv } from '#jobs/env.server.ts';
import { acquireDatabase } from './database/database';
import { failClearly } from './host/fail-clearly';
import { OnlyInstance } from './host/only-instance';
import { Service } from './host/service';
import { stopRequest } from './host/stop-request';
import { workerService } from './host/worker-service';
import { buildApp } from './setup/build-app';

async function main(): Promise<void> {
  const stopAsked = stopRequest();
  const env = readEnv();
  const instance = new OnlyInstance(env.DATA_DIR);
  const other = await instance.claim();
  if (other) {
    process.stdout.write(`StoryShort is already running${other.url ? ` at ${other.url}` : ''}.\n`);
    return process.exit(0);
  }

  const [database] = await Promise.all([acquireDatabase(env), buildApp()]);
  const shared = { DATABASE_URL: database.url, DATA_DIR: env.DATA_DIR, NODE_ENV: 'production' };
  const web = new Service({ name: 'The web server', script: 'app/server/main.ts', env: shared });
  const worker = workerService(env, database.url);
  const stop = async () => {
    await Promise.all([web.stop(), worker.stop()]);
    await database.release();
    await instance.release();
  };

  try {
    const workerReady = worker.start();
    const { url } = await web.start();
    await instance.announce(String(url));
    process.stdout.write(`\n  StoryShort is ready: ${url}\n  Ctrl-C stops it; nothing is lost.\n\n`);
    await Promise.race([workerReady.then(() => stopAsked), stopAsked]);
  } catch (error) {
    await stop();
    throw error;
  }
  await stop();
  process.exit(0);
}

main().catch(failClearly);
