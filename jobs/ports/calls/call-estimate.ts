/** What a call will cost before it is made: what to expect, and what it can cost at most. */
import type { Usd } from '#jobs/story/budget/usd.ts';

/**
 * How sure a price is: `told` by the operator; `listed` with a date; `unverified`, listed without one; `assumed`, for a model that is not
 * in the list, to be the dearest of its kind, so that a cap errs on the side of stopping; `untold`, on the operator's
 * own machine, which may be a gateway to somebody else's: it counts as nothing, and that is said; `free` of nothing.
 */
export type PriceBasis = 'told' | 'listed' | 'unverified' | 'assumed' | 'untold' | 'free';

export interface Estimate {
  /** What a person is told. */
  expectedUsd: Usd;
  /** What a cap must allow before the call is made. */
  maximumUsd: Usd;
  /** The least sure of the prices in it. */
  basis: PriceBasis;
}

export const NOTHING: Estimate = { expectedUsd: 0, maximumUsd: 0, basis: 'free' };
