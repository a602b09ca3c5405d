import type { Words } from '#app/language/page-words.ts';
import { listItems, readItemCosts } from '#jobs/db/batches/batch-items.server.ts';
import { findBatch } from '#jobs/db/batches/batches.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';
import { batchNotFound } from '#jobs/work/batches/batch-commands.server.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { type BatchView, batchView } from './batch-view';

/**
 * Reads how far a batch is.
 * @param words of whom it is told
 * @throws StoryError `batch_not_found`
 */
export async function readBatchView(
  { db, money }: Pick<Backend, 'db' | 'money'>,
  batchId: string,
  words: Words,
): Promise<BatchView> {
  if (!isUuid(batchId)) throw batchNotFound();
  const [batch, items, costs] = await Promise.all([
    findBatch(db, batchId),
    listItems(db, batchId),
    money.tariff ? readItemCosts(db, batchId) : null,
  ]);
  if (!batch) throw batchNotFound();
  return batchView(batch, items, costs, words);
}
