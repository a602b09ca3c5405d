/** Whether one more call may begin now: calls at once, and calls begun within the last minute. */
import type { RateLimits } from '#jobs/ports/capability.ts';

/** What whoever keeps the count knows; for many workers, read and changed in one transaction. */
export interface CallTraffic {
  /** Calls under way. */
  active: number;
  /** When calls within the window began, ms since the epoch, in any order; older ones are ignored. */
  begunAt: readonly number[];
}

/**
 * How long a call's beginning counts, ms: a minute, and what one call may take longer than another from its
 * admission to the server, which counts by arrival.
 */
export const WINDOW_MS = 61_000;
/** How soon to look again when all places are taken: nobody says when one becomes free, ms. */
const LOOK_AGAIN_MS = 250;

/**
 * How long to wait before asking again, ms; 0 when the call may begin. A sliding window: never more than
 * `perMinute` calls reach the server in any 60 s, wherever the minute is taken to start.
 */
export function admissionWaitMs(limits: RateLimits, traffic: CallTraffic, nowMs: number): number {
  const recent = traffic.begunAt.filter((at) => at > nowMs - WINDOW_MS).sort((a, b) => a - b);
  const blocking = recent[recent.length - limits.perMinute];
  if (blocking !== undefined) return Math.max(1, blocking + WINDOW_MS - nowMs);
  return traffic.active >= limits.concurrency ? LOOK_AGAIN_MS : 0;
}
