/** What runs inside a worker thread, whatever the tasks are. */
import type { TaskTable } from '#jobs/ports/task-runner.ts';
import { type Fault, toFault } from '#jobs/story/film/fault.ts';
import { handOver } from './hand-over';

/** A fault crosses the thread's border as a value, because errors lose their own fields on the way. */
export type TaskOutcome<Result> = { ok: true; result: Result } | { ok: false; fault: Fault };

/** How each kind of task is done. */
export type TaskHandlers<Tasks extends TaskTable<Tasks>> = {
  [Kind in keyof Tasks]: (request: Tasks[Kind]['request']) => Promise<Tasks[Kind]['result']>;
};

/** A task as it comes to the thread. */
export interface SentTask<Tasks extends TaskTable<Tasks>, Kind extends keyof Tasks> {
  kind: Kind;
  request: Tasks[Kind]['request'];
}

/**
 * What a thread's entry has to export by default to do these tasks. It returns a `TaskOutcome`, whose bytes are
 * handed over.
 */
export function performTasks<Tasks extends TaskTable<Tasks>>(
  handlers: TaskHandlers<Tasks>,
): <Kind extends keyof Tasks>(task: SentTask<Tasks, Kind>) => Promise<ReturnType<typeof handOver>> {
  const outcomeOf = async <Kind extends keyof Tasks>({
    kind,
    request,
  }: SentTask<Tasks, Kind>): Promise<TaskOutcome<Tasks[Kind]['result']>> => {
    try {
      return { ok: true, result: await handlers[kind](request) };
    } catch (error) {
      return { ok: false, fault: toFault(error) };
    }
  };
  return async (task) => handOver(await outcomeOf(task));
}
