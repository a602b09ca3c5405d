/** What is to happen in a simulation, in the order of its own time, s; no clock is asked. */

interface Entry {
  at: number;
  /** Of two at one time the first that was noted comes first. */
  number: number;
  happen: () => void;
}

export class Agenda {
  #now = 0;
  #noted = 0;
  /** A binary heap: each entry comes before the two below it. */
  readonly #heap: Entry[] = [];

  get now(): number {
    return this.#now;
  }

  /** Notes what happens so many seconds from now. */
  after(seconds: number, happen: () => void): void {
    const entry = { at: this.#now + seconds, number: this.#noted++, happen };
    let place = this.#heap.push(entry) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = this.#heap[above];
      if (!other || isBefore(other, entry)) break;
      this.#heap[place] = other;
      this.#heap[above] = entry;
      place = above;
    }
  }

  /** Lets all happen that is noted, and all that comes of it. */
  run(): void {
    for (let entry = this.#first(); entry; entry = this.#first()) {
      this.#now = entry.at;
      entry.happen();
    }
  }

  #first(): Entry | null {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (!first || !last) return null;
    if (this.#heap.length === 0) return first;
    let place = 0;
    this.#heap[0] = last;
    for (;;) {
      const [left, right] = [this.#heap[2 * place + 1], this.#heap[2 * place + 2]];
      const isRight = left !== undefined && right !== undefined && isBefore(right, left);
      const below = isRight ? right : left;
      if (!below || isBefore(last, below)) return first;
      this.#heap[place] = below;
      place = 2 * place + (isRight ? 2 : 1);
      this.#heap[place] = last;
    }
  }
}

function isBefore(one: Entry, other: Entry): boolean {
  return one.at < other.at || (one.at === other.at && one.number < other.number);
}
