/** How an attempt at a video ends otherwise than with a film, guarded by its fence. */

import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { NOTHING_OPEN } from '#jobs/story/film/deaths/worker-deaths.ts';
import { AttemptEnded, type Fault } from '#jobs/story/film/fault.ts';
import type { VideoStatus } from '#jobs/story/film/status.ts';
import { type Attempt, current, moveWithin, patchVideo } from './attempt-writes.server';

/** Ends the attempt's video as failed, from whatever unfinished state it is in. @throws AttemptEnded */
export async function failVideo(db: Db, attempt: Attempt, fault: Fault): Promise<void> {
  await leaveWorking(db, attempt, 'failed', `The film could not be made: ${fault.message}`, fault);
}

/**
 * Tells that the attempt failed and another will follow. While assets are being made the state says so too;
 * in every other state the fault alone is noted.
 * @param restMs until then, where a server asks for it; null for shortly
 * @throws AttemptEnded
 */
export async function noteSetback(
  db: Db,
  attempt: Attempt,
  fault: Fault,
  restMs: number | null = null,
): Promise<void> {
  const video = await db.video.findFirst({ where: current(attempt), select: { status: true } });
  if (!video) throw new AttemptEnded('superseded');
  if (video.status === 'script_generated') {
    const then = restMs === null ? 'Trying again shortly.' : fault.hint;
    await leaveWorking(db, attempt, 'assets_missing', `${fault.message} ${then}`, fault);
  } else {
    await patchVideo(db, attempt, { error: fault, activity: null, ...NOTHING_OPEN });
  }
}

/** Tells that the attempt leaves its video for another one; nothing where a newer one has begun already. */
export async function closeAttempt(tx: Db | DbTransaction, attempt: Attempt): Promise<void> {
  await tx.video.updateMany({ where: current(attempt), data: NOTHING_OPEN });
}

async function leaveWorking(
  db: Db,
  attempt: Attempt,
  to: VideoStatus,
  message: string,
  error: Fault,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const video = await tx.video.findFirst({ where: current(attempt), select: { status: true } });
    if (!video) throw new AttemptEnded('superseded');
    await moveWithin(tx, attempt, video.status, to, message, { error, activity: null, ...NOTHING_OPEN });
  });
}
