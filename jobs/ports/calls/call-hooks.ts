/** How whoever keeps the ledger and the limits takes part in each call; nothing of it is known here. */

import type { CalledServer, RateLimits } from '#jobs/ports/capability.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import type { Estimate } from './call-estimate';

/** What is about to be asked for. */
export interface PlannedCall extends CalledServer {
  /** Finer than the capability, for the ledger: `script`, `soften`, `picture`, `picture-edit`, `speech`, … */
  purpose: string;
  /** What is asked for: tells calls for one asset apart; the same for every try of one, in later attempts too. */
  input: string;
  model: string;
  limits: RateLimits;
  estimate: Estimate;
  /** Answers of no use that are taken for it, in all attempts together; absent for the usual number. */
  mostUnusable?: number;
  /** From 1; every try of a call passes the hooks by itself. */
  attempt: number;
}

export type CallOutcome =
  /** `costUsd` from the usage that the answer tells, or the estimate where it tells none. */
  | { ok: true; costUsd: Usd }
  /**
   * `maybeCharged`: the server may charge for it although the result was lost. `isInterrupted`: it was we who did
   * not wait for its answer. `unusable`: the answer came and is of no use. `retryAfterMs`: how long the server asks to
   * be left alone, or null. `status`: of HTTP, or null where there was no answer.
   */
  | {
      ok: false;
      fault: Fault;
      maybeCharged: boolean;
      isInterrupted: boolean;
      unusable: boolean;
      retryAfterMs: number | null;
      status: number | null;
    };

export interface CallHooks {
  /**
   * Before every try: waits for a place within the limits, checks the caps and what was paid for nothing, writes the
   * ledger. What it throws ends the call. The returned function is called exactly once, when the try is over.
   */
  begin(call: PlannedCall, signal: AbortSignal): Promise<(outcome: CallOutcome) => Promise<void>>;
}

/** For calls that nobody counts, such as the tests on the settings page. */
export const NO_HOOKS: CallHooks = {
  begin: async () => async () => {},
};
