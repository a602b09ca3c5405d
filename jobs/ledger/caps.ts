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
  return passing(caps, spent, maximumUsd, {
    costs: `the next step may cost up to ${formatUsd(maximumUsd)}`,
    instead: 'Shorten the story, choose cheaper models or the built-in studio',
  });
}

/** Why a film must not be gone on with for what all that is missing of it is expected to cost, or null. */
export function filmCapFault(caps: CostCaps, spent: Spending, expectedUsd: Usd): Fault | null {
  return passing(caps, spent, expectedUsd, {
    costs: `what is still to be made of it is expected to cost ${formatUsd(expectedUsd)}`,
    instead: 'Shorten the story, choose a lower picture quality, cheaper models or the built-in studio',
  });
}

/** Why a film must not be updated for what that is expected to cost, or null. */
export function updateCapFault(caps: CostCaps, spent: Spending, expectedUsd: Usd): Fault | null {
  return passing(caps, spent, expectedUsd, {
    costs: `what was changed is expected to cost ${formatUsd(expectedUsd)}`,
    instead: 'Take some of the changes back',
  });
}

function passing(
  { perVideoUsd, perDayUsd }: CostCaps,
  { videoUsd, dayUsd }: Spending,
  addedUsd: Usd,
  { costs, instead }: { costs: string; instead: string },
): Fault | null {
  if (addedUsd === 0) return null;
  if (perVideoUsd !== null && exceeds(videoUsd + addedUsd, perVideoUsd)) {
    return {
      code: 'cost_cap_video',
      message: `This film has cost ${formatUsd(videoUsd)}, and ${costs}; the limit for one film is ${formatUsd(perVideoUsd)}.`,
      hint: `${instead}, or ask the operator to raise MAX_COST_PER_VIDEO.`,
      retryable: false,
    };
  }
  if (perDayUsd !== null && exceeds(dayUsd + addedUsd, perDayUsd)) {
    return {
      code: 'cost_cap_day',
      message: `Today's films have cost ${formatUsd(dayUsd)}, and ${costs}; the limit for one day is ${formatUsd(perDayUsd)}.`,
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
