import { nextDelayMs, type RetryPolicy } from './backoff';
import type { Clock } from './clock';

/** What an error means for the next try. */
export interface Verdict {
  retryable: boolean;
  /** How long the server asks to be left alone, ms, or null. */
  retryAfterMs: number | null;
}

/** What a try may know of its place among the others. */
export interface Try {
  /** From 1. */
  attempt: number;
  /** Time left until the deadline, ms: the try must not outlast it. */
  remainingMs: number;
}

export interface RetryOptions {
  policy: RetryPolicy;
  signal: AbortSignal;
  clock: Clock;
  /** From 0 (included) to 1 (excluded), such as `Math.random`. */
  random: () => number;
  verdictOf: (error: unknown) => Verdict;
}

/**
 * Runs `work` until it succeeds, fails for good, or the policy allows no further try; then its last error is
 * thrown. Aborts at once with the signal's reason, also while waiting.
 */
export async function retry<T>(work: (current: Try) => Promise<T>, options: RetryOptions): Promise<T> {
  const { policy, signal, clock } = options;
  const startedAt = clock.now();
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    try {
      return await work({ attempt, remainingMs: policy.deadlineMs - (clock.now() - startedAt) });
    } catch (error) {
      signal.throwIfAborted();
      const { retryable, retryAfterMs } = options.verdictOf(error);
      if (!retryable) throw error;
      const failed = { attempts: attempt, elapsedMs: clock.now() - startedAt, retryAfterMs };
      const delay = nextDelayMs(policy, failed, options.random());
      if (delay === null) throw error;
      await clock.wait(delay, signal);
    }
  }
}
