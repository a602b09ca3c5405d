/** One reading for all who ask for the same at the same time, so that a crowd costs what one person does. */
export class SharedReads<T> {
  readonly #readings = new Map<string, { underWay: Promise<T>; next: Promise<T> | null }>();

  /**
   * Reads what has this key. Whoever asks while it is being read shares the reading after that with all others who do,
   * so that no answer is older than its question.
   * @param read begins a reading; it may reject, which all who share it see.
   */
  get(key: string, read: () => Promise<T>): Promise<T> {
    const reading = this.#readings.get(key);
    if (!reading) return this.#begin(key, read);
    const begin = () => this.#begin(key, read);
    reading.next ??= reading.underWay.then(begin, begin);
    return reading.next;
  }

  #begin(key: string, read: () => Promise<T>): Promise<T> {
    const reading = { underWay: read(), next: null };
    this.#readings.set(key, reading);
    const forget = () => {
      if (this.#readings.get(key) === reading) this.#readings.delete(key);
    };
    reading.underWay.then(forget, forget);
    return reading.underWay;
  }
}
