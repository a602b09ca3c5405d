/** The port behind which work is done that takes a processor long: elsewhere, so that nobody waits for it. */

export interface Task {
  /** Both must be fit to be copied from one thread to another. */
  request: unknown;
  result: unknown;
}

/** Kinds of tasks by name, each with what it takes and gives. */
export type TaskTable<Tasks> = { [Kind in keyof Tasks]: Task };

export interface TaskRunner<Tasks extends TaskTable<Tasks>> {
  /**
   * Runs one task. @throws StoryError with the task's own fault, or an AbortError once `signal` aborts: the work
   * is ended then, so that none goes on for a result that nobody wants.
   */
  run<Kind extends keyof Tasks>(
    kind: Kind,
    request: Tasks[Kind]['request'],
    signal: AbortSignal,
  ): Promise<Tasks[Kind]['result']>;
}
