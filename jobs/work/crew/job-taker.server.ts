/** Whether a worker takes jobs from the queues, and what it has in hand. */
import type { Logger } from 'pino';

/**
 * Why it takes none: a suspect is to be alone, something is wrong here while others are well, it was asked to finish, or
 * it ends.
 */
export type Pause = 'alone' | 'trouble' | 'drain' | 'end';

/** Takes jobs of one sort, and leaves them. */
export interface Taking {
  begin(): Promise<unknown>;
  leave(): Promise<unknown>;
  /** What it goes on through, since it takes nobody's time. */
  goesOnIn?: readonly Pause[];
}

/** Switches all sorts on and off together, one after the other. */
export class JobTaker {
  readonly #takings: readonly Taking[];
  readonly #log: Logger;
  readonly #pauses = new Set<Pause>();
  readonly #begun = new Set<Taking>();
  readonly #inHand = new Set<Promise<unknown>>();
  #switching: Promise<void> = Promise.resolve();

  constructor(takings: readonly Taking[], log: Logger) {
    this.#takings = takings;
    this.#log = log;
  }

  /** How many jobs it is at. */
  get inHand(): number {
    return this.#inHand.size;
  }

  /** Whether jobs of that sort are taken now. */
  takes(taking: Taking): boolean {
    return this.#begun.has(taking);
  }

  /** Counts a job while it lasts. */
  readonly working = (job: Promise<unknown>): void => {
    this.#inHand.add(job);
    const over = () => this.#inHand.delete(job);
    job.then(over, over);
  };

  /** Resolves once nothing is in hand. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#inHand);
  }

  /** Begins to take what nothing speaks against. @throws whatever keeps it from that */
  start(): Promise<void> {
    return this.#align();
  }

  /** Sets or lifts a reason. What a queue does not do at once is done with the next one. */
  set(pause: Pause, isOn: boolean): void {
    if (this.#pauses.has(pause) === isOn) return;
    if (isOn) this.#pauses.add(pause);
    else this.#pauses.delete(pause);
    this.#align().catch((error: unknown) => this.#log.error({ err: error }, 'The queue did not listen.'));
  }

  /** Resolves once what was asked for is done. */
  switched(): Promise<void> {
    return this.#switching.catch(() => {});
  }

  #align(): Promise<void> {
    this.#switching = this.#switching
      .catch(() => {})
      .then(async () => {
        for (const taking of this.#takings) {
          const isWanted = [...this.#pauses].every((pause) => taking.goesOnIn?.includes(pause));
          if (isWanted === this.#begun.has(taking)) continue;
          await (isWanted ? taking.begin() : taking.leave());
          if (isWanted) this.#begun.add(taking);
          else this.#begun.delete(taking);
        }
      });
    return this.#switching;
  }
}
