/** Whose batches a request may see and touch. */
import type { AppLoadContext } from '@remix-run/node';
import { ApiFault } from '#app/http/api-fault.ts';
import { isBatchOwner } from '#jobs/db/batches/batches.server.ts';
import { batchNotFound } from '#jobs/work/batches/batch-commands.server.ts';

/** What no id of ours is longer than. */
const LONGEST_ID = 100;

/**
 * The id of a batch that the visitor may see: another person's is as unknown as one that nobody has.
 * @throws ApiFault 400 when it is missing; StoryError `batch_not_found`
 */
export async function ownBatchId({ backend, visitor }: AppLoadContext, value: unknown): Promise<string> {
  if (typeof value !== 'string' || value === '') {
    throw new ApiFault(400, {
      code: 'missing_batch_id',
      message: 'The request does not say which batch is meant.',
      hint: 'Send the batchId that POST /api/batch answered with.',
    });
  }
  const id = value.slice(0, LONGEST_ID).toLowerCase();
  if (visitor === null || (await isBatchOwner(backend.db, id, visitor.id))) return id;
  throw batchNotFound();
}
