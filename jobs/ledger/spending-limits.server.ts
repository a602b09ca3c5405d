/** What may not be passed before something is paid: the operator's caps, and each person's limit for a day. */
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import type { CostCaps } from '#jobs/story/budget/cost-caps.ts';
import { formatUsd, type Usd } from '#jobs/story/budget/usd.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { capFault, filmCapFault } from './caps';
import { readOwnerDayUsd, readSpending } from './spending.server';

export interface Owner {
  id: string;
  /** US dollars; null for no limit of their own. */
  capPerDayUsd: Usd | null;
}

/** Whose a video is; null for nobody's. */
export async function readOwner(db: Db | DbTransaction, videoId: string): Promise<Owner | null> {
  const row = await db.video.findUnique({
    where: { id: videoId },
    select: { owner: { select: { id: true, capPerDayUsd: true } } },
  });
  const owner = row?.owner;
  return owner ? { id: owner.id, capPerDayUsd: owner.capPerDayUsd && Number(owner.capPerDayUsd) } : null;
}

/** What is to be paid for. */
export interface Payer {
  caps: CostCaps;
  /** Null for what belongs to no video. */
  videoId: string | null;
  owner: Owner | null;
}

/** Whether anything holds them back. */
export function isLimited({ caps, owner }: Pick<Payer, 'caps' | 'owner'>): boolean {
  const limits = [caps.perVideoUsd, caps.perDayUsd, owner?.capPerDayUsd ?? null];
  return limits.some((limit) => limit !== null);
}

/** Why a call that may cost so much must not be begun, or null. */
export async function callLimitFault(
  db: Db | DbTransaction,
  { caps, videoId, owner }: Payer,
  maximumUsd: Usd,
): Promise<Fault | null> {
  const spent = await readSpending(db, videoId);
  return capFault(caps, spent, maximumUsd) ?? ownerLimitFault(db, owner, maximumUsd);
}

/** Why a film that is expected to cost so much still must not be gone on with, or null. */
export async function filmLimitFault(
  db: Db,
  caps: CostCaps,
  videoId: string,
  expectedUsd: Usd,
): Promise<Fault | null> {
  const owner = await readOwner(db, videoId);
  if (expectedUsd === 0 || !isLimited({ caps, owner })) return null;
  const spent = await readSpending(db, videoId);
  return filmCapFault(caps, spent, expectedUsd) ?? ownerLimitFault(db, owner, expectedUsd);
}

/** Why what may cost so much must not be begun for a person, or null. */
async function ownerLimitFault(
  db: Db | DbTransaction,
  owner: Owner | null,
  addedUsd: Usd,
): Promise<Fault | null> {
  if (!owner || owner.capPerDayUsd === null || addedUsd === 0) return null;
  const dayUsd = await readOwnerDayUsd(db, owner.id);
  if (dayUsd + addedUsd - owner.capPerDayUsd <= 1e-9) return null;
  return {
    code: 'cost_cap_person',
    message: `Your films of today have cost ${formatUsd(dayUsd)}, and what comes next may cost up to ${formatUsd(addedUsd)}; your limit for one day is ${formatUsd(owner.capPerDayUsd)}.`,
    hint: 'Try again after midnight (UTC), choose the built-in studio, or ask an admin to raise your limit.',
    retryable: false,
  };
}
