import type { Clock } from '#jobs/ports/calls/clock.ts';

/** A clock on which waiting takes no time: it moves on by what is waited for, and remembers it. */
export class VirtualClock implements Clock {
  readonly waits: number[] = [];
  #now = 1_790_000_000_000;

  now(): number {
    return this.#now;
  }

  async wait(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.waits.push(ms);
    this.#now += ms;
  }

  /** Lets time pass without anybody waiting. */
  advance(ms: number): void {
    this.#now += ms;
  }
}
