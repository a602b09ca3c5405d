/** Films on their way to where they are published: the only writer of their rows. */
import { randomUUID } from 'node:crypto';
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import type { PublicationModel } from '#jobs/db/generated/models.ts';
import { toJson } from '#jobs/db/json-column.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';
import type { Fault } from '#jobs/story/film/fault.ts';
import {
  type FilmFacts,
  type FilmFiles,
  filmFilesSchema,
  publishingWishesSchema,
  publishingWordsSchema,
} from '#jobs/story/publishing/publication-record.ts';
import {
  type PublicationState,
  statesLeadingTo,
  UNDER_WAY,
} from '#jobs/story/publishing/publication-state.ts';
import type { PublishingWishes, PublishingWords } from '#jobs/story/publishing/publishing-choices.ts';
import type { PublishingAccount } from './publishing-accounts.server';

export interface NewPublication {
  videoId: string;
  account: Pick<PublishingAccount, 'id' | 'kind' | 'name'>;
  filmHash: string;
  files: FilmFiles;
  words: PublishingWords;
  wishes: PublishingWishes;
  facts: FilmFacts;
}

export interface Publication {
  id: string;
  videoId: string;
  accountId: string | null;
  kind: string;
  /** What the place is called. */
  target: string;
  filmHash: string;
  words: PublishingWords;
  wishes: PublishingWishes;
  state: PublicationState;
  fault: Fault | null;
  note: Fault | null;
  againAt: Date | null;
  bytesSent: number;
  bytesTotal: number | null;
  address: string | null;
  createdAt: Date;
  publishedAt: Date | null;
}

/** Writes one down, unless the same film is on its way there. @returns its id, or that one's */
export async function addPublication(
  tx: DbTransaction,
  { account, ...film }: NewPublication,
): Promise<{ id: string; isNew: boolean }> {
  const { videoId, filmHash, files, words, wishes, facts } = film;
  const id = randomUUID();
  const { count } = await tx.publication.createMany({
    data: {
      ...{ id, videoId, filmHash, files, facts, words: toJson(words), wishes: toJson(wishes) },
      ...{ accountId: account.id, kind: account.kind, target: account.name },
    },
    skipDuplicates: true,
  });
  if (count === 1) return { id, isNew: true };
  const there = await tx.publication.findFirstOrThrow({
    where: { videoId, accountId: account.id, filmHash, state: { in: [...UNDER_WAY] } },
    select: { id: true },
  });
  return { id: there.id, isNew: false };
}

/** A video's, the newest first. */
export async function listPublications(db: Db, videoId: string): Promise<Publication[]> {
  const rows = await db.publication.findMany({ where: { videoId }, orderBy: { createdAt: 'desc' } });
  return rows.map(toPublication);
}

/** @returns null where the video has no such one */
export async function findPublication(
  db: Db | DbTransaction,
  videoId: string,
  id: string,
): Promise<Publication | null> {
  if (!isUuid(id)) return null;
  const [row] = await db.publication.findMany({ where: { id, videoId } });
  return row ? toPublication(row) : null;
}

/** The one that brought this very film there; null where none did. */
export async function findPublished(
  tx: DbTransaction,
  { videoId, accountId, filmHash }: { videoId: string; accountId: string; filmHash: string },
): Promise<Publication | null> {
  const row = await tx.publication.findFirst({ where: { videoId, accountId, filmHash, state: 'published' } });
  return row && toPublication(row);
}

/** Has one tried again that failed or was cancelled. @returns false where it is none, or the same is under way */
export async function reopenPublication(tx: DbTransaction, id: string): Promise<boolean> {
  const row = await tx.publication.findUnique({ where: { id } });
  if (!row || !statesLeadingTo('queued').includes(row.state)) return false;
  const { videoId, accountId, filmHash } = row;
  // Whoever adds the same meanwhile refers to the place, and waits.
  await tx.$queryRaw`SELECT FROM publishing_account WHERE id = ${accountId}::uuid FOR UPDATE`;
  const others = await tx.publication.count({
    where: { videoId, accountId, filmHash, state: { in: [...UNDER_WAY] } },
  });
  if (accountId === null || others > 0) return false;
  const { count } = await tx.publication.updateMany({
    where: { id, state: row.state },
    data: { state: 'queued', fault: Prisma.DbNull, againAt: null, setbacks: 0 },
  });
  return count === 1;
}

/** Stops one. The fence rises, so that whoever is at it writes nothing more. @returns false where it is over */
export async function cancelPublication(tx: Db | DbTransaction, id: string): Promise<boolean> {
  return (await cancelWhere(tx, { id })) === 1;
}

/** Stops all that are on their way to a place. */
export async function cancelAllTo(tx: DbTransaction, accountId: string): Promise<void> {
  await cancelWhere(tx, { accountId });
}

async function cancelWhere(tx: Db | DbTransaction, where: Prisma.PublicationWhereInput): Promise<number> {
  const { count } = await tx.publication.updateMany({
    where: { ...where, state: { in: statesLeadingTo('cancelled') } },
    data: { state: 'cancelled', fence: { increment: 1 }, fault: Prisma.DbNull, againAt: null },
  });
  return count;
}

/** Ids of those that a job should be working on, as they stood a moment ago. */
export async function listUnderWay(db: Db, before: Date): Promise<string[]> {
  const rows = await db.publication.findMany({
    where: { state: { in: [...UNDER_WAY] }, updatedAt: { lt: before }, video: { deletedAt: null } },
    select: { id: true, againAt: true },
  });
  return rows.filter(({ againAt }) => againAt === null || againAt < before).map(({ id }) => id);
}

/** Storage keys of the files that were lent with a publication; null where it or its video is gone. */
export async function findLentFiles(db: Db, id: string): Promise<FilmFiles | null> {
  if (!isUuid(id)) return null;
  const [row] = await db.publication.findMany({
    where: { id, state: { not: 'cancelled' }, accountId: { not: null }, video: { deletedAt: null } },
    select: { files: true },
  });
  return row ? filmFilesSchema.parse(row.files) : null;
}

function toPublication(row: PublicationModel): Publication {
  const { id, videoId, accountId, kind, target, filmHash, state, againAt } = row;
  const { bytesSent, bytesTotal, address, createdAt, publishedAt } = row;
  return {
    ...{ id, videoId, accountId, kind, target, filmHash, state, againAt },
    ...{ bytesSent, bytesTotal, address, createdAt, publishedAt },
    words: publishingWordsSchema.parse(row.words),
    wishes: publishingWishesSchema.parse(row.wishes),
    fault: row.fault as Fault | null,
    note: row.note as Fault | null,
  };
}
