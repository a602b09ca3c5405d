/** The operator's limits on spending, checked before the call that would pass one. */
import type { CostCaps } from '#jobs/story/budget/cost-caps.ts';
import { formatUsd, type Usd } from '#jobs/story/budget/usd.ts';
import type { Fault } from '#jobs/story/film/fault.ts';

/** What has been spent or is reserved by calls under way, for one video and by all of them since midnight. */
export interface Spending {
  videoUsd: Usd;
  dayUsd: Usd;
}

/**
 * Why a call that may cost up to `maximumUsd` must not be made, or null. A call that costs nothing always may.
 * The check and the reservation must be one step in the ledger, or two calls at once could both pass.
 */
export function capFault(caps: CostCaps, spent: Spending, maximumUsd: Usd): Fault | null {
  if (maximumUsd === 0) return null;
  if (caps.perVideoUsd !== null && exceeds(spent.videoUsd + maximumUsd, caps.perVideoUsd)) {
    return {
      code: 'cost_cap_video',
      message: `This film has cost ${formatUsd(spent.videoUsd)}, and the next step may cost up to ${formatUsd(maximumUsd)}; the limit for one film is ${formatUsd(caps.perVideoUsd)}.`,
      hint: 'Shorten the story, choose cheaper models or the built-in studio, or ask the operator to raise MAX_COST_PER_VIDEO.',
      retryable: false,
    };
  }
  if (caps.perDayUsd !== null && exceeds(spent.dayUsd + maximumUsd, caps.perDayUsd)) {
    return {
      code: 'cost_cap_day',
      message: `Today's films have cost ${formatUsd(spent.dayUsd)}, and the next step may cost up to ${formatUsd(maximumUsd)}; the limit for one day is ${formatUsd(caps.perDayUsd)}.`,
      hint: 'Try again after midnight (UTC), choose the built-in studio, or ask the operator to raise MAX_COST_PER_DAY.',
      retryable: false,
    };
  }
  return null;
}

/** Sums of binary fractions may miss a cap that they meet exactly. */
function exceeds(sum: Usd, cap: Usd): boolean {
  return sum - cap > 1e-9;
}
