/** A queue for a pool's threads in which urgent tasks come before all others. */
import { Piscina } from 'piscina';

type Task = Parameters<Queue['push']>[0];
type Queue = NonNullable<NonNullable<ConstructorParameters<typeof Piscina>[0]>['taskQueue']>;

/** Marks a task as urgent: its properties are to be among the task's own. */
export const URGENT = { [Piscina.queueOptionsSymbol]: { isUrgent: true } } as const;

export class UrgentFirst implements Queue {
  readonly #urgent: Task[] = [];
  readonly #others: Task[] = [];

  get size(): number {
    return this.#urgent.length + this.#others.length;
  }

  push(task: Task): void {
    this.#listOf(task).push(task);
  }

  shift(): Task | null {
    return this.#urgent.shift() ?? this.#others.shift() ?? null;
  }

  remove(task: Task): void {
    const list = this.#listOf(task);
    const at = list.indexOf(task);
    if (at >= 0) list.splice(at, 1);
  }

  #listOf(task: Task): Task[] {
    const options = (task as unknown as Record<symbol, object | null>)[Piscina.queueOptionsSymbol];
    return options ? this.#urgent : this.#others;
  }
}
