/** The process behind `npm run jobs`. */
import { constants, setPriority } from 'node:os';
import { EnvError, readEnv } from './env.server';
import { openWorkshop } from './work/open-workshop.server';
import { runWorker } from './work/run-worker.server';

async function main(): Promise<void> {
  const env = readEnv();
  // Rendering takes all the machine has: the pages and the database come first all the same.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  await runWorker(env, openWorkshop);
}

main().catch((error: unknown) => {
  if (error instanceof EnvError) process.stderr.write(`${error.message}\n`);
  else
    process.stderr.write(
      `The worker could not start: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
  process.exit(1);
});
