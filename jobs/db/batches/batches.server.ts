/** Batches as people act on them: ordered, read, paused, gone on with, cancelled. */
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import { toJson } from '#jobs/db/json-column.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';
import type { BatchTerms } from '#jobs/story/batch/batch-terms.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import { storedFault } from '#jobs/story/film/stored/fault-schema.ts';
import type { StoryDraft } from '#jobs/story/order/draft.ts';
import { countWords } from '#jobs/story/order/story-text.ts';

export interface Batch extends BatchTerms {
  id: string;
  isPaused: boolean;
  /** Why it paused by itself; null where a person did, or it runs. */
  trouble: Fault | null;
  cancelledAt: Date | null;
  createdAt: Date;
  ownerId: string | null;
}

export interface NewBatch {
  id: string;
  terms: BatchTerms;
  items: readonly { draft: StoryDraft; expectedUsd: Usd }[];
  idempotencyKey: string | null;
  /** Hash of the request, to tell a repetition from another request under the same key. */
  requestHash: string;
  ownerId: string | null;
}

/** Most characters of a story that stand for a title. */
const SHOWN_WORDS = 60;

/** Inserts a batch with all its stories, unless its idempotency key is taken: then nothing is written and false is returned. */
export async function createBatch(tx: DbTransaction, batch: NewBatch): Promise<boolean> {
  const { id, terms, items, idempotencyKey, requestHash, ownerId } = batch;
  const { count } = await tx.batch.createMany({
    data: { id, ...terms, idempotencyKey, requestHash, ownerId },
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await tx.batchItem.createMany({
    data: items.map(({ draft, expectedUsd }, position) => ({
      ...{ batchId: id, position, expectedUsd },
      ...{ title: shownTitle(draft), draft: toJson(draft) },
    })),
  });
  return true;
}

/** Finds the batch that an idempotency key stands for. */
export async function findBatchByKey(
  tx: DbTransaction,
  idempotencyKey: string,
): Promise<{ id: string; requestHash: string } | null> {
  return tx.batch.findUnique({ where: { idempotencyKey }, select: { id: true, requestHash: true } });
}

/** Reads a batch; null when the id is unknown or no id at all. */
export async function findBatch(db: Db | DbTransaction, id: string): Promise<Batch | null> {
  if (!isUuid(id)) return null;
  const row = await db.batch.findUnique({ where: { id } });
  return row && toBatch(row);
}

/** Whether a batch is somebody's. */
export async function isBatchOwner(db: Db, batchId: string, personId: string): Promise<boolean> {
  if (!isUuid(batchId)) return false;
  return (await db.batch.count({ where: { id: batchId, ownerId: personId } })) === 1;
}

/** What of a batch may be set anew. */
export interface BatchChange {
  isPaused?: boolean;
  trouble?: Fault | null;
  cancelledAt?: Date;
  atOnce?: number;
  capUsd?: Usd | null;
}

/** Sets what is named. */
export async function changeBatch(
  db: Db | DbTransaction,
  id: string,
  { isPaused, trouble, ...change }: BatchChange,
): Promise<void> {
  await db.batch.updateMany({
    where: { id },
    data: {
      ...change,
      ...(isPaused !== undefined && { paused: isPaused }),
      ...(trouble !== undefined && { trouble: trouble ? toJson(trouble) : Prisma.DbNull }),
    },
  });
}

function toBatch(row: Prisma.BatchGetPayload<object>): Batch {
  const { paused, trouble, capUsd, idempotencyKey: _key, requestHash: _hash, ...rest } = row;
  return {
    ...rest,
    isPaused: paused,
    trouble: storedFault(trouble),
    capUsd: capUsd === null ? null : Number(capUsd),
  };
}

/** The title, or as many of the story's first words as fit. */
function shownTitle({ title, story }: StoryDraft): string {
  if (title !== null) return title;
  const [first = ''] = story.split('\n', 1);
  const letters = [...first];
  if (letters.length <= SHOWN_WORDS && countWords(story) === countWords(first)) return first;
  const cut = letters.slice(0, SHOWN_WORDS).join('');
  return `${letters.length > SHOWN_WORDS ? cut.replace(/\s+\S*$/u, '') : cut}…`;
}
