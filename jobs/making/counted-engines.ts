import type { CallHooks } from '#jobs/ports/calls/call-hooks.ts';
import type { Providers } from '#jobs/ports/engines.ts';

/** The same engines, with each call to a provider under the ledger. */
export function countedEngines(engines: Providers, hooks: CallHooks): Providers {
  return engines.countedBy?.(hooks) ?? engines;
}
