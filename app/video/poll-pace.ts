/** How often to ask: steadily while answers come, ever more patiently while they do not. Pure. */

/** Time between the end of one answer and the next question, ms. */
export const POLL_INTERVAL_MS = 3000;

/** The same while nobody sees the page: its tab's title still tells how far the film is, ms. */
export const HIDDEN_POLL_INTERVAL_MS = 10_000;

/** Longest wait between questions while nobody answers, ms. */
export const MAX_POLL_INTERVAL_MS = 30_000;

/** The first time between two questions for a video that was just ordered: its script takes no longer, ms. */
const EARLY_POLL_MS = 1000;

export interface PollPace {
  /** Number of questions in a row that went unanswered. */
  readonly failures: number;
  /** Questions that may still come early; absent for none. */
  readonly early?: number;
}

export const STEADY_PACE: PollPace = { failures: 0 };

/** Of a video that was just ordered: the question after the first answer comes early, then it goes on steadily. */
export const EARLY_PACE: PollPace = { failures: 0, early: 2 };

/** The pace after one more answer, or one more question without any. */
export function nextPace({ failures, early = 0 }: PollPace, outcome: 'answered' | 'unanswered'): PollPace {
  if (outcome === 'unanswered') return { failures: failures + 1 };
  return early > 1 ? { failures: 0, early: early - 1 } : STEADY_PACE;
}

/** How long to wait before asking again, ms; doubles with each failure up to the longest wait. */
export function pollDelay({ failures, early = 0 }: PollPace): number {
  if (early > 0) return EARLY_POLL_MS;
  return Math.min(MAX_POLL_INTERVAL_MS, POLL_INTERVAL_MS * 2 ** Math.min(failures, 10));
}
