/** One job of the queue, from its arrival to its end. */
import { setTimeout as delay } from 'node:timers/promises';
import { fromPrisma, type JobWithMetadata, type PgBoss } from 'pg-boss';
import { closeAttempt, failVideo, noteSetback } from '#jobs/db/attempts/attempt-ends.server.ts';
import { type Attempt, beginAttempt, patchVideo } from '#jobs/db/attempts/attempt-writes.server.ts';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import { untilBack } from '#jobs/db/away/until-back.server.ts';
import type { DbTransaction } from '#jobs/db/client.server.ts';
import { forgetUnneeded } from '#jobs/db/keepsakes.server.ts';
import { AT_WORK } from '#jobs/db/videos.server.ts';
import { planContext } from '#jobs/making/plan-context.server.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import { restOf } from '#jobs/ports/calls/server-faults.ts';
import { concernsDisk, diskFault } from '#jobs/ports/disk-fault.ts';
import { tellEnd } from '#jobs/ports/tracing.ts';
import { AttemptEnded, type Fault, StoryError, toFault } from '#jobs/story/film/fault.ts';
import { unneededFiles } from '#jobs/story/storyboard/keepsakes.ts';
import { type JobRest, sendJob } from '#jobs/work/commands.server.ts';
import { readDisk } from '#jobs/work/health.server.ts';
import {
  MOST_SETBACKS,
  PROCESS_VIDEO,
  type ProcessVideo,
  processVideoSchema,
  setbackPause,
} from '#jobs/work/process-video.ts';
import { watchAttempt } from './watch-attempt.server';

/** How often a video waits for servers that ask to be left alone, before that fails it. */
const MOST_RESTS = 24;
/** How soon a video that waits for the disk looks whether there is room, ms. */
const LOOK_FOR_ROOM_MS = 12_000;
/** How soon what could not be written to a full database is written again, ms. */
const ROWS_AGAIN_MS = 2_000;
/** How often a video's attempt may be cut short by a database that is away, before that counts as a fault of its own. */
const MOST_CUTS = 100;
/** How long a video waits then, ms: whoever holds it on the way back is not asked at once. */
const AFTER_CUT_MS = 1000;

/**
 * Works on the job's video. Returns when the job is settled for good (the film is ready, the video failed for
 * a reason that no repetition mends, or it was cancelled or deleted), or has given way to another one.
 * @throws whatever keeps the row from being told how it went: the queue delivers the job again.
 */
export async function runAttempt(
  workshop: Workshop,
  boss: PgBoss,
  job: JobWithMetadata<ProcessVideo>,
  shutdown: AbortSignal,
): Promise<void> {
  const { videoId, rests = 0, cuts = 0, setbacks = 0, traceparent } = processVideoSchema.parse(job.data);
  const past = { rests, cuts, setbacks, traceparent };
  const log = workshop.log.child({ videoId, attempt: setbacks + 1 });
  const begun = await onceRowsHaveRoom(
    () =>
      untilBack(() => beginAttempt(workshop.db, videoId), {
        signal: AbortSignal.any([shutdown, job.signal]),
      }),
    shutdown,
  );
  if (!begun) return;

  const ended = new AbortController();
  const stopWatching = watchAttempt(workshop, begun.attempt, ended);
  const signal = AbortSignal.any([shutdown, ended.signal, job.signal]);
  const lastChance = setbacks >= MOST_SETBACKS;
  log.info({ status: begun.video.status }, 'Working on a video.');
  try {
    await findRoom(workshop, begun);
    await makeFilm({ ...workshop, log }, begun, { signal, lastChance });
    log.info('The film is ready, or waits for somebody to go on.');
    await sweepUnneeded({ ...workshop, log }, begun.attempt);
  } catch (error) {
    const cause = endOf(signal, job.signal) ?? error;
    tellEnd(cause);
    const patience = { signal: shutdown };
    const giveBack = (next: JobRest) =>
      untilBack(() => handBack(workshop, boss, job, begun.attempt, next), patience);
    if (cause instanceof AttemptEnded) {
      log.info({ reason: cause.reason }, 'The attempt was ended.');
      // What a person changed meanwhile begins anew.
      const next = cause.reason === 'shutdown' ? past : { traceparent };
      if (await untilBack(() => isWanted(workshop, videoId))) await giveBack(next);
      return;
    }
    const disk = diskFault(cause);
    if (disk) {
      log.warn({ err: cause }, 'Nothing can be kept just now; the video waits in the queue.');
      await onceRowsHaveRoom(async () => {
        if (await untilBack(() => restAttempt(workshop, begun.attempt, disk, LOOK_FOR_ROOM_MS), patience))
          await giveBack({ ...past, restMs: LOOK_FOR_ROOM_MS });
      }, shutdown);
      return;
    }
    if (isDatabaseAway(cause) && cuts < MOST_CUTS) {
      log.warn({ err: cause }, 'The database is away; the video goes on when it is back.');
      return await giveBack({ ...past, cuts: cuts + 1, restMs: AFTER_CUT_MS });
    }
    const restMs = restOf(cause);
    if (restMs !== null && rests < MOST_RESTS) {
      log.warn({ err: cause }, 'A server asks to be left alone; the video waits in the queue.');
      if (await untilBack(() => restAttempt(workshop, begun.attempt, cause, restMs), patience))
        await giveBack({ ...past, rests: rests + 1, restMs });
      return;
    }
    log.error({ err: cause }, 'The attempt failed.');
    if (await untilBack(() => settleFault(workshop, begun.attempt, cause, lastChance), patience)) {
      const pauseMs = setbackPause(setbacks + 1, Math.random());
      await giveBack({ ...past, setbacks: setbacks + 1, restMs: pauseMs });
    }
  } finally {
    stopWatching();
  }
}

/**
 * Sees to it that there is room for a film before one is begun, and that nothing is said of the disk any more.
 * @throws StoryError that concerns the disk
 */
async function findRoom(
  { db, storage }: Workshop,
  { attempt, video }: { attempt: Attempt; video: { error: Fault | null } },
): Promise<void> {
  const { fault } = await readDisk(storage);
  if (fault) throw new StoryError(fault);
  if (concernsDisk(video.error)) await patchVideo(db, attempt, { error: null });
}

/** Writes rows as soon as the database's disk has room for them: what cannot be told is not given up for that. */
async function onceRowsHaveRoom<T>(write: () => Promise<T>, shutdown: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (!diskFault(error)) throw error;
      await delay(ROWS_AGAIN_MS, undefined, { signal: shutdown });
    }
  }
}

/** Makes room once a film is ready; what stays lying is swept when the next one is. */
async function sweepUnneeded(
  { db, storage, providers, renderer, log }: Workshop,
  attempt: Attempt,
): Promise<void> {
  try {
    await forgetUnneeded(db, attempt, planContext(providers, renderer.version), async (kept) => {
      const files = (await storage.list(attempt.videoId)).map(({ key }) => key);
      for (const key of unneededFiles(files, kept)) await storage.remove(key);
    });
  } catch (error) {
    log.warn({ err: error }, 'What is not needed any more could not be swept away.');
  }
}

/** Whether the video has to be gone on with: its storyboard changed under the attempt. */
async function isWanted({ db }: Workshop, videoId: string): Promise<boolean> {
  return (await db.video.count({ where: { id: videoId, ...AT_WORK } })) === 1;
}

/** Why an attempt was ended from outside, null where it was not; a job that is no longer ours is somebody else's. */
function endOf(signal: AbortSignal, claim: AbortSignal): AttemptEnded | null {
  if (!signal.aborted) return null;
  if (signal.reason instanceof AttemptEnded) return signal.reason;
  return claim.aborted ? new AttemptEnded('superseded') : null;
}

/** Notes a fault on the row. @returns whether another attempt is to follow */
async function settleFault(
  workshop: Workshop,
  attempt: Attempt,
  error: unknown,
  lastChance: boolean,
): Promise<boolean> {
  const fault = toFault(error);
  try {
    const isFollowed = fault.retryable && !lastChance;
    await (isFollowed ? noteSetback : failVideo)(workshop.db, attempt, fault);
    return isFollowed;
  } catch (ended) {
    if (ended instanceof AttemptEnded) return false;
    throw ended;
  }
}

/** Tells the row that its video waits, for a server or for the disk. @returns false where nobody wants it any more */
async function restAttempt(
  { db }: Workshop,
  attempt: Attempt,
  error: unknown,
  restMs: number,
): Promise<boolean> {
  try {
    await noteSetback(db, attempt, toFault(error), restMs);
    return true;
  } catch (ended) {
    if (ended instanceof AttemptEnded) return false;
    throw ended;
  }
}

/** Ends the attempt and puts another job in the place of its own. */
async function handBack(
  { db }: Workshop,
  boss: PgBoss,
  job: JobWithMetadata<ProcessVideo>,
  attempt: Attempt,
  next: JobRest,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await replaceJob(boss, tx, job, next);
    await closeAttempt(tx, attempt);
  });
}

/** Puts another job for the same video in the place of one that this worker has in hand. */
export async function replaceJob(
  boss: PgBoss,
  tx: DbTransaction,
  job: JobWithMetadata<ProcessVideo>,
  next: JobRest,
): Promise<void> {
  // Given the job itself, this settles our own only; a newer one keeps its place, and none is added.
  await boss.complete(PROCESS_VIDEO, job, {}, { db: fromPrisma(tx) });
  await sendJob(boss, tx, job.data.videoId, next);
}
