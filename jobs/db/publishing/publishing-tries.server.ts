/** What one try at a publication writes down; a try that was overtaken or cancelled changes nothing any more. */
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import { toJson, toNullableJson } from '#jobs/db/json-column.server.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import {
  type FilmFacts,
  type FilmFiles,
  filmFactsSchema,
  filmFilesSchema,
  publishingWishesSchema,
  publishingWordsSchema,
} from '#jobs/story/publishing/publication-record.ts';
import { statesLeadingTo } from '#jobs/story/publishing/publication-state.ts';
import type { PublishingWishes, PublishingWords } from '#jobs/story/publishing/publishing-choices.ts';

/** This try has ended: it was overtaken by another one, or cancelled. */
export class TryEnded extends Error {
  override readonly name = 'TryEnded';

  constructor() {
    super('The try has ended.');
  }
}

export interface BegunTry {
  id: string;
  fence: number;
  videoId: string;
  accountId: string | null;
  files: FilmFiles;
  words: PublishingWords;
  wishes: PublishingWishes;
  facts: FilmFacts;
  setbacks: number;
  bytesSent: number;
  /** Sealed for the publication's id. */
  session: string | null;
  remoteId: string | null;
}

/** Begins a try. @returns null where there is nothing to be done any more, or its video is deleted */
export async function beginTry(db: Db, id: string): Promise<BegunTry | null> {
  const [row] = await db.publication.updateManyAndReturn({
    where: { id, state: { in: statesLeadingTo('uploading') }, video: { deletedAt: null } },
    data: { state: 'uploading', fence: { increment: 1 }, againAt: null },
  });
  if (!row) return null;
  const { fence, videoId, accountId, setbacks, bytesSent, session, remoteId } = row;
  return {
    ...{ id, fence, videoId, accountId, setbacks, bytesSent, session, remoteId },
    files: filmFilesSchema.parse(row.files),
    words: publishingWordsSchema.parse(row.words),
    wishes: publishingWishesSchema.parse(row.wishes),
    facts: filmFactsSchema.parse(row.facts),
  };
}

type Begun = Pick<BegunTry, 'id' | 'fence'>;

/** @throws TryEnded */
async function write(
  db: Db | DbTransaction,
  { id, fence }: Begun,
  data: Prisma.PublicationUpdateManyMutationInput,
): Promise<void> {
  const { count } = await db.publication.updateMany({
    where: { id, fence, state: 'uploading', video: { deletedAt: null } },
    data,
  });
  if (count === 0) throw new TryEnded();
}

/** @param session sealed @throws TryEnded */
export async function keepStanding(
  db: Db,
  begun: Begun,
  { session, remoteId }: { session: string | null; remoteId: string | null },
): Promise<void> {
  await write(db, begun, { session, remoteId });
}

/** Notes how far it is: what kept it from getting on is over. @throws TryEnded */
export async function keepBytes(db: Db, begun: Begun, sent: number, total: number): Promise<void> {
  await write(db, begun, { bytesSent: sent, bytesTotal: total, fault: Prisma.DbNull });
}

/** @throws TryEnded */
export async function endTry(
  db: Db,
  begun: Begun,
  { address, note }: { address: string | null; note: Fault | null },
): Promise<void> {
  await write(db, begun, {
    ...{ state: 'published', publishedAt: new Date(), session: null, againAt: null, fault: Prisma.DbNull },
    ...{ address, note: toNullableJson(note) },
  });
}

/** @throws TryEnded */
export async function failTry(db: Db, begun: Begun, fault: Fault): Promise<void> {
  await write(db, begun, { state: 'failed', fault: toJson(fault), againAt: null });
}

/** Notes why it is tried again, and when. @throws TryEnded */
export async function pauseTry(
  tx: DbTransaction,
  begun: Begun,
  { fault, setbacks, againAt }: { fault: Fault; setbacks: number; againAt: Date },
): Promise<void> {
  await write(tx, begun, { fault: toJson(fault), setbacks, againAt });
}
