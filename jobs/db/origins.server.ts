/** By what the assets of a video were made, when and for how much: the ledger, told by asset. */
import type { Origin } from '#jobs/story/project/project-file.ts';
import type { Db } from './client.server';

/** Reads it by the hashes of what was made; what was never called for is not in it. */
export async function readOrigins(db: Db, videoId: string): Promise<Map<string, Origin>> {
  return originsOf(await readCalls(db, { videoId }));
}

/** The same of the newest script, whatever was chosen since; null where there was no call for one. */
export async function readScriptOrigin(db: Db, videoId: string): Promise<Origin | null> {
  const origins = originsOf(await readCalls(db, { videoId, kind: 'script' }));
  return [...origins.values()].at(-1) ?? null;
}

function readCalls(db: Db, calls: { videoId: string; kind?: 'script' }) {
  return db.providerCall.findMany({
    where: { ...calls, endedAt: { not: null } },
    orderBy: { startedAt: 'asc' },
    select: { inputHash: true, provider: true, model: true, costUsd: true, startedAt: true, endedAt: true },
  });
}

function originsOf(calls: Awaited<ReturnType<typeof readCalls>>): Map<string, Origin> {
  const origins = new Map<string, Origin>();
  for (const { inputHash, provider, model, costUsd, startedAt, endedAt } of calls) {
    // All tries, also those that came to nothing.
    const paid = origins.get(inputHash)?.costUsd ?? 0;
    // The newest comes last.
    origins.delete(inputHash);
    origins.set(inputHash, {
      engine: provider,
      model,
      madeAt: (endedAt ?? startedAt).toISOString(),
      costUsd: paid + Number(costUsd),
    });
  }
  return origins;
}
