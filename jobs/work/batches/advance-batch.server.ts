/**
 * Takes a batch's next steps. What they are follows from its rows, and each is taken in one transaction under the
 * batch's lock: whoever dies in between leaves either nothing or a video with its job behind, and several workers at
 * once take no step twice.
 */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { holdQuota } from '#jobs/accounts/quota.server.ts';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import {
  findBatchOf,
  listOpenBatches,
  lockStanding,
  markBegun,
  readItemDraft,
  readItemVideo,
} from '#jobs/db/batches/batch-standing.server.ts';
import { changeBatch, findBatch } from '#jobs/db/batches/batches.server.ts';
import type { DbTransaction } from '#jobs/db/client.server.ts';
import { releaseVideo } from '#jobs/db/storyboard-film.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import { nextStep } from '#jobs/story/batch/next-step.ts';
import { type Fault, StoryError } from '#jobs/story/film/fault.ts';
import { addVideo, type Backend, sendJob } from '#jobs/work/commands.server.ts';

type BatchBackend = Pick<Backend, 'db' | 'boss' | 'storage'>;

/** What came of the look for a next step. */
type Outcome = 'taken' | 'asks-for-room' | 'nothing';

/** Begins and lets go on whatever may now. */
export async function advanceBatch(backend: BatchBackend, batchId: string): Promise<void> {
  const { db } = backend;
  let hasRoom = false;
  for (;;) {
    const outcome = await db.$transaction((tx) => takeStep(backend, tx, { batchId, hasRoom }));
    if (outcome === 'nothing') return;
    if (outcome === 'taken') continue;
    // Files are counted outside of any transaction: a bucket may take its time.
    const fault = await roomFault(backend, batchId);
    if (fault) await changeBatch(db, batchId, { isPaused: true, trouble: fault });
    hasRoom = true;
  }
}

/** The same for all batches that are not through; what keeps one from going on keeps no other. */
export async function advanceBatches(backend: BatchBackend, log: Logger): Promise<void> {
  for (const id of await listOpenBatches(backend.db))
    await untilNextRound({ batchId: id }, log, () => advanceBatch(backend, id));
}

/** The same for the batch of a video on which work has ended, if it has one. */
export async function advanceAfter(backend: BatchBackend, videoId: string, log: Logger): Promise<void> {
  await untilNextRound({ videoId }, log, async () => {
    const batchId = await findBatchOf(backend.db, videoId);
    if (batchId !== null) await advanceBatch(backend, batchId);
  });
}

/** Leaves what fails to the next round. @param whose for the log */
async function untilNextRound(whose: object, log: Logger, advance: () => Promise<void>): Promise<void> {
  try {
    await advance();
  } catch (error) {
    if (!isDatabaseAway(error))
      log.warn({ err: error, ...whose }, 'A batch could not go on; it will be tried again.');
  }
}

/** @param looked `hasRoom`: whether it was asked already if its owner may take up more of the disk */
async function takeStep(
  { boss }: BatchBackend,
  tx: DbTransaction,
  { batchId, hasRoom }: { batchId: string; hasRoom: boolean },
): Promise<Outcome> {
  const standing = await lockStanding(tx, batchId);
  if (!standing) return 'nothing';
  const step = nextStep(standing);
  switch (step.do) {
    case 'begin': {
      if (!hasRoom) return 'asks-for-room';
      const draft = await readItemDraft(tx, batchId, step.position);
      const id = randomUUID();
      const { ownerId } = standing;
      await addVideo(boss, tx, { id, draft, ownerId, idempotencyKey: null, requestHash: fingerprint(draft) });
      await markBegun(tx, batchId, step.position, id);
      return 'taken';
    }
    case 'go-on': {
      const videoId = await readItemVideo(tx, batchId, step.position);
      const video = videoId === null ? null : await findVideo(tx, videoId);
      // Somebody else let it go on, or deleted it, a moment ago.
      if (!video?.held) return 'nothing';
      await releaseVideo(tx, video, 'Going on.');
      await sendJob(boss, tx, video.id);
      return 'taken';
    }
    case 'pause':
      await changeBatch(tx, batchId, { isPaused: true, trouble: step.fault });
      return 'nothing';
    case 'nothing':
      return 'nothing';
  }
}

/** Why its owner may take up no more of the disk, or null. */
async function roomFault(backend: BatchBackend, batchId: string): Promise<Fault | null> {
  const batch = await findBatch(backend.db, batchId);
  try {
    await holdQuota(backend, batch?.ownerId ?? null);
    return null;
  } catch (error) {
    if (error instanceof StoryError) return error.toFault();
    throw error;
  }
}
