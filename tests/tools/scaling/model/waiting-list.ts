/** A list of what waits, the first that came first; taking from its beginning costs nothing. */
export class WaitingList<T> {
  #items: T[] = [];
  #begin = 0;

  get length(): number {
    return this.#items.length - this.#begin;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  first(): T | undefined {
    return this.#items[this.#begin];
  }

  shift(): T | undefined {
    const item = this.#items[this.#begin];
    if (this.#begin < this.#items.length) this.#begin += 1;
    if (this.#begin > 1000 && this.#begin * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#begin);
      this.#begin = 0;
    }
    return item;
  }
}
