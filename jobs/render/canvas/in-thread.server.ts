import type { MessagePort } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import { StoryError } from '#jobs/story/film/fault.ts';

/**
 * Lets a thread do a task whose own faults are answers. The task's port goes over to it.
 * @throws StoryError `painter_died` where the thread ends before it has answered
 */
export async function inThread<Outcome>(pool: Piscina, task: { port: MessagePort }): Promise<Outcome> {
  try {
    return await pool.run(task, { transferList: [task.port] });
  } catch (thrown) {
    throw new StoryError(
      {
        code: 'painter_died',
        message: 'A thread ended while it drew the film.',
        hint: 'Retry. If it happens again, give the machine more memory: what is already made is kept.',
        retryable: true,
      },
      { cause: thrown },
    );
  }
}
