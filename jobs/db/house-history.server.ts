/** What became of all videos, in order, for those who follow it. */
import type { Db } from '#jobs/db/client.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import { TOLD_STATUSES, type ToldEvent } from '#jobs/story/webhooks/webhook-event.ts';

/** An event, whosever video it is of. */
export interface HouseEvent extends ToldEvent {
  id: bigint;
  ownerId: string | null;
}

/** Events that are read at once. */
export const HISTORY_ROUND = 200;
/**
 * For so long an event may have a lower number than one that is there already, s: numbers are given before what was
 * done is committed, which takes moments.
 */
const SETTLING_S = 1;

/** The number after which everything is news. */
export async function newestEvent(db: Db): Promise<bigint> {
  const [row] = await db.$queryRaw<{ id: bigint }[]>`
    SELECT coalesce(max(id), 0) AS id FROM event WHERE at < now() - make_interval(secs => ${SETTLING_S}::int)`;
  return row?.id ?? 0n;
}

/** What happened after an event, oldest first, at most `HISTORY_ROUND`; none is ever told after a later one. */
export function readHistory(db: Db, since: bigint): Promise<HouseEvent[]> {
  // A worker whose clock is ahead does not keep everybody waiting.
  return db.$queryRaw<HouseEvent[]>`
    SELECT event.id, video.owner_id AS "ownerId", video.id AS "videoId", video.title, event."to", event.at,
      event.message, CASE WHEN event."to" = 'failed' THEN video.error->>'code' END AS fault
    FROM event JOIN video ON video.id = event.video_id
    WHERE event.id > ${since} AND event."to"::text IN (${Prisma.join(TOLD_STATUSES)})
      AND event.id < coalesce((
        SELECT min(fresh.id) FROM event AS fresh WHERE fresh.id > ${since}
          AND fresh.at BETWEEN now() - make_interval(secs => ${SETTLING_S}::int)
            AND now() + make_interval(secs => ${SETTLING_S}::int)), 9223372036854775807)
    ORDER BY event.id LIMIT ${HISTORY_ROUND}::int`;
}
