/** What the ledger's rows add up to. */

import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import { type CallTraffic, WINDOW_MS } from './admission';
import type { Spending } from './caps';

/** No try lasts longer than this, ms; an entry that is older and has no answer was abandoned. */
const LONGEST_TRY_MS = 240_000;

const ABANDONED = Prisma.sql`(state = 'started' AND answered_at IS NULL
  AND started_at < clock_timestamp() - ${LONGEST_TRY_MS} * interval '1 millisecond')`;
/** What an entry counts: the reserved most while its call is under way, what it was expected to cost if it was lost. */
export const COUNTED_USD = Prisma.sql`coalesce(sum(CASE WHEN ${ABANDONED} THEN expected_usd ELSE cost_usd END), 0)::float8`;

/** Calls of one server and capability, by the database's own clock, which all workers share. */
export async function readTraffic(
  tx: DbTransaction,
  capability: string,
  host: string,
): Promise<CallTraffic & { nowMs: number }> {
  const [row] = await tx.$queryRaw<{ now: number; active: number; begun: number[] | null }[]>`
    SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now,
           count(*) FILTER (WHERE answered_at IS NULL AND state = 'started')::int AS active,
           array_agg((extract(epoch FROM started_at) * 1000)::float8)
             FILTER (WHERE started_at > clock_timestamp() - ${WINDOW_MS} * interval '1 millisecond') AS begun
    FROM provider_call
    WHERE capability = ${capability} AND host = ${host}
      AND started_at > clock_timestamp() - ${LONGEST_TRY_MS} * interval '1 millisecond'`;
  return { nowMs: row?.now ?? Date.now(), active: row?.active ?? 0, begunAt: row?.begun ?? [] };
}

/** How long a server still asks to be left alone, whatever it is asked for, ms; 0 for not at all. */
export async function readRestMs(tx: DbTransaction, host: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ rest: number | null }[]>`
    SELECT (extract(epoch FROM max(rests_until) - clock_timestamp()) * 1000)::float8 AS rest
    FROM provider_call WHERE host = ${host} AND rests_until > clock_timestamp()`;
  return Math.ceil(row?.rest ?? 0);
}

/** What counts towards the caps: for one video, and for all calls since midnight (UTC). */
export async function readSpending(db: Db | DbTransaction, videoId: string | null): Promise<Spending> {
  const [row] = await db.$queryRaw<{ day: number; video: number }[]>`
    SELECT (SELECT ${COUNTED_USD} FROM provider_call
            WHERE started_at >= date_trunc('day', clock_timestamp(), 'UTC')) AS day,
           (SELECT ${COUNTED_USD} FROM provider_call WHERE video_id = ${videoId}::uuid) AS video`;
  return { dayUsd: row?.day ?? 0, videoUsd: row?.video ?? 0 };
}

/** What counts of a person's videos since midnight (UTC), whatever became of them, US dollars. */
export async function readOwnerDayUsd(db: Db | DbTransaction, ownerId: string): Promise<number> {
  const [row] = await db.$queryRaw<{ day: number }[]>`
    SELECT ${COUNTED_USD} AS day FROM provider_call
    WHERE owner_id = ${ownerId}::uuid AND started_at >= date_trunc('day', clock_timestamp(), 'UTC')`;
  return row?.day ?? 0;
}

/** What was paid for one video, US dollars; calls under way are not counted. */
export async function readPaidUsd(db: Db, videoId: string): Promise<number> {
  const { _sum } = await db.providerCall.aggregate({
    where: { videoId, answeredAt: { not: null } },
    _sum: { costUsd: true },
  });
  return Number(_sum.costUsd ?? 0);
}

/**
 * What was paid in all, deleted videos included, and since midnight (UTC), US dollars.
 * @param ownerId for whose videos; null for everybody's
 */
export async function readPaidInAll(
  db: Db,
  ownerId: string | null = null,
): Promise<{ totalUsd: number; dayUsd: number }> {
  const owned = ownerId === null ? Prisma.empty : Prisma.sql`AND owner_id = ${ownerId}::uuid`;
  const [row] = await db.$queryRaw<{ total: number | null; day: number | null }[]>`
    SELECT sum(cost_usd)::float8 AS total,
           (sum(cost_usd) FILTER (WHERE started_at >= date_trunc('day', clock_timestamp(), 'UTC')))::float8 AS day
    FROM provider_call WHERE answered_at IS NOT NULL ${owned}`;
  return { totalUsd: row?.total ?? 0, dayUsd: row?.day ?? 0 };
}
