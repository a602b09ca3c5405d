import { StoryError } from '../../../jobs/domain/errors';
import { type CostCaps, capFault } from '../../../jobs/money/caps';
import type { CallHooks, CallOutcome, PlannedCall } from '../../../jobs/providers/openai/call-hooks';

/** A ledger in memory that reserves what a call may cost and books what it did cost. */
export class MemoryLedger {
  readonly #caps: CostCaps;
  readonly #spent = new Map<string, number>();

  constructor(caps: CostCaps) {
    this.#caps = caps;
  }

  spentOn(video: string): number {
    return this.#spent.get(video) ?? 0;
  }

  get total(): number {
    return [...this.#spent.values()].reduce((sum, amount) => sum + amount, 0);
  }

  /** Hooks for the calls of one video. */
  hooksFor(video: string): CallHooks {
    return {
      begin: async ({ estimate }: PlannedCall) => {
        const spending = { videoUsd: this.spentOn(video), dayUsd: this.total };
        const fault = capFault(this.#caps, spending, estimate.maximumUsd);
        if (fault) throw new StoryError(fault);
        this.#book(video, estimate.maximumUsd);
        return async (outcome: CallOutcome) => {
          const cost = outcome.ok ? outcome.costUsd : outcome.maybeCharged ? estimate.expectedUsd : 0;
          this.#book(video, cost - estimate.maximumUsd);
        };
      },
    };
  }

  #book(video: string, amount: number): void {
    this.#spent.set(video, this.spentOn(video) + amount);
  }
}
