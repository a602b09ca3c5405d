import { ThreadPool } from '#jobs/threads/pool.server.ts';
import type { ThreadTasks } from './thread-tasks';

/** Threads for all our tasks; as many as the machine has processors unless it is said otherwise. */
export function openThreads({ threads }: { threads?: number } = {}): ThreadPool<ThreadTasks> {
  return new ThreadPool(new URL('./thread-tasks.ts', import.meta.url), { threads });
}
