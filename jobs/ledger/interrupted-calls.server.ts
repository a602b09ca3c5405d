/** Calls that may have been paid although their result was lost: closed, counted, and accepted by a person. */
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';

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

/** How often a call of a video was interrupted since a person last went on with it. */
export async function countInterruptions(
  tx: DbTransaction,
  videoId: string,
  callHash: string,
): Promise<number> {
  return tx.providerCall.count({ where: { videoId, callHash, state: 'interrupted', acceptedAt: null } });
}

/** Holds no earlier interruption against a video's calls any more: a person goes on with it, knowing of them. */
export async function acceptInterruptions(tx: DbTransaction, videoId: string): Promise<void> {
  await tx.providerCall.updateMany({
    where: { videoId, state: { in: ['started', 'interrupted'] }, acceptedAt: null },
    data: { acceptedAt: new Date() },
  });
}
