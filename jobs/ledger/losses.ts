/** How often a call whose result was lost is made again before somebody is asked. */

import type { Estimate } from '#jobs/ports/calls/call-estimate.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import type { Losses } from './lost-calls.server';

/** The first interruption is made good by itself; after the second a person decides. */
const MOST_INTERRUPTIONS = 2;
/** As many answers of no use are taken for one thing, in all attempts together, where its call does not say otherwise. */
const MOST_UNUSABLE = 3;

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

/** The code of `unusableFault`. */
export const ANSWERS_UNUSABLE = 'answers_unusable';

/**
 * Why nobody is to be asked for the same again after answers that could not be used, or null. What costs nothing is
 * held to it too: it would come to nothing as often.
 * @param what is asked for, such as “the picture of scene 2”
 * @param most answers that are taken
 */
export function unusableFault(
  what: string,
  { unusable, unusableUsd }: Pick<Losses, 'unusable' | 'unusableUsd'>,
  most = MOST_UNUSABLE,
): Fault | null {
  if (unusable < most) return null;
  const price = unusableUsd > 0 ? ` That has cost ${formatUsd(unusableUsd)}.` : '';
  return {
    code: ANSWERS_UNUSABLE,
    message: `${most} answers that came for ${what} could not be used, so it is not asked for again.${price}`,
    hint: 'Press Retry, or Fix on a finished film, to ask for it again; or choose another model.',
    retryable: false,
  };
}
