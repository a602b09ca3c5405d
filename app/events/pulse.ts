/**
 * A beat for all who wait for news: they look at the same moments, so that what they read can be shared. It stands
 * still while nobody waits.
 */
export class Pulse {
  readonly #everyMs: number;
  readonly #waiting = new Set<() => void>();
  #timer: NodeJS.Timeout | null = null;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  /** Waits for the next beat. @returns false once `signal` is aborted, at once */
  next(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const end = () => {
        this.#waiting.delete(go);
        resolve(false);
      };
      const go = () => {
        signal.removeEventListener('abort', end);
        resolve(true);
      };
      this.#waiting.add(go);
      signal.addEventListener('abort', end, { once: true });
      this.#timer ??= setTimeout(() => this.#beat(), this.#everyMs);
    });
  }

  #beat(): void {
    this.#timer = null;
    const gone = [...this.#waiting];
    this.#waiting.clear();
    for (const go of gone) go();
  }
}
