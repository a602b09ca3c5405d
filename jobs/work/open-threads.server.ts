import { ThreadPool } from '#jobs/threads/pool.server.ts';
import type { ThreadTasks } from './thread-tasks';

/**
 * Threads for all our tasks. Pictures come first: they are drawn one after the other and take longest, and the page
 * shows nothing before the first.
 * @param threads as many as the machine has processors unless it is said otherwise
 * @param kept threads that are ready before anything is asked of them
 */
export function openThreads({
  threads,
  kept,
}: {
  threads?: number;
  kept?: number;
} = {}): ThreadPool<ThreadTasks> {
  const entry = new URL('./thread-tasks.ts', import.meta.url);
  return new ThreadPool(entry, { threads, kept, urgent: ['drawLayers'] });
}
