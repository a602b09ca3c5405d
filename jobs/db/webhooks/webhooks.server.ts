/** Addresses that are told what becomes of somebody's videos. */
import { randomUUID } from 'node:crypto';
import type { Db } from '#jobs/db/client.server.ts';

export interface ListedWebhook {
  id: string;
  url: string;
  createdAt: Date;
  /** Whether it said that it is gone for good. */
  isGone: boolean;
}

/** @param ownerId whose videos; null where nobody has an account. @returns its id */
export async function addWebhook(db: Db, ownerId: string | null, url: string): Promise<string> {
  const { id } = await db.webhook.create({ data: { id: randomUUID(), ownerId, url }, select: { id: true } });
  return id;
}

/** The newest first. */
export async function listWebhooks(db: Db, ownerId: string | null): Promise<ListedWebhook[]> {
  const rows = await db.webhook.findMany({ where: { ownerId }, orderBy: { createdAt: 'desc' } });
  return rows.map(({ id, url, createdAt, goneAt }) => ({ id, url, createdAt, isGone: goneAt !== null }));
}

/** @returns its address; null where they have no such one */
export async function removeWebhook(db: Db, ownerId: string | null, id: string): Promise<string | null> {
  const [row] = await db.webhook.findMany({ where: { id, ownerId }, select: { url: true } });
  await db.webhook.deleteMany({ where: { id, ownerId } });
  return row?.url ?? null;
}

/** Notes that an address is gone for good, and gives up what was to be sent there. */
export async function closeWebhook(db: Db, id: string): Promise<void> {
  const now = new Date();
  await db.$transaction([
    db.webhook.updateMany({ where: { id }, data: { goneAt: now } }),
    db.webhookDelivery.updateMany({
      where: { webhookId: id, deliveredAt: null, givenUpAt: null },
      data: { givenUpAt: now },
    }),
  ]);
}
