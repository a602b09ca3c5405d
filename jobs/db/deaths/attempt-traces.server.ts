/** What rows keep of their attempts, so that a video is known that kills its workers. */

import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import type { Prisma } from '#jobs/db/generated/client.ts';
import { THIS_WORKER } from '#jobs/db/workers/workers.server.ts';
import { deathsOf, reachOf, traceOfBeginning } from '#jobs/story/film/deaths/worker-deaths.ts';

const TRACED = {
  ...{ workerId: true, reach: true, deaths: true, status: true, activity: true },
  _count: { select: { takes: true } },
} as const satisfies Prisma.VideoSelect;

/** What a worker's attempt writes when it begins; null where there is no such video. */
export async function traceToBegin(tx: DbTransaction, videoId: string, worker: string) {
  const row = await readTraced(tx, videoId);
  return row && traceOfBeginning(row, reachNow(row), worker);
}

/** How often in a row a worker died of the video until now, see `deathsOf`, and what it was at. */
export async function readDeaths(db: Db | DbTransaction, videoId: string) {
  const row = await readTraced(db, videoId);
  if (!row) return null;
  const { status, activity } = row;
  return { status, activity, deaths: deathsOf(row, reachNow(row), THIS_WORKER) };
}

type TracedRow = Prisma.VideoGetPayload<{ select: typeof TRACED }>;

function readTraced(db: Db | DbTransaction, videoId: string): Promise<TracedRow | null> {
  return db.video.findUnique({ where: { id: videoId, deletedAt: null }, select: TRACED });
}

function reachNow({ status, _count }: TracedRow): number {
  return reachOf({ status, takes: _count.takes });
}
