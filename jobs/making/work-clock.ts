/**
 * Tells how long work takes by itself, though other work of the same machine goes on beside it: what is made of it is
 * a rate that holds for one scene as it does for a whole film.
 */
export class WorkClock {
  readonly #cores: number;
  readonly #now: () => number;
  /** Cores that the work under way would keep busy. */
  #wanted = 0;
  /** Time as it has passed for each piece of work: slower while cores are shared, ms. */
  #passed = 0;
  #readAt: number;

  /** @param now a clock that never goes back, ms */
  constructor(cores: number, now: () => number = () => performance.now()) {
    this.#cores = cores;
    this.#now = now;
    this.#readAt = now();
  }

  /**
   * @param wanted cores that the work keeps busy where it has them; 0 for what only waits for others, whose time
   *   passes as usual. `all` for what takes the whole machine
   * @returns the work's result and the time that it took, whole ms
   */
  async measure<T>(wanted: number | 'all', work: () => Promise<T>): Promise<{ result: T; tookMs: number }> {
    const cores = wanted === 'all' ? this.#cores : wanted;
    const read = () => (cores === 0 ? this.#now() : this.#read());
    const begunAt = read();
    this.#want(cores);
    try {
      const result = await work();
      return { result, tookMs: Math.round(read() - begunAt) };
    } finally {
      this.#want(-cores);
    }
  }

  /** What share of its time a piece of work has: no more work runs at once than in the threads and in the browser. */
  #share(): number {
    return this.#cores / Math.min(2 * this.#cores, Math.max(this.#cores, this.#wanted));
  }

  #want(cores: number): void {
    this.#read();
    this.#wanted += cores;
  }

  #read(): number {
    const now = this.#now();
    this.#passed += (now - this.#readAt) * this.#share();
    this.#readAt = now;
    return this.#passed;
  }
}
