/** How often to ask: steadily while answers come, ever more patiently while they do not. Pure. */

/** Time between the end of one answer and the next question, ms. */
export const POLL_INTERVAL_MS = 3000;

/** The same while nobody sees the page: its tab's title still tells how far the film is, ms. */
export const HIDDEN_POLL_INTERVAL_MS = 10_000;

/** Longest wait between questions while nobody answers, ms. */
export const MAX_POLL_INTERVAL_MS = 30_000;

/** Number of questions in a row that went unanswered. */
export type PollPace = { readonly failures: number };

export const STEADY_PACE: PollPace = { failures: 0 };

/** The pace after one more answer, or one more question without any. */
export function nextPace(pace: PollPace, outcome: 'answered' | 'unanswered'): PollPace {
  return outcome === 'answered' ? STEADY_PACE : { failures: pace.failures + 1 };
}

/** How long to wait before asking again, ms; doubles with each failure up to the longest wait. */
export function pollDelay({ failures }: PollPace): number {
  return Math.min(MAX_POLL_INTERVAL_MS, POLL_INTERVAL_MS * 2 ** Math.min(failures, 10));
}
