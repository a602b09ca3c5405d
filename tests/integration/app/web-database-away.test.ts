import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OwnPostgres, openOwnPostgres } from '#tests/support/postgres/own-postgres.ts';
import { SHORT_STORY } from '#tests/support/stories.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { startTestWeb, type TestWeb } from './web-server';

const PAGE = { accept: 'text/html' };
const STORY = encodeURIComponent(SHORT_STORY);

let postgres: OwnPostgres;
let web: TestWeb;
let videoId: string;
beforeAll(async () => {
  postgres = await openOwnPostgres();
  web = await startTestWeb({ ownDatabase: postgres.url });
  const sent = await web.post('/api/generate-script', { story: SHORT_STORY });
  videoId = (JSON.parse(sent.text) as { videoId: string }).videoId;
});
afterAll(async () => {
  await web?.stop();
  await postgres?.close();
});

/** All that asks the database says that it is away, and when to ask again. */
async function expectAway(): Promise<void> {
  for (const path of ['/', `/video/${videoId}`, '/settings', '/s/AAAAAAAAAAAAAAAAAAAAAA']) {
    const page = await web.ask(path, { headers: PAGE });
    expect([path, page.status, page.headers['retry-after']]).toEqual([path, 503, '3']);
    expect(page.text).toMatch(/cannot be (reached|shown) just now/);
    expect(page.text).not.toMatch(/ECONNREFUSED|prisma|too many clients|node_modules/i);
  }
  const data = await web.ask(`/video/${videoId}?_data=routes%2Fvideo.%24id`);
  expect([data.status, data.headers['retry-after']]).toEqual([503, '3']);

  const answers = [
    await web.ask(`/api/video-status?id=${videoId}`),
    await web.ask(`/api/storyboard?id=${videoId}`),
    await web.ask(`/api/timeline?id=${videoId}&format=fcpxml`),
    await web.ask(`/media/${videoId}/voice-0123456789abcdef.wav`),
    await web.post('/api/generate-script', { story: SHORT_STORY }),
    await web.post(`/api/process-video?id=${videoId}`, {}),
  ];
  for (const answer of answers) {
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '3']);
    expect(JSON.parse(answer.text)).toEqual({
      error: {
        code: 'database_away',
        message: 'The database cannot be reached just now.',
        hint: expect.stringContaining('It comes back by itself'),
      },
    });
  }

  const health = await web.ask('/healthz');
  expect(health.status).toBe(503);
  expect(JSON.parse(health.text)).toMatchObject({ ok: false, database: { ok: false } });
  await expectFormStays();
}

/** What was typed is on the page that says why it was not taken. */
async function expectFormStays(): Promise<void> {
  expect((await web.ask('/create', { headers: PAGE })).status).toBe(200);
  const sent = await web.ask('/create', {
    method: 'POST',
    headers: { ...PAGE, 'content-type': 'application/x-www-form-urlencoded' },
    body: `story=${STORY}&title=Kept`,
  });
  expect([sent.status, sent.headers['retry-after']]).toEqual([503, '3']);
  expect(sent.text).toContain('The database cannot be reached just now.');
  expect(sent.text).toContain(SHORT_STORY.slice(0, 30));
  expect(sent.text).toContain('value="Kept"');
}

/** All is as if nothing had been. */
async function expectBack(): Promise<void> {
  await waitFor('the pages', async () => {
    const answers = await Promise.all([
      web.ask('/', { headers: PAGE }),
      web.ask(`/video/${videoId}`, { headers: PAGE }),
      web.ask(`/api/video-status?id=${videoId}`),
    ]);
    return answers.every(({ status }) => status === 200);
  });
  const health = JSON.parse((await web.ask('/healthz')).text) as Record<string, { ok: boolean }>;
  expect([health.database?.ok, health.queue?.ok]).toEqual([true, true]);
  const sent = await web.post('/api/generate-script', { story: SHORT_STORY });
  expect(sent.status).toBe(201);
}

it('a site whose database is killed says so, and goes on when it is back', async () => {
  await postgres.whileAway(expectAway);
  await expectBack();
  expect(web.faults).toEqual([]);
});

it('a site that gets no connection says so, and goes on when it gets one', async () => {
  await postgres.whileFull(expectAway);
  await expectBack();
  expect(web.faults).toEqual([]);
});

it('a site whose connections are all ended goes on', async () => {
  await postgres.endConnections();
  await expectBack();
  expect(web.faults).toEqual([]);
});
