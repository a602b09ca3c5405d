import type { CallHooks } from '#jobs/ports/calls/call-hooks.ts';
import type { Providers } from '#jobs/ports/engines.ts';
import type { Production } from './production.server';

/** The same engines, with each call to a provider under the ledger; none begins once the attempt has failed. */
export function countedEngines(
  engines: Providers,
  hooks: CallHooks,
  { signal }: Pick<Production, 'signal'>,
): Providers {
  const begin: CallHooks['begin'] = (call, wanted) => hooks.begin(call, AbortSignal.any([wanted, signal]));
  return engines.countedBy?.({ begin }) ?? engines;
}
