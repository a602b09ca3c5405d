/** Events on their way to a server of a stranger, which checks signatures by the scheme’s own library. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PgBoss } from 'pg-boss';
import pino from 'pino';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openDb } from '#jobs/db/client.server.ts';
import { createVideo, endVideo } from '#jobs/db/videos.server.ts';
import { listDeliveries } from '#jobs/db/webhooks/deliveries.server.ts';
import { addWebhook, listWebhooks, removeWebhook } from '#jobs/db/webhooks/webhooks.server.ts';
import { startBoss } from '#jobs/work/boss.server.ts';
import { sendAgain, startWebhooks, tryWebhook } from '#jobs/work/webhooks/tell-webhooks.server.ts';
import { WEBHOOK } from '#jobs/work/webhooks/webhook-queue.ts';
import { webhookSecret } from '#jobs/work/webhooks/webhook-secret.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createDatabase } from '#tests/support/test-database.ts';
import { waitFor } from '#tests/support/wait-for.ts';

const HOUSE_SECRET = 'the secret of a house that nobody knows';
const log = pino({ level: 'silent' });

interface Received {
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}
const received: Received[] = [];
/** What the stranger answers next; 204 where nothing is said. */
const answers: { status: number; headers?: Record<string, string> }[] = [];

let server: Server;
let address: string;
let db: ReturnType<typeof openDb>;
let boss: PgBoss;
let stop: () => Promise<void>;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ path: request.url ?? '', headers: request.headers, body });
    const { status, headers = {} } = answers.shift() ?? { status: 204 };
    response.writeHead(status, headers).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = await createDatabase();
  db = openDb(url);
  boss = await startBoss(url, 'sender', log);
  stop = await startWebhooks({ db, boss, log, houseSecret: HOUSE_SECRET, allowsOwn: true });
});
afterEach(async () => {
  for (const { id } of await listWebhooks(db, null)) await removeWebhook(db, null, id);
  received.length = 0;
  answers.length = 0;
});
afterAll(async () => {
  await stop();
  await boss.stop({ graceful: false });
  await db.$disconnect();
  server.close();
});

async function newVideo(): Promise<string> {
  const id = randomUUID();
  await createVideo(db, {
    ...{ id, draft: draftOf('A fox.'), idempotencyKey: null, requestHash: id, ownerId: null },
  });
  return id;
}
const end = (id: string, to: 'failed' | 'cancelled') => {
  const error = { code: 'encoder_died', message: 'The encoder died.', hint: 'Again.', retryable: true };
  return db.$transaction((tx) =>
    endVideo(tx, id, to, { message: `It was ${to}.`, error: to === 'failed' ? error : null }),
  );
};
const arrivals = (count: number) => waitFor('the messages', () => received.length >= count);
const onlyDelivery = async (webhookId: string) => (await listDeliveries(db, webhookId, 10))[0];
/** Lets what waits for its next try be tried at once. */
const hasten = () => db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE name = ${WEBHOOK}`;

it('tells what happened after it was added, once, with a signature that its secret proves', async () => {
  const before = await newVideo();
  await end(before, 'cancelled');
  const id = await addWebhook(db, null, `${address}/films`);
  const videoId = await newVideo();
  await end(videoId, 'failed');
  await arrivals(1);
  const [{ headers, body, path }] = received as [Received];
  expect(path).toBe('/films');
  const proven = new Webhook(webhookSecret(HOUSE_SECRET, id)).verify(body, headers as Record<string, string>);
  expect(proven).toMatchObject({
    type: 'video.failed',
    data: { videoId, status: 'failed', message: 'It was failed.', fault: 'encoder_died' },
  });
  const changed = body.replace('failed', 'passed');
  expect(() =>
    new Webhook(webhookSecret(HOUSE_SECRET, id)).verify(changed, headers as Record<string, string>),
  ).toThrow();
  await waitFor('its mark', async () => (await onlyDelivery(id))?.deliveredAt);
  // Whatever happens next comes by itself, and nothing a second time.
  await end(await newVideo(), 'cancelled');
  await arrivals(2);
  expect(received.map(({ body: text }) => JSON.parse(text).type)).toEqual([
    'video.failed',
    'video.cancelled',
  ]);
});

it('sends again what did not arrive, as the same message, until it does', async () => {
  answers.push({ status: 500 }, { status: 302, headers: { location: `${address}/elsewhere` } });
  const id = await addWebhook(db, null, `${address}/films`);
  await tryWebhook({ db, boss }, id);
  for (const [tries, fault] of [
    [1, 'It answered 500.'],
    [2, /sends elsewhere \(302\)/],
  ] as const) {
    await waitFor('the try', async () => (await onlyDelivery(id))?.attempts === tries);
    expect((await onlyDelivery(id))?.lastFault).toMatch(fault);
    await waitFor('its turn', async () => (await hasten()) > 0 && received.length > tries);
  }
  await waitFor('its arrival', async () => (await onlyDelivery(id))?.deliveredAt);
  expect(received.map(({ path }) => path)).toEqual(['/films', '/films', '/films']);
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(new Set(received.map(({ body }) => body)).size).toBe(1);
});

it('sends nothing any more to what is gone for good, and once more what its owner asks for', async () => {
  const id = await addWebhook(db, null, `${address}/films`);
  await tryWebhook({ db, boss }, id);
  await arrivals(1);
  const first = await waitFor('its mark', async () => {
    const delivery = await onlyDelivery(id);
    return delivery?.deliveredAt && delivery;
  });
  expect(await sendAgain({ db, boss }, randomUUID(), first.id)).toBe(false);
  expect(await sendAgain({ db, boss }, null, first.id)).toBe(true);
  await arrivals(2);
  answers.push({ status: 410 });
  await tryWebhook({ db, boss }, id);
  await waitFor('its end', async () => (await listWebhooks(db, null))[0]?.isGone);
  expect(await sendAgain({ db, boss }, null, first.id)).toBe(false);
});

it('sends nothing into this house’s own network unless that is allowed, by address or by name', async () => {
  await stop();
  stop = await startWebhooks({ db, boss, log, houseSecret: HOUSE_SECRET, allowsOwn: false });
  const { port } = new URL(address);
  for (const host of ['127.0.0.1', 'localhost', '[::1]', '169.254.169.254']) {
    const id = await addWebhook(db, null, `http://${host}:${port}/`);
    await tryWebhook({ db, boss }, id);
    const tried = await waitFor(host, async () => {
      const delivery = await onlyDelivery(id);
      return delivery?.lastFault ? delivery : null;
    });
    expect(tried.lastFault).toContain('own network');
  }
  expect(received).toEqual([]);
});
