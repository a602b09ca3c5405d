import type { CallHooks } from '#jobs/ports/calls/call-hooks.ts';
import type { Providers } from '#jobs/ports/engines.ts';
import type { Workshop } from './workshop';

/** The workshop's engines, with each paid call under the ledger. */
export function countedEngines({ providers }: Workshop, hooks: CallHooks): Providers {
  return providers.countedBy?.(hooks) ?? providers;
}
