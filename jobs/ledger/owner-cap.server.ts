/** What one person's videos may cost in a day, over and above what the operator allows all of them. */
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { formatUsd, type Usd } from '#jobs/story/budget/usd.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { readOwnerDayUsd } from './spending.server';

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

/** Why what may cost so much must not be begun for a person, or null. */
export async function ownerCapFault(
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
