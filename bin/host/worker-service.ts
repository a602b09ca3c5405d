import type { Env } from '#jobs/env.server.ts';
import { Service } from './service';
import { workerTempFolder } from './temp-folder';

/** The worker process, kept running, on this database. */
export function workerService(
  env: Pick<Env, 'DATA_DIR'>,
  databaseUrl: string,
  more: Record<string, string> = {},
): Service {
  return new Service({
    name: 'The worker',
    script: 'jobs/worker.ts',
    env: {
      DATABASE_URL: databaseUrl,
      DATA_DIR: env.DATA_DIR,
      TMPDIR: workerTempFolder(env.DATA_DIR),
      NODE_ENV: 'production',
      // Fewer heaps of the C library: what a thread's pictures took is reused by the others.
      MALLOC_ARENA_MAX: '2',
      ...more,
    },
  });
}
