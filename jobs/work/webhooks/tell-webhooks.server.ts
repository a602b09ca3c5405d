/** Tells addresses what becomes of videos: each event once, signed, again and again until it arrived. */
import { fromPrisma, type JobWithMetadata, type PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { Webhook } from 'standardwebhooks';
import type { Db, DbTransaction } from '#jobs/db/client.server.ts';
import {
  findDelivery,
  noteDeliveries,
  noteTest,
  noteTry,
  reopenDelivery,
} from '#jobs/db/webhooks/deliveries.server.ts';
import { closeWebhook } from '#jobs/db/webhooks/webhooks.server.ts';
import { testBody } from '#jobs/story/webhooks/webhook-event.ts';
import { every } from '#jobs/work/duties/regular-duty.server.ts';
import { postAbroad } from './post-abroad.server';
import { MOST_RETRIES, WEBHOOK, type WebhookJob, webhookJob } from './webhook-queue';
import { webhookSecret } from './webhook-secret';

/** How often is looked for what happened, ms. */
const LOOK_MS = 2_000;
/** Sent at once: they wait for others' machines. */
const AT_ONCE = 4;

export interface WebhookParts {
  db: Db;
  boss: PgBoss;
  log: Logger;
  houseSecret: string;
  /** Whether addresses may be in this house's own network. */
  allowsOwn: boolean;
}

/** Begins to tell. @returns what ends it */
export async function startWebhooks(parts: WebhookParts): Promise<() => Promise<void>> {
  const { boss, log } = parts;
  const ended = new AbortController();
  await boss.work(
    WEBHOOK,
    { includeMetadata: true, localConcurrency: AT_ONCE, pollingIntervalSeconds: 2 },
    async ([job]: JobWithMetadata<WebhookJob>[]) => {
      if (job) await deliver(parts, job, ended.signal);
    },
  );
  const timer = every(LOOK_MS, log, () => noteNews(parts), ended.signal);
  return async () => {
    clearInterval(timer);
    ended.abort();
    await boss.offWork(WEBHOOK, { wait: false });
  };
}

/** Writes down what happened, with the jobs that tell it. */
async function noteNews({ db, boss }: WebhookParts): Promise<void> {
  await db.$transaction(async (tx) => {
    for (const deliveryId of await noteDeliveries(tx)) await sendDelivery(boss, tx, deliveryId);
  });
}

/** Sends something to try an address. */
export async function tryWebhook(
  { db, boss }: Pick<WebhookParts, 'db' | 'boss'>,
  webhookId: string,
): Promise<void> {
  await db.$transaction(async (tx) =>
    sendDelivery(boss, tx, await noteTest(tx, webhookId, testBody(new Date()))),
  );
}

/** Sends once more what was sent before. @returns false where its owner has no such delivery */
export async function sendAgain(
  { db, boss }: Pick<WebhookParts, 'db' | 'boss'>,
  ownerId: string | null,
  deliveryId: string,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if (!(await reopenDelivery(tx, ownerId, deliveryId))) return false;
    await sendDelivery(boss, tx, deliveryId);
    return true;
  });
}

async function sendDelivery(boss: PgBoss, tx: DbTransaction, deliveryId: string): Promise<void> {
  await boss.send(WEBHOOK, { deliveryId } satisfies WebhookJob, { db: fromPrisma(tx) });
}

/** @throws where it has to be sent again */
async function deliver(
  { db, log, houseSecret, allowsOwn }: WebhookParts,
  job: JobWithMetadata<WebhookJob>,
  signal: AbortSignal,
): Promise<void> {
  const { deliveryId } = webhookJob.parse(job.data);
  const delivery = await findDelivery(db, deliveryId);
  if (!delivery || delivery.isOver) return;
  const body = JSON.stringify(delivery.body);
  const sentAt = new Date();
  const signature = new Webhook(webhookSecret(houseSecret, delivery.webhookId)).sign(
    deliveryId,
    sentAt,
    body,
  );
  const posted = await postAbroad(delivery.url, {
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'StoryShort',
      'webhook-id': deliveryId,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
      'webhook-signature': signature,
    },
    ...{ body, allowsOwn, signal },
  });
  // Whoever stops does not know what became of it: it is sent again, under the same id.
  signal.throwIfAborted();
  const status = 'status' in posted ? posted.status : null;
  const fault = 'fault' in posted ? posted.fault : faultOf(posted.status);
  await noteTry(db, deliveryId, { status, fault, isLast: job.retryCount >= MOST_RETRIES });
  if (fault === null) return;
  log.info({ deliveryId, status, fault }, 'A webhook did not arrive.');
  if (status === 410) return closeWebhook(db, delivery.webhookId);
  throw new Error(fault);
}

function faultOf(status: number): string | null {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return 'It says that it is gone for good (410): nothing is sent there any more.';
  return status >= 300 && status < 400
    ? `It sends elsewhere (${status}), where nothing is sent to: give the address that it names.`
    : `It answered ${status}.`;
}
