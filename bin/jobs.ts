/** `npm run jobs`: a worker alone, beside any number of others on the same database. */
import { readEnv } from '#jobs/env.server.ts';
import { acquireDatabase } from './database/database';
import { failClearly } from './host/fail-clearly';
import { stopRequest } from './host/stop-request';
import { workerService } from './host/worker-service';

async function main(): Promise<void> {
  const stopAsked = stopRequest();
  const env = readEnv();
  const database = await acquireDatabase(env);
  const worker = workerService(env, database.url);
  const ready = worker.start().then(() => process.stdout.write('The worker is ready. Ctrl-C stops it.\n'));
  await Promise.race([ready.then(() => Promise.race([stopAsked, worker.ended])), stopAsked]);
  await worker.stop();
  await database.release();
  process.exit(0);
}

main().catch(failClearly);
