/** Ordering a batch: all of it is stored, or nothing. */
import { randomUUID } from 'node:crypto';
import { createBatch, findBatchByKey } from '#jobs/db/batches/batches.server.ts';
import type { DbTransaction } from '#jobs/db/client.server.ts';
import { fingerprint } from '#jobs/storage/fingerprint.server.ts';
import type { BatchTerms } from '#jobs/story/batch/batch-terms.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { StoryDraft } from '#jobs/story/order/draft.ts';
import type { Backend } from '#jobs/work/commands.server.ts';

export interface BatchOrder {
  terms: BatchTerms;
  /** Checked already, in the order in which they are to begin. */
  items: readonly { draft: StoryDraft; expectedUsd: Usd }[];
}

/**
 * Stores a batch with its stories in one transaction. Nothing of it begins by that: see `advanceBatch`.
 * @param givenKey repeats of a request under one key all answer with the first one's batch.
 * @throws StoryError `idempotency_conflict` when the key already stands for another request.
 */
export async function orderBatch(
  { db, ownerId }: Pick<Backend, 'db' | 'ownerId'>,
  { terms, items }: BatchOrder,
  givenKey: string | null,
): Promise<{ batchId: string; created: boolean }> {
  const id = randomUUID();
  const requestHash = fingerprint({ terms, drafts: items.map(({ draft }) => draft) });
  // Two people may come upon the same key.
  const idempotencyKey = givenKey !== null && ownerId !== null ? `${ownerId} ${givenKey}` : givenKey;
  return db.$transaction(async (tx: DbTransaction) => {
    const batch = { id, terms, items, idempotencyKey, requestHash, ownerId };
    if (await createBatch(tx, batch)) return { batchId: id, created: true };
    const first = idempotencyKey === null ? null : await findBatchByKey(tx, idempotencyKey);
    if (first?.requestHash === requestHash) return { batchId: first.id, created: false };
    throw new StoryError({
      code: 'idempotency_conflict',
      message: 'This Idempotency-Key was already used for a different request.',
      hint: 'Send a new key with a new request, or repeat the first request unchanged.',
      retryable: false,
    });
  });
}
