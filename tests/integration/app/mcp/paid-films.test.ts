/** What a model is told of money before any is spent. */
import { randomUUID } from 'node:crypto';
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from '#tests/integration/app/web-server.ts';
import { connectByHttp } from '#tests/support/mcp/mcp-clients.ts';
import { answered } from '#tests/support/mcp/tool-calls.ts';
import { testSettings } from '#tests/support/openai-server/test-settings.ts';
import { SHORT_STORY } from '#tests/support/stories.ts';

let web: TestWeb;
let client: Client;
beforeAll(async () => {
  // Nobody is asked for anything: what a film costs follows from its prices.
  const providers = testSettings('http://127.0.0.1:9/v1');
  web = await startTestWeb({ providers, caps: { perVideoUsd: 0.01, perDayUsd: 1 } });
  client = await connectByHttp(web.port);
});
afterAll(async () => {
  await client.close();
  expect(web.faults).toEqual([]);
  await web.stop();
});

it('tells what a film will cost, and that it may not cost so much', async () => {
  const { structured, text } = await answered(client, 'estimate_film', { story: SHORT_STORY });
  expect(structured.usd).toBeGreaterThan(0.01);
  expect(structured.refusal).toMatchObject({
    code: 'cost_cap_video',
    hint: expect.stringContaining('operator'),
  });
  expect(text).toMatch(/it costs about \$\d/);
  expect(text).toContain(structured.refusal.message);
  expect(await web.backend.db.video.count()).toBe(0);
});

it('tells what may be spent, and asks for nothing where the storyboard is looked at first', async () => {
  const { text } = await answered(client, 'read_spending');
  expect(text).toBe('Spent today: $0.00; in all: $0.00. A film: at most $0.01; a day: at most $1.00.');
  const order = { story: SHORT_STORY, review: 'storyboard', key: randomUUID() };
  const { structured } = await answered(client, 'make_film', order);
  const row = await web.backend.db.video.findUniqueOrThrow({ where: { id: structured.videoId } });
  expect([row.status, row.held]).toEqual(['pending', true]);
});
