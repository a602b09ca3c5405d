import type { CallHooks } from '../providers/openai/call-hooks';
import type { Providers } from '../providers/types';
import type { Studio } from '../studio';

/** The studio's engines, with each paid call under the ledger. */
export function countedEngines({ providers }: Studio, hooks: CallHooks): Providers {
  return providers.countedBy?.(hooks) ?? providers;
}
