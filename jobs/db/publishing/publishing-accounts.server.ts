/** Places where somebody's films are published. */
import { randomUUID } from 'node:crypto';
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { isUuid } from '#jobs/db/videos.server.ts';
import { TARGET_KINDS, type TargetKind } from '#jobs/story/publishing/publication-state.ts';

export interface PublishingTarget {
  id: string;
  kind: TargetKind;
  /** What its owner knows it by. */
  name: string;
  /** Whether nothing can be published there until it is connected anew. */
  isLost: boolean;
}

/** A place with what it is reached by. */
export interface PublishingAccount extends PublishingTarget {
  ownerId: string | null;
  url: string | null;
  /** Sealed for its id; null where there are none. */
  tokens: string | null;
}

/** @param ownerId whose films; null where nobody has an account */
export async function listTargets(db: Db, ownerId: string | null): Promise<PublishingTarget[]> {
  const rows = await db.publishingAccount.findMany({ where: { ownerId }, orderBy: { createdAt: 'asc' } });
  return rows
    .flatMap((row) => toAccount(row) ?? [])
    .map(({ id, kind, name, isLost }) => ({ id, kind, name, isLost }));
}

/** @returns null where its owner has no such place */
export async function findTarget(
  db: Db | DbTransaction,
  ownerId: string | null,
  id: string,
): Promise<PublishingAccount | null> {
  if (!isUuid(id)) return null;
  const [row] = await db.publishingAccount.findMany({ where: { id, ownerId } });
  return row ? toAccount(row) : null;
}

/** The same, whoever's it is: for what publishes. */
export async function findAccount(db: Db, id: string): Promise<PublishingAccount | null> {
  const row = await db.publishingAccount.findUnique({ where: { id } });
  return row && toAccount(row);
}

/** @returns its id */
export async function addAddress(db: Db, ownerId: string | null, url: string): Promise<string> {
  const { id } = await db.publishingAccount.create({
    data: { id: randomUUID(), ownerId, kind: 'webhook', name: url, url },
    select: { id: true },
  });
  return id;
}

/**
 * Connects a channel; where somebody has it already, that is given the new tokens, and what is published there goes on.
 * @param channelId null where it could not be asked for
 */
export async function connectChannel(
  tx: DbTransaction,
  ownerId: string | null,
  { channelId, name }: { channelId: string | null; name: string },
  seal: (id: string) => string,
): Promise<void> {
  const known =
    channelId === null
      ? null
      : await tx.publishingAccount.findFirst({ where: { ownerId, kind: 'youtube', channelId } });
  const id = known?.id ?? randomUUID();
  const tokens = seal(id);
  if (known) await tx.publishingAccount.update({ where: { id }, data: { name, tokens, lostAt: null } });
  else await tx.publishingAccount.create({ data: { id, ownerId, kind: 'youtube', channelId, name, tokens } });
}

/** Keeps tokens that were renewed. */
export async function keepTokens(db: Db, id: string, tokens: string): Promise<void> {
  await db.publishingAccount.updateMany({ where: { id }, data: { tokens } });
}

/** Notes that a place lets nobody in any more. */
export async function loseAccount(db: Db, id: string): Promise<void> {
  await db.publishingAccount.updateMany({ where: { id, lostAt: null }, data: { lostAt: new Date() } });
}

/** Removes a place; what was published there keeps its name. */
export async function removeAccount(tx: DbTransaction, id: string): Promise<void> {
  await tx.publishingAccount.deleteMany({ where: { id } });
}

type AccountRow = Omit<PublishingAccount, 'kind' | 'isLost'> & { kind: string; lostAt: Date | null };

/** @returns null for a kind of place that a newer StoryShort has */
function toAccount({ id, ownerId, kind, name, url, tokens, lostAt }: AccountRow): PublishingAccount | null {
  const known = TARGET_KINDS.find((one) => one === kind);
  return known ? { id, ownerId, kind: known, name, url, tokens, isLost: lostAt !== null } : null;
}
