import type { Agenda } from './agenda';

interface Work {
  /** What is left, core-seconds. */
  left: number;
  /** Cores that it keeps busy where it has them. */
  cores: number;
  /** Cores that it has now. */
  pace: number;
  then: () => void;
}

/** What is so small is nothing, core-seconds: rounding leaves as much. */
const NOTHING = 1e-9;

/** The cores of one machine, shared evenly by all that runs there; nothing has more of them than it can use. */
export class Processors {
  readonly cores: number;
  readonly #agenda: Agenda;
  #works: Work[] = [];
  #readAt = 0;
  #busyS = 0;
  /** Rises whenever something begins or ends, so that what was foreseen before is no more heeded. */
  #state = 0;

  constructor(agenda: Agenda, cores: number) {
    this.#agenda = agenda;
    this.cores = cores;
  }

  /** Core-seconds worked so far. */
  get busyS(): number {
    return this.#busyS;
  }

  /** @param coreS core-seconds that it takes @param cores that it keeps busy at most */
  work(coreS: number, cores: number, then: () => void): void {
    if (coreS <= NOTHING) {
      then();
      return;
    }
    this.#pass();
    this.#works.push({ left: coreS, cores: Math.min(cores, this.cores), pace: 0, then });
    this.#foresee();
  }

  /** Lets the time since the last reading pass. */
  #pass(): void {
    const passed = this.#agenda.now - this.#readAt;
    this.#readAt = this.#agenda.now;
    for (const work of this.#works) {
      const done = Math.min(work.left, work.pace * passed);
      work.left -= done;
      this.#busyS += done;
    }
  }

  /** Shares the cores out anew and notes the next end. */
  #foresee(): void {
    this.#state += 1;
    if (this.#works.length === 0) return;
    // Who wants least comes first: what they leave is shared by the others.
    let [cores, others] = [this.cores, this.#works.length];
    for (const work of [...this.#works].sort((a, b) => a.cores - b.cores)) {
      work.pace = Math.min(work.cores, cores / others);
      cores -= work.pace;
      others -= 1;
    }
    const state = this.#state;
    const next = Math.min(...this.#works.map(({ left, pace }) => left / pace));
    this.#agenda.after(next, () => {
      if (state === this.#state) this.#end();
    });
  }

  #end(): void {
    this.#pass();
    const ended = this.#works.filter(({ left }) => left <= NOTHING);
    for (const { left } of ended) this.#busyS += left;
    this.#works = this.#works.filter(({ left }) => left > NOTHING);
    this.#foresee();
    for (const { then } of ended) then();
  }
}
