/** What a person may ask of a batch that runs. */
import { listUnfinishedOf, releaseItems } from '#jobs/db/batches/batch-standing.server.ts';
import { type Batch, changeBatch, findBatch } from '#jobs/db/batches/batches.server.ts';
import { endVideo } from '#jobs/db/videos.server.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { advanceBatch } from './advance-batch.server';

export type BatchAct =
  /** Nothing more begins; what is under way is finished. */
  | { do: 'pause' }
  | { do: 'go-on' }
  /** Nothing more begins, and what is under way is stopped. */
  | { do: 'cancel' }
  /** Those that were looked at are made: the one there, or all that wait now. */
  | { do: 'release'; position?: number }
  | { do: 'change'; atOnce?: number | undefined; capUsd: Usd | null };

/**
 * Does it; asked again it does nothing.
 * @throws StoryError `batch_not_found`, or `batch_cancelled` for what cannot go on any more
 */
export async function actOnBatch(
  backend: Pick<Backend, 'db' | 'boss' | 'storage'>,
  batchId: string,
  act: BatchAct,
): Promise<void> {
  const { db } = backend;
  const batch = await findBatch(db, batchId);
  if (!batch) throw batchNotFound();
  if (act.do === 'cancel') return cancelRest(backend, batch);
  if (batch.cancelledAt) throw batchCancelled();
  switch (act.do) {
    case 'pause':
      return changeBatch(db, batchId, { isPaused: true });
    case 'go-on':
      await changeBatch(db, batchId, { isPaused: false, trouble: null });
      break;
    case 'release':
      await releaseItems(db, batchId, act.position);
      break;
    case 'change': {
      const { atOnce, capUsd } = act;
      await changeBatch(db, batchId, { capUsd, ...(atOnce !== undefined && { atOnce }) });
      break;
    }
  }
  await advanceBatch(backend, batchId);
}

async function cancelRest({ db }: Pick<Backend, 'db'>, { id, cancelledAt }: Batch): Promise<void> {
  // From here on nothing begins: what is unfinished now is all there is.
  if (!cancelledAt) await changeBatch(db, id, { cancelledAt: new Date() });
  for (const videoId of await listUnfinishedOf(db, id)) {
    await db.$transaction((tx) =>
      endVideo(tx, videoId, 'cancelled', { message: 'Cancelled with its batch.', error: null }),
    );
  }
}

/** The fault of an id that no batch has. */
export function batchNotFound(): StoryError {
  return new StoryError({
    code: 'batch_not_found',
    message: 'There is no batch with this id.',
    hint: 'Check the address, or pick the batch on the page of batches.',
    retryable: false,
  });
}

function batchCancelled(): StoryError {
  return new StoryError({
    code: 'batch_cancelled',
    message: 'The rest of this batch was cancelled.',
    hint: 'Order what is missing as a new batch; single films can be taken up again on their pages.',
    retryable: false,
  });
}
