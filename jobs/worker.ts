/** The process behind `npm run jobs`. */
import { EnvError, readEnv } from './env.server';
import { lowerPriority } from './threads/lower-priority.server';
import { openWorkshop } from './work/open-workshop.server';
import { runWorker } from './work/run-worker.server';

async function main(): Promise<void> {
  const env = readEnv();
  lowerPriority();
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
