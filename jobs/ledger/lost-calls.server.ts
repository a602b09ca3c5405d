/** Calls that may have been paid for nothing: closed, counted, and accepted by a person. */
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';

/**
 * Closes what a crash left open: those calls may have been charged and count as what they were expected to cost.
 * @param begunBefore leaves alone what was begun later; by default nothing.
 */
export async function closeInterrupted(
  db: Db,
  videoId: string,
  begunBefore: Date = new Date(Date.now() + 60_000),
): Promise<void> {
  await db.$executeRaw`
    UPDATE provider_call
    SET state = (CASE WHEN capability IS NULL THEN 'failed' ELSE 'interrupted' END)::"CallState",
        ended_at = now(), answered_at = coalesce(answered_at, now()),
        cost_usd = CASE WHEN answered_at IS NULL THEN expected_usd ELSE cost_usd END
    WHERE video_id = ${videoId}::uuid AND state = 'started' AND started_at < ${begunBefore}`;
}

/** Videos of which a call is under way, or was when its worker died. */
export async function listVideosInCalls(db: Db): Promise<string[]> {
  const calls = await db.providerCall.findMany({
    where: { state: 'started', videoId: { not: null } },
    distinct: ['videoId'],
    select: { videoId: true },
  });
  return calls.flatMap(({ videoId }) => videoId ?? []);
}

/** How often the result of a call was lost since a person last went on with its video. */
export interface Losses {
  /** Calls of which nobody knows what became of them. */
  interrupted: number;
  /** Answers that came and could not be used, and what they cost together. */
  unusable: number;
  unusableUsd: Usd;
}

export async function countLosses(tx: DbTransaction, videoId: string, callHash: string): Promise<Losses> {
  const calls = { videoId, callHash, acceptedAt: null };
  const interrupted = await tx.providerCall.count({ where: { ...calls, state: 'interrupted' } });
  const unusable = await tx.providerCall.aggregate({
    where: { ...calls, unusable: true },
    ...{ _count: true, _sum: { costUsd: true } },
  });
  return {
    ...{ interrupted, unusable: unusable._count },
    unusableUsd: Number(unusable._sum.costUsd ?? 0),
  };
}

/**
 * Holds no earlier interruption and no unusable answer against a video's calls any more: a person goes on with it,
 * knowing of them.
 */
export async function acceptLosses(tx: DbTransaction, videoId: string): Promise<void> {
  await tx.providerCall.updateMany({
    where: {
      ...{ videoId, acceptedAt: null },
      OR: [{ state: { in: ['started', 'interrupted'] } }, { unusable: true }],
    },
    data: { acceptedAt: new Date() },
  });
}
