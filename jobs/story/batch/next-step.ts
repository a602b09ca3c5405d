/** What of a batch is to be done next, from what its rows say. Pure. */
import { formatUsd, type Usd } from '#jobs/story/budget/usd.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { exceeds } from './batch-estimate';

export interface BatchStanding {
  isPaused: boolean;
  isCancelled: boolean;
  atOnce: number;
  /** US dollars; null for no limit. */
  capUsd: Usd | null;
  /** How many of its films somebody works on, or waits in the queue to. */
  atWork: number;
  /** What its films have cost, hold, or are still expected to cost, US dollars. */
  committedUsd: Usd;
  /** First of those that were looked at and let go on, and still wait; null for none. */
  released: { position: number } | null;
  /** First of those that have not begun; null for none. */
  waiting: { position: number; expectedUsd: Usd } | null;
}

export type NextStep =
  /** A film is made of the story there. */
  | { do: 'begin'; position: number }
  /** The film there goes on after the look at its storyboard. */
  | { do: 'go-on'; position: number }
  /** Nobody can wait for room any more: the batch pauses, and says why. */
  | { do: 'pause'; fault: Fault }
  | { do: 'nothing' };

/**
 * One step at a time, each in a transaction of its own: whoever takes it sees the one before. What somebody has let go
 * on does so although the batch is paused, since that keeps only what has not begun.
 */
export function nextStep(standing: BatchStanding): NextStep {
  const { isPaused, isCancelled, atOnce, capUsd, atWork, committedUsd, released, waiting } = standing;
  if (isCancelled || atWork >= atOnce) return { do: 'nothing' };
  if (released) return { do: 'go-on', position: released.position };
  if (isPaused || !waiting) return { do: 'nothing' };
  const isOver =
    capUsd !== null && waiting.expectedUsd > 0 && exceeds(committedUsd + waiting.expectedUsd, capUsd);
  if (!isOver) return { do: 'begin', position: waiting.position };
  // A film that ends may have cost less than was expected of it.
  return atWork > 0
    ? { do: 'nothing' }
    : { do: 'pause', fault: capReached(committedUsd, waiting.expectedUsd, capUsd) };
}

function capReached(committedUsd: Usd, nextUsd: Usd, capUsd: Usd): Fault {
  return {
    code: 'batch_cap_reached',
    message: `The films of this batch have cost ${formatUsd(committedUsd)}, the next one is expected to cost ${formatUsd(nextUsd)}, and the limit for all of them is ${formatUsd(capUsd)}.`,
    hint: 'Raise the limit and go on, or cancel the rest.',
    retryable: false,
  };
}
