/** How often a paid call whose result was lost is made again before somebody is asked. */

import type { Estimate } from '#jobs/ports/calls/call-estimate.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';
import type { Fault } from '#jobs/story/film/fault.ts';

/** The first interruption is made good by itself; after the second a person decides. */
const MOST_INTERRUPTIONS = 2;

/**
 * Why a call must not be made again by itself, or null. A call that costs nothing always may.
 * @param what is asked for, such as “the picture of scene 2”.
 * @param interruptions how often it was interrupted since a person last decided.
 */
export function interruptionFault(what: string, interruptions: number, estimate: Estimate): Fault | null {
  if (estimate.maximumUsd === 0 || interruptions < MOST_INTERRUPTIONS) return null;
  const price = formatUsd(estimate.expectedUsd);
  return {
    code: 'call_interrupted_twice',
    message: `The paid call for ${what} was interrupted twice before its result was safe, and may have been charged each time (about ${price}).`,
    hint: `Press Retry, or Fix on a finished film, to pay for it again: about ${price}, at most ${formatUsd(estimate.maximumUsd)}. It is not asked for again by itself.`,
    retryable: false,
  };
}
