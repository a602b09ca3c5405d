import type { Usd } from './usd';

/** The operator's limits on spending. */
export interface CostCaps {
  /** Null for no limit. */
  perVideoUsd: Usd | null;
  perDayUsd: Usd | null;
}
