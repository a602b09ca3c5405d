/**
 * When to try again: exponential backoff with full jitter (M. Brooker, "Exponential Backoff And Jitter",
 * AWS Architecture Blog 2015), a server's own Retry-After (RFC 9110, 10.2.3) taken as the least wait.
 */
export interface RetryPolicy {
  /** Tries in all, the first one included. */
  maxAttempts: number;
  /** Upper bound of the wait before the second try, ms; it doubles with every further one. */
  baseMs: number;
  /** Upper bound of any wait of our own choosing, ms. */
  capMs: number;
  /** Time for all tries and waits together, ms; no try begins after it, and none may outlast it. */
  deadlineMs: number;
}

/** What is known when a try has failed. */
export interface FailedTry {
  /** Tries made so far, at least 1. */
  attempts: number;
  /** Time since the first try began, ms. */
  elapsedMs: number;
  /** How long the server asks to be left alone, ms, or null. */
  retryAfterMs: number | null;
}

/** Upper bound of the wait after that many tries, ms. */
export function backoffCeilingMs(policy: RetryPolicy, attempts: number): number {
  return Math.min(policy.capMs, policy.baseMs * 2 ** (attempts - 1));
}

/**
 * How long to wait before the next try, ms, or null when there is to be none: the tries are used up, or the
 * next one could not begin before the deadline. Evenly spread from 0 to the ceiling, on top of what the
 * server asks for; so clients that were refused together do not come back together.
 * @param random from 0 (included) to 1 (excluded).
 */
export function nextDelayMs(policy: RetryPolicy, failed: FailedTry, random: number): number | null {
  if (failed.attempts >= policy.maxAttempts) return null;
  const delay = (failed.retryAfterMs ?? 0) + random * backoffCeilingMs(policy, failed.attempts);
  return failed.elapsedMs + delay < policy.deadlineMs ? delay : null;
}
