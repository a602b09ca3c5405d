import type { Agenda } from './agenda';
import { WaitingList } from './waiting-list';

/** Limits of a server for one capability, all workers together, as the ledger holds them. */
export interface Limits {
  /** Calls under way at once. */
  atOnce: number;
  /** Calls begun within any minute. */
  perMinute: number;
}

const MINUTE = 60;

/** A server elsewhere: calls begin in turn, as its limits allow. */
export class LimitedServer {
  readonly limits: Limits;
  readonly #agenda: Agenda;
  readonly #waiting = new WaitingList<{ seconds: number; then: () => void }>();
  /** When the calls of the last minute began. */
  readonly #begun = new WaitingList<number>();
  #underway = 0;
  #calls = 0;
  #busyS = 0;
  #isWoken = false;

  constructor(agenda: Agenda, limits: Limits) {
    this.#agenda = agenda;
    this.limits = limits;
  }

  /** Calls that were begun. */
  get calls(): number {
    return this.#calls;
  }

  /** Seconds of all calls together. */
  get busyS(): number {
    return this.#busyS;
  }

  call(seconds: number, then: () => void): void {
    this.#waiting.push({ seconds, then });
    this.#begin();
  }

  #begin(): void {
    const { atOnce, perMinute } = this.limits;
    while (this.#waiting.length > 0 && this.#underway < atOnce) {
      const { now } = this.#agenda;
      while (this.#begun.length > 0 && (this.#begun.first() ?? 0) + MINUTE <= now) this.#begun.shift();
      if (this.#begun.length >= perMinute) {
        this.#wakeAt((this.#begun.first() ?? 0) + MINUTE);
        return;
      }
      const next = this.#waiting.shift();
      if (!next) return;
      this.#begun.push(now);
      this.#underway += 1;
      this.#calls += 1;
      this.#busyS += next.seconds;
      this.#agenda.after(next.seconds, () => {
        this.#underway -= 1;
        next.then();
        this.#begin();
      });
    }
  }

  #wakeAt(at: number): void {
    if (this.#isWoken) return;
    this.#isWoken = true;
    this.#agenda.after(at - this.#agenda.now, () => {
      this.#isWoken = false;
      this.#begin();
    });
  }
}
