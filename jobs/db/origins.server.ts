/** By what the assets of a video were made, when and for how much: the ledger, told by asset. */
import type { Origin } from '#jobs/story/project/project-file.ts';
import type { Db } from './client.server';

/** Reads it by the hashes of what was made; what was never called for is not in it. */
export async function readOrigins(db: Db, videoId: string): Promise<Map<string, Origin>> {
  const calls = await db.providerCall.findMany({
    where: { videoId, endedAt: { not: null } },
    orderBy: { startedAt: 'asc' },
    select: { inputHash: true, provider: true, model: true, costUsd: true, startedAt: true, endedAt: true },
  });
  const origins = new Map<string, Origin>();
  for (const { inputHash, provider, model, costUsd, startedAt, endedAt } of calls) {
    origins.set(inputHash, {
      engine: provider,
      model,
      madeAt: (endedAt ?? startedAt).toISOString(),
      // All tries, also those that came to nothing.
      costUsd: (origins.get(inputHash)?.costUsd ?? 0) + Number(costUsd),
    });
  }
  return origins;
}
