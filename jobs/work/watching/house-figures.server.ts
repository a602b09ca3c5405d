/** Figures of the whole house, read from its rows: workers come and go, what they did stands there. */
import type { Db } from '#jobs/db/client.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import { WORKER_SILENCE_MS } from '#jobs/db/workers/workers.server.ts';
import { AUDITION } from '#jobs/work/audition-queue.ts';
import { PROCESS_VIDEO, PROCESS_VIDEO_DEAD } from '#jobs/work/process-video.ts';

/** How many of the newest rows tell how long things take: takes of a few dozen films. */
const NEWEST_TAKES = 1000;
const NEWEST_CALLS = 2000;
const NEWEST_FILMS = 100;

const QUEUES = [PROCESS_VIDEO, AUDITION, PROCESS_VIDEO_DEAD] as const;

/** Jobs of a queue that are not done. */
export interface QueueFigures {
  queue: string;
  /** Those that a worker could take now. */
  waiting: number;
  /** Those that rest until a time that has not come. */
  resting: number;
  active: number;
  /** For how long the first of those that wait could have been taken, s; 0 where none waits. */
  oldestS: number;
}

/** How long one kind of work takes on the newest things that were made so. */
export interface StepFigures {
  /** `script`, `voice`, `picture`, `segment`, `music`, `sound` or `film`. */
  step: string;
  /** What did it; `house` where it is always the same. */
  engine: string;
  medianS: number;
  p95S: number;
}

/** Calls of one capability at one server. */
export interface CallFigures {
  capability: string;
  host: string;
  settled: number;
  failed: number;
  interrupted: number;
  /** Those that wait for their answer or its storing. */
  active: number;
  paidUsd: number;
}

export interface HouseFigures {
  queues: readonly QueueFigures[];
  /** Videos on the shelf, by status. */
  videos: readonly { status: string; videos: number }[];
  /** Those among them that failed, by the code of their fault. */
  failures: readonly { code: string; videos: number }[];
  steps: readonly StepFigures[];
  /** Tall frames that the newest stretches were drawn with in a second; null where none was measured. */
  framesPerS: number | null;
  calls: readonly CallFigures[];
  /** What was paid since midnight (UTC), US dollars. */
  paidTodayUsd: number;
  workersAlive: number;
}

/** @throws whatever keeps the rows from being read */
export async function readHouseFigures(db: Db): Promise<HouseFigures> {
  // One after the other: pages are not kept from their connections.
  return {
    queues: await readQueues(db),
    videos: await readVideos(db),
    failures: await readFailures(db),
    steps: await readSteps(db),
    framesPerS: await readFramesPerS(db),
    calls: await readCalls(db),
    paidTodayUsd: await readPaidToday(db),
    workersAlive: await countWorkers(db),
  };
}

async function readQueues(db: Db): Promise<QueueFigures[]> {
  const rows = await db.$queryRaw<QueueFigures[]>`
    SELECT name AS queue,
           count(*) FILTER (WHERE state < 'active' AND start_after <= now())::int AS waiting,
           count(*) FILTER (WHERE state < 'active' AND start_after > now())::int AS resting,
           count(*) FILTER (WHERE state = 'active')::int AS active,
           coalesce(extract(epoch FROM now() - min(start_after)
             FILTER (WHERE state < 'active' AND start_after <= now())), 0)::float8 AS "oldestS"
    FROM pgboss.job WHERE name IN (${Prisma.join(QUEUES)}) AND state IN ('created', 'retry', 'active')
    GROUP BY name`;
  const empty = { waiting: 0, resting: 0, active: 0, oldestS: 0 };
  return QUEUES.map((queue) => rows.find((row) => row.queue === queue) ?? { queue, ...empty });
}

function readVideos(db: Db): Promise<{ status: string; videos: number }[]> {
  return db.$queryRaw`
    SELECT status::text, count(*)::int AS videos FROM video WHERE deleted_at IS NULL GROUP BY status`;
}

function readFailures(db: Db): Promise<{ code: string; videos: number }[]> {
  return db.$queryRaw`
    SELECT coalesce(error->>'code', 'unexpected') AS code, count(*)::int AS videos
    FROM video WHERE status = 'failed' AND deleted_at IS NULL GROUP BY 1 ORDER BY videos DESC`;
}

/** Scripts have no take of their own, but a call; what all films share stands with their versions. */
function readSteps(db: Db): Promise<StepFigures[]> {
  return db.$queryRaw`
    WITH taken AS (
      SELECT kind AS step, coalesce(engine, 'unknown') AS engine, took_ms::float8 AS ms
      FROM (SELECT * FROM take ORDER BY id DESC LIMIT ${NEWEST_TAKES}) newest
      UNION ALL
      SELECT 'script', provider || ' ' || model, extract(epoch FROM ended_at - started_at)::float8 * 1000
      FROM (SELECT * FROM provider_call ORDER BY started_at DESC LIMIT ${NEWEST_CALLS}) newest
      WHERE kind = 'script' AND state = 'settled'
      UNION ALL
      SELECT part.step, 'house', part.ms::float8
      FROM (SELECT * FROM version ORDER BY at DESC LIMIT ${NEWEST_FILMS}) newest,
        LATERAL (VALUES ('film', took_ms), ('music', music_ms), ('sound', sound_ms)) part(step, ms)
    )
    SELECT step, engine,
           percentile_cont(0.5) WITHIN GROUP (ORDER BY ms) / 1000 AS "medianS",
           percentile_cont(0.95) WITHIN GROUP (ORDER BY ms) / 1000 AS "p95S"
    FROM taken WHERE ms IS NOT NULL GROUP BY step, engine ORDER BY step, engine`;
}

async function readFramesPerS(db: Db): Promise<number | null> {
  const [row] = await db.$queryRaw<{ perS: number | null }[]>`
    SELECT (sum(amount) * 1000 / nullif(sum(took_ms), 0))::float8 AS "perS"
    FROM (SELECT * FROM take ORDER BY id DESC LIMIT ${NEWEST_TAKES}) newest
    WHERE kind = 'segment' AND took_ms IS NOT NULL AND amount IS NOT NULL`;
  return row?.perS ?? null;
}

/** Built-in engines ask no server. Deleted videos leave their calls: these counts never fall. */
function readCalls(db: Db): Promise<CallFigures[]> {
  return db.$queryRaw`
    SELECT capability, coalesce(host, 'unknown') AS host,
           count(*) FILTER (WHERE state = 'settled')::int AS settled,
           count(*) FILTER (WHERE state = 'failed')::int AS failed,
           count(*) FILTER (WHERE state = 'interrupted')::int AS interrupted,
           count(*) FILTER (WHERE state = 'started')::int AS active,
           coalesce(sum(cost_usd) FILTER (WHERE answered_at IS NOT NULL), 0)::float8 AS "paidUsd"
    FROM provider_call WHERE capability IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`;
}

async function readPaidToday(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ usd: number }[]>`
    SELECT coalesce(sum(cost_usd), 0)::float8 AS usd FROM provider_call
    WHERE answered_at IS NOT NULL AND started_at >= date_trunc('day', now(), 'UTC')`;
  return row?.usd ?? 0;
}

function countWorkers(db: Db): Promise<number> {
  return db.worker.count({ where: { seenAt: { gte: new Date(Date.now() - WORKER_SILENCE_MS) } } });
}
