import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import sharp from 'sharp';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { TaskKind, TaskOutcome, Tasks } from './task';
import { TYPESCRIPT_LOADER } from './typescript-loader';

// For the whole process: every picture passes once, so a cache only fills memory, and cores are shared out here.
sharp.cache(false);
sharp.concurrency(1);

/** A pool of worker threads for CPU-bound tasks; threads start when needed and end when idle. */
export class ThreadPool {
  readonly #pool: Piscina;

  constructor({ threads = availableParallelism() }: { threads?: number } = {}) {
    this.#pool = new Piscina({
      filename: new URL('./task.ts', import.meta.url).href,
      execArgv: ['--import', TYPESCRIPT_LOADER],
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 20_000,
      // Pictures are large and short-lived: a small young generation gives their memory back soon.
      resourceLimits: { maxYoungGenerationSizeMb: 4 },
    });
  }

  /**
   * Runs one task. @throws StoryError with the task's own fault, or an AbortError once `signal` aborts: the
   * thread is ended then, so that no work goes on for a result that nobody wants.
   */
  async run<K extends TaskKind>(
    kind: K,
    request: Tasks[K]['request'],
    signal: AbortSignal,
  ): Promise<Tasks[K]['result']> {
    const outcome: TaskOutcome<K> = await this.#pool.run({ kind, request }, { signal });
    if (!outcome.ok) throw new StoryError(outcome.fault);
    return outcome.result;
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
