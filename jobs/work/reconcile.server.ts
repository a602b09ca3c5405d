/**
 * Keeps rows and jobs true to each other: an unfinished video always has a job, whatever crashed when.
 */
import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import type { Db } from '#jobs/db/client.server.ts';
import { mayRemove } from '#jobs/db/sessions/removals.server.ts';
import { endVideo, isUuid, listUnfinished } from '#jobs/db/videos.server.ts';
import { closeInterrupted, listVideosInCalls } from '#jobs/ledger/lost-calls.server.ts';
import type { Storage } from '#jobs/ports/storage.ts';
import { sendJob } from './commands.server';
import { PROCESS_VIDEO, PROCESS_VIDEO_POLICY } from './process-video';

/** A row younger than this may still be on its way to its job's next state, ms. */
const GRACE_MS = 5_000;
/** Within this every living worker says so of each of its jobs, ms. */
const HEARTBEAT_MS = PROCESS_VIDEO_POLICY.heartbeatSeconds * 1000;

interface Reconciled {
  db: Db;
  boss: PgBoss;
  log: Logger;
}

/** Gives a job to every unfinished video that has none. @returns how many were given one. */
export async function requeueOrphans({ db, boss, log }: Reconciled): Promise<number> {
  let requeued = 0;
  for (const video of await listUnfinished(db)) {
    if (Date.now() - video.updatedAt.getTime() < GRACE_MS) continue;
    const jobs = await boss.findJobs(PROCESS_VIDEO, { key: video.id });
    if (jobs.some((job) => ['created', 'retry', 'active'].includes(job.state))) continue;
    if (await db.$transaction((tx) => sendJob(boss, tx, video.id))) {
      requeued += 1;
      log.warn({ videoId: video.id }, 'An unfinished video had no job; it was queued again.');
    }
  }
  return requeued;
}

/**
 * Closes the calls of workers that died: until then they hold places among a server's calls at once, for which
 * other videos may wait while the dead one's own has not been taken up again.
 */
export async function closeAbandonedCalls({ db, boss }: Pick<Reconciled, 'db' | 'boss'>): Promise<void> {
  const before = new Date(Date.now() - GRACE_MS);
  for (const videoId of await listVideosInCalls(db)) {
    const jobs = await boss.findJobs(PROCESS_VIDEO, { key: videoId });
    // A new attempt that begins from here on begins its calls later.
    if (!jobs.some((job) => job.state === 'active')) await closeInterrupted(db, videoId, before);
  }
}

/** Tells a video's row that its job used up all attempts without any attempt being able to say so. */
export async function buryVideo({ db, log }: Pick<Reconciled, 'db' | 'log'>, videoId: string): Promise<void> {
  const buried = await endVideo(db, videoId, 'failed', {
    message: 'The film could not be made: the worker stopped every time.',
    error: {
      code: 'worker_died',
      message: 'The worker stopped in the middle of this video every time it tried.',
      hint: 'Check that the machine has enough memory and disk, then press Retry: only what is missing is made.',
      retryable: true,
    },
  });
  if (buried) log.error({ videoId }, 'A job used up all its attempts.');
}

/**
 * Removes the files of videos that no longer exist, such as those written while a video was deleted. A file may
 * be a moment older than its row, so that only what was already suspected by the last round is removed; nothing is while
 * a backup is being made.
 * @returns the suspects for the next round: ids that have files and no row.
 */
export async function sweepFiles(
  { db, storage }: { db: Db; storage: Storage },
  suspected: ReadonlySet<string>,
): Promise<Set<string>> {
  const prefixes = (await storage.listPrefixes()).filter(isUuid);
  const rows = await db.video.findMany({ where: { id: { in: prefixes } }, select: { id: true } });
  const known = new Set(rows.map((row) => row.id));
  const orphaned = prefixes.filter((prefix) => !known.has(prefix));
  if (!(await mayRemove(db))) return new Set(orphaned);
  for (const prefix of orphaned) if (suspected.has(prefix)) await storage.removeAll(prefix);
  return new Set(orphaned.filter((prefix) => !suspected.has(prefix)));
}

/**
 * The queue's supervision, to be called about once a second: retries, overdue heartbeats, maintenance. A database that
 * was away has missed the heartbeats of workers that lived all the time. Nobody's job is given away for that: all have
 * the time of one heartbeat to be heard again first.
 */
export function superviseJobs({ db, boss }: Pick<Reconciled, 'db' | 'boss'>): () => Promise<void> {
  let awayAt: number | null = null;
  return async () => {
    try {
      const isHeard = awayAt === null || Date.now() - awayAt > HEARTBEAT_MS;
      if (!isHeard || (await serverAgeMs(db)) <= HEARTBEAT_MS) return;
      await boss.supervise();
    } catch (error) {
      awayAt = Date.now();
      if (!isDatabaseAway(error)) throw error;
    }
  };
}

/** How long ago the server was started, which another than this worker may have missed, ms. */
async function serverAgeMs(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ ageMs: number }[]>`
    SELECT (extract(epoch FROM clock_timestamp() - pg_postmaster_start_time()) * 1000)::float8 AS "ageMs"`;
  return row?.ageMs ?? 0;
}
