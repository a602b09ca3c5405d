import { shareOf, type WantedCores } from '#jobs/story/storyboard/workload.ts';

/** A piece of work under way. */
interface Underway {
  wanted: WantedCores;
  /** Time as it has passed for it: slower while cores are shared, ms. */
  passed: number;
}

/**
 * Tells how long work takes by itself, though other work of the same machine goes on beside it: what is made of it is
 * a rate that holds for one scene as it does for a whole film.
 */
export class WorkClock {
  readonly #cores: number;
  readonly #now: () => number;
  readonly #underway = new Set<Underway>();
  #readAt: number;

  /** @param now a clock that never goes back, ms */
  constructor(cores: number, now: () => number = () => performance.now()) {
    this.#cores = cores;
    this.#now = now;
    this.#readAt = now();
  }

  /**
   * @param wanted cores that the work keeps busy where it has them; 0 for what only waits for others, whose time
   *   passes as usual
   * @returns the work's result, the time that it took, whole ms, and how much of what it wanted it had of the machine on
   *   the mean, from 0 to 1
   */
  async measure<T>(
    wanted: WantedCores,
    work: () => Promise<T>,
  ): Promise<{ result: T; tookMs: number; share: number }> {
    const mine: Underway = { wanted, passed: 0 };
    this.#read();
    this.#underway.add(mine);
    const begunAt = this.#readAt;
    try {
      const result = await work();
      this.#read();
      const elapsed = this.#readAt - begunAt;
      return { result, tookMs: Math.round(mine.passed), share: elapsed > 0 ? mine.passed / elapsed : 1 };
    } finally {
      this.#read();
      this.#underway.delete(mine);
    }
  }

  /** Lets the time since the last reading pass for all work under way. */
  #read(): void {
    const now = this.#now();
    const all = [...this.#underway];
    for (const each of all) {
      const others = all.filter((other) => other !== each).map(({ wanted }) => wanted);
      each.passed += (now - this.#readAt) * shareOf(each.wanted, others, this.#cores);
    }
    this.#readAt = now;
  }
}
