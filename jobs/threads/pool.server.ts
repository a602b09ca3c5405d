import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import sharp from 'sharp';
import type { TaskRunner, TaskTable } from '#jobs/ports/task-runner.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { TaskOutcome } from './perform-tasks';
import { TYPESCRIPT_LOADER } from './typescript-loader';

// For the whole process: every picture passes once, so a cache only fills memory, and cores are shared out here.
sharp.cache(false);
sharp.concurrency(1);

/** A pool of worker threads for CPU-bound tasks; threads start when needed and end when idle. */
export class ThreadPool<Tasks extends TaskTable<Tasks>> implements TaskRunner<Tasks> {
  readonly #pool: Piscina;

  /** @param entry the module that each thread runs; it exports what `performTasks` gives for these tasks. */
  constructor(entry: URL, { threads = availableParallelism() }: { threads?: number | undefined } = {}) {
    this.#pool = new Piscina({
      filename: entry.href,
      execArgv: ['--import', TYPESCRIPT_LOADER],
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 20_000,
      // Pictures are large and short-lived: a small young generation gives their memory back soon.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
  }

  async run<Kind extends keyof Tasks>(
    kind: Kind,
    request: Tasks[Kind]['request'],
    signal: AbortSignal,
  ): Promise<Tasks[Kind]['result']> {
    const outcome: TaskOutcome<Tasks[Kind]['result']> = await this.#pool.run({ kind, request }, { signal });
    if (!outcome.ok) throw new StoryError(outcome.fault);
    return outcome.result;
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
