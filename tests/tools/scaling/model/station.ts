import type { Agenda } from './agenda';
import { WaitingList } from './waiting-list';

interface Visit {
  seconds: number;
  then: () => void;
}

/** Servers that take whoever comes in turn, each one visitor at a time. */
export class Station {
  readonly servers: number;
  readonly #agenda: Agenda;
  readonly #waiting = new WaitingList<Visit>();
  #taken = 0;
  #busyS = 0;

  constructor(agenda: Agenda, servers: number) {
    this.#agenda = agenda;
    this.servers = servers;
  }

  /** Seconds of service that were begun, of all servers together. */
  get busyS(): number {
    return this.#busyS;
  }

  /** Serves for so long as soon as there is a server; what asks for nothing does not wait. */
  visit(seconds: number, then: () => void): void {
    if (seconds > 0) {
      this.#waiting.push({ seconds, then });
      this.#begin();
    } else then();
  }

  #begin(): void {
    while (this.#taken < this.servers) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#taken += 1;
      this.#busyS += next.seconds;
      this.#agenda.after(next.seconds, () => {
        this.#taken -= 1;
        next.then();
        this.#begin();
      });
    }
  }
}
