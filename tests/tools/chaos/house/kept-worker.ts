import { setTimeout as delay } from 'node:timers/promises';
import type { ChaosHouse } from './chaos-house';

/** How soon a worker that died is started again, ms. */
const RESTART_MS = 500;

/** A worker that is started again whenever it dies, as the launcher does it. */
export class KeptWorker {
  readonly #house: ChaosHouse;
  readonly #over = Promise.withResolvers<void>();
  readonly #kept: Promise<void>;
  #isWanted = true;
  /** When it died, by `performance.now()`. */
  readonly deathsAt: number[] = [];

  constructor(house: ChaosHouse) {
    this.#house = house;
    this.#kept = this.#keep();
  }

  /** Asks it to end, and starts it no more. */
  async stop(): Promise<void> {
    this.#isWanted = false;
    this.#over.resolve();
    await this.#kept;
  }

  async #keep(): Promise<void> {
    while (this.#isWanted) {
      const worker = await this.#house.startWorker();
      await Promise.race([worker.ended, this.#over.promise]);
      if (worker.isRunning) await worker.stop();
      else this.deathsAt.push(performance.now());
      if (this.#isWanted) await delay(RESTART_MS);
    }
  }
}
