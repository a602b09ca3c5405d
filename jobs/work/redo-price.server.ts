/** What an update of a film takes on this machine, and whether the operator's caps allow it. */
import { availableParallelism } from 'node:os';
import type { DbTransaction } from '#jobs/db/client.server.ts';
import { readMakingTimes } from '#jobs/db/making-times.server.ts';
import { updateCapFault } from '#jobs/ledger/caps.ts';
import { readSpending } from '#jobs/ledger/spending.server.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { ratesOf } from '#jobs/story/storyboard/making-rates.ts';
import { enginesOf, type RedoCost, type RedoFacts, redoCost } from '#jobs/story/storyboard/redo-cost.ts';
import type { Backend } from './commands.server';
import { assetSlots } from './making-place';

export interface RedoPrice extends RedoCost {
  /** Why the operator's caps forbid it; null where they do not. */
  refusal: Fault | null;
}

/** Puts a price on a plan, by what was measured here and by the tariff. */
export async function priceRedo(
  { db, money }: { db: Backend['db'] | DbTransaction; money: Backend['money'] },
  facts: Pick<RedoFacts, 'wanted' | 'plan' | 'context'>,
): Promise<RedoPrice> {
  const { waitsFor } = facts.context;
  const isRemote = waitsFor !== undefined && (waitsFor.speech || waitsFor.pictures);
  const place = { cores: availableParallelism(), assetSlots: assetSlots(isRemote) };
  const rates = ratesOf(await readMakingTimes(db, facts.wanted.id, enginesOf(facts)));
  const cost = redoCost({ ...facts, rates, place, tariff: money.tariff });
  const refusal =
    cost.usd > 0 ? updateCapFault(money.caps, await readSpending(db, facts.wanted.id), cost.usd) : null;
  return { ...cost, refusal };
}
