import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import sharp from 'sharp';
import type { TaskRunner, TaskTable } from '#jobs/ports/task-runner.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { TaskOutcome } from './perform-tasks';
import { TYPESCRIPT_LOADER } from './typescript-loader';
import { URGENT, UrgentFirst } from './urgent-first';

// For the whole process: every picture passes once, so a cache only fills memory, and cores are shared out here.
sharp.cache(false);
sharp.concurrency(1);

export interface ThreadPoolOptions<Tasks extends TaskTable<Tasks>> {
  /** Most threads at once; as many as the machine has processors unless it is said otherwise. */
  threads?: number | undefined;
  /** Threads that are started at once and stay though they are idle. */
  kept?: number | undefined;
  /** Kinds that come before all others that wait. */
  urgent?: readonly (keyof Tasks)[];
}

/** What a thread is told at its start, as Piscina's `workerData`. */
export interface ThreadFacts {
  /** Whether it stays though it is idle: what it will need may be loaded before it is asked for. */
  isKept: boolean;
}

/** A pool of worker threads for CPU-bound tasks; threads start when needed and end when idle. */
export class ThreadPool<Tasks extends TaskTable<Tasks>> implements TaskRunner<Tasks> {
  readonly #pool: Piscina;
  readonly #urgent: ReadonlySet<keyof Tasks>;

  /** @param entry the module that each thread runs; it exports what `performTasks` gives for these tasks. */
  constructor(
    entry: URL,
    { threads = availableParallelism(), kept = 0, urgent = [] }: ThreadPoolOptions<Tasks> = {},
  ) {
    this.#urgent = new Set(urgent);
    this.#pool = new Piscina({
      filename: entry.href,
      execArgv: ['--import', TYPESCRIPT_LOADER],
      minThreads: Math.min(kept, threads),
      maxThreads: threads,
      taskQueue: new UrgentFirst(),
      workerData: { isKept: kept > 0 } satisfies ThreadFacts,
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
    const outcome: TaskOutcome<Tasks[Kind]['result']> = await this.#pool.run(
      { kind, request, ...(this.#urgent.has(kind) && URGENT) },
      { signal },
    );
    if (!outcome.ok) throw new StoryError(outcome.fault);
    return outcome.result;
  }

  async close(): Promise<void> {
    await this.#pool.destroy();
  }
}
