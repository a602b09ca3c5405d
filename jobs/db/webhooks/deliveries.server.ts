/** What is sent to webhooks: written down with the job that sends it, so that neither is there without the other. */
import { randomUUID } from 'node:crypto';
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import { Prisma } from '#jobs/db/generated/client.ts';
import { toJson } from '#jobs/db/json-column.server.ts';
import {
  TOLD_STATUSES,
  type ToldEvent,
  type WebhookBody,
  webhookBody,
} from '#jobs/story/webhooks/webhook-event.ts';

/** What happened longer ago than this is told no more, hours: nobody waits for it. */
const NEWS_HOURS = 24;
/** Events that are taken up in one round. */
const ROUND = 200;

export interface Delivery {
  id: string;
  webhookId: string;
  url: string;
  body: unknown;
  attempts: number;
  /** Whether there is nothing to be done any more. */
  isOver: boolean;
}

export interface ListedDelivery {
  id: string;
  type: string;
  createdAt: Date;
  attempts: number;
  lastStatus: number | null;
  lastFault: string | null;
  deliveredAt: Date | null;
  givenUpAt: Date | null;
}

/** Writes down what is to be told of new events. @returns the deliveries' ids */
export async function noteDeliveries(tx: DbTransaction): Promise<string[]> {
  const news = await tx.$queryRaw<(ToldEvent & { webhookId: string; eventId: bigint })[]>`
    SELECT webhook.id AS "webhookId", event.id AS "eventId", video.id AS "videoId", video.title, event."to",
      event.at, event.message, CASE WHEN event."to" = 'failed' THEN video.error->>'code' END AS fault
    FROM webhook
    JOIN video ON video.owner_id IS NOT DISTINCT FROM webhook.owner_id
    JOIN event ON event.video_id = video.id
    WHERE webhook.gone_at IS NULL AND event.at > webhook.created_at
      AND event.at > now() - make_interval(hours => ${NEWS_HOURS}::int)
      AND event."to"::text IN (${Prisma.join(TOLD_STATUSES)})
      AND NOT EXISTS (
        SELECT FROM webhook_delivery AS sent WHERE sent.webhook_id = webhook.id AND sent.event_id = event.id)
    ORDER BY event.id LIMIT ${ROUND}::int`;
  const rows = news.map(({ webhookId, eventId, ...told }) => {
    const body = webhookBody(told);
    return { id: randomUUID(), webhookId, eventId, type: body.type, body: toJson(body) };
  });
  const noted = await tx.webhookDelivery.createManyAndReturn({
    data: rows,
    skipDuplicates: true,
    select: { id: true },
  });
  return noted.map(({ id }) => id);
}

/** Writes down something that is sent to try an address. @returns its id */
export async function noteTest(tx: DbTransaction, webhookId: string, body: WebhookBody): Promise<string> {
  const id = randomUUID();
  await tx.webhookDelivery.create({ data: { id, webhookId, type: body.type, body: toJson(body) } });
  return id;
}

/** Whose deliveries these are; the newest first. */
export async function listDeliveries(db: Db, webhookId: string, limit: number): Promise<ListedDelivery[]> {
  return db.webhookDelivery.findMany({
    where: { webhookId },
    orderBy: { createdAt: 'desc' },
    take: limit,
    omit: { webhookId: true, eventId: true, body: true },
  });
}

export async function findDelivery(db: Db, id: string): Promise<Delivery | null> {
  const row = await db.webhookDelivery.findUnique({ where: { id }, include: { webhook: true } });
  if (!row) return null;
  const { webhookId, body, attempts, deliveredAt, webhook } = row;
  const isOver = deliveredAt !== null || webhook.goneAt !== null;
  return { id, webhookId, url: webhook.url, body, attempts, isOver };
}

/** What became of one try. */
export interface Try {
  status: number | null;
  /** Why it was not enough; null where it was. */
  fault: string | null;
  /** Whether it was the last one. */
  isLast: boolean;
}

export async function noteTry(db: Db, id: string, { status, fault, isLast }: Try): Promise<void> {
  const now = new Date();
  await db.webhookDelivery.updateMany({
    where: { id },
    data: {
      attempts: { increment: 1 },
      lastStatus: status,
      lastFault: fault,
      ...(fault === null && { deliveredAt: now, givenUpAt: null }),
      ...(fault !== null && isLast && { givenUpAt: now }),
    },
  });
}

/** Opens one again that was given up or arrived. @returns false where its owner has no such one */
export async function reopenDelivery(
  tx: DbTransaction,
  ownerId: string | null,
  id: string,
): Promise<boolean> {
  const { count } = await tx.webhookDelivery.updateMany({
    where: { id, webhook: { ownerId, goneAt: null } },
    data: { deliveredAt: null, givenUpAt: null, lastFault: null, lastStatus: null },
  });
  return count === 1;
}
