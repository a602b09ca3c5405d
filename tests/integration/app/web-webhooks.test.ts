/** The page of webhooks: what is typed is checked, and nobody reaches what is another person's. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listDeliveries } from '#jobs/db/webhooks/deliveries.server.ts';
import { listWebhooks } from '#jobs/db/webhooks/webhooks.server.ts';
import { startTestWeb, type TestWeb, unknownId } from './web-server';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(async () => {
  expect(web.faults).toEqual([]);
  await web.stop();
});

const act = (fields: Record<string, string>) =>
  web.ask('/webhooks', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });

it('adds an address, shows its secret once, and tries and removes it', async () => {
  const added = await act({ intent: 'add', url: 'https://example.org/hooks' });
  expect(added.status).toBe(200);
  expect(added.text).toMatch(/whsec_[\w+/=]+/);
  const page = await web.ask('/webhooks');
  expect(page.text).toContain('https://example.org/hooks');
  expect(page.text).not.toContain('whsec_');
  expect(web.logged()).not.toContain('whsec_');

  const [webhook] = await listWebhooks(web.backend.db, null);
  const id = webhook?.id ?? '';
  expect((await act({ intent: 'test', id })).status).toBe(200);
  const [sent] = await listDeliveries(web.backend.db, id, 5);
  expect(sent).toMatchObject({ type: 'webhook.test', attempts: 0 });
  expect((await act({ intent: 'again', id: sent?.id ?? '' })).status).toBe(200);
  expect((await act({ intent: 'remove', id })).status).toBe(200);
  expect(await listWebhooks(web.backend.db, null)).toEqual([]);
});

it.each([
  [{ intent: 'add', url: 'example.org' }, 'begins with https://'],
  [{ intent: 'add', url: '' }, 'Give the address'],
  [{ intent: 'remove', id: 'nothing' }, 'no such address'],
  [{ intent: 'test', id: unknownId() }, 'no such address'],
  [{ intent: 'again', id: unknownId() }, 'no such message'],
])('%o is refused with words', async (fields, words) => {
  const { status, text } = await act(fields);
  expect(status).toBe(422);
  expect(text).toContain(words);
  if ('url' in fields && fields.url) expect(text).toContain(`value="${fields.url}"`);
});

it('knows an address once, and ten of them', async () => {
  for (let at = 0; at < 10; at += 1)
    expect((await act({ intent: 'add', url: `https://example.org/${at}` })).status).toBe(200);
  expect((await act({ intent: 'add', url: 'https://example.org/3' })).status).toBe(422);
  expect((await act({ intent: 'add', url: 'https://example.org/11' })).text).toContain('remove one first');
});
