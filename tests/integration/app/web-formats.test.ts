/** Several formats of one story, as pages and programs order them and are told of them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFamily } from '#jobs/db/families/families.server.ts';
import { testSettings } from '#tests/support/openai-server/test-settings.ts';
import { SHORT_STORY } from '#tests/support/stories.ts';
import { startTestWeb, type TestWeb } from './web-server';

const FORM = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
let web: TestWeb;
/** The same where a writing model is connected. */
let connected: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
  connected = await startTestWeb({ providers: testSettings('https://api.openai.com/v1') });
});
afterAll(async () => {
  expect([...web.faults, ...connected.faults]).toEqual([]);
  await web.stop();
  await connected.stop();
});

const send = (site: TestWeb, fields: Record<string, string>) =>
  site.ask('/create', {
    method: 'POST',
    headers: FORM,
    body: new URLSearchParams({ story: SHORT_STORY, idempotencyKey: randomUUID(), ...fields }).toString(),
  });

describe('the form', () => {
  it('orders what its rows ask for, without script too', async () => {
    const answer = await send(web, {
      ...{ 'also1-format': '16:9', 'also1-burnIn': 'on' },
      ...{ 'also3-format': '9:16', 'also3-burnIn': 'off' },
    });
    expect(answer.status).toBe(303);
    const id = String(answer.headers.location).split('/').at(-1) ?? '';
    const family = await listFamily(web.backend.db, id);
    expect(family.map(({ format, burnIn }) => [format, burnIn])).toEqual([
      ['9:16', 'on'],
      ['16:9', 'on'],
      ['9:16', 'off'],
    ]);
    const page = await web.ask(`/video/${family[1]?.id}`, { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.text).toContain('shares with another film');
    for (const { id: other } of [family[0], family[2]].flatMap((one) => one ?? []))
      expect(page.text).toContain(`href="/video/${other}"`);
    expect(page.text).toContain('Tall, captions in files alone');
    const home = await web.ask('/', { headers: { accept: 'text/html' } });
    expect(home.text.replaceAll('<!-- -->', '')).toContain('1 of 3 formats');
  });

  it('is there again, with its rows, where something is wrong with them', async () => {
    const answer = await send(web, { 'also2-format': '9:16', 'also2-burnIn': 'on', title: 'Kept' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('is the same as the film itself');
    expect(answer.text).toMatch(/<details class="more-formats" open=""/);
    expect(answer.text).toContain('value="Kept"');
  });

  it('is quiet until somebody wants more than one, and offers what can be had', async () => {
    const without = await web.ask('/create', { headers: { accept: 'text/html' } });
    expect(without.text).toMatch(/<details class="more-formats">/);
    expect(without.text).toContain('Captions in other languages need a writing model');
    expect(without.text).not.toContain('name="also1-captionLanguage"');
    const withModel = await connected.ask('/create', { headers: { accept: 'text/html' } });
    expect(withModel.text).toContain('name="also1-captionLanguage"');
    expect(withModel.text).not.toContain('Captions in other languages need');
  });
});

describe('programs', () => {
  it('order formats by the API, and read of them', async () => {
    const key = randomUUID();
    const order = () =>
      web.post(
        '/api/v1/videos',
        { story: SHORT_STORY, format: '1:1', formats: [{ format: '16:9' }, { burnIn: 'off' }] },
        { 'idempotency-key': key },
      );
    const first = JSON.parse((await order()).text);
    expect(first.formats).toHaveLength(2);
    const again = await order();
    expect([again.status, JSON.parse(again.text)]).toEqual([200, first]);
    const read = JSON.parse((await web.ask(`/api/v1/videos/${first.formats[1]}`)).text);
    expect(read.family).toEqual(
      [
        { id: first.videoId, format: '1:1', burnIn: 'on' },
        { id: first.formats[0], format: '16:9', burnIn: 'on' },
        { id: first.formats[1], format: '1:1', burnIn: 'off' },
      ].map((one) => ({ ...one, captionLanguage: 'auto', status: 'pending' })),
    );
    expect(read.captionLanguage).toBe('en');
  });

  it('are told what cannot be had before anything is made', async () => {
    const before = await web.backend.db.video.count();
    const answer = await web.post('/api/v1/videos', {
      story: SHORT_STORY,
      formats: [{ captionLanguage: 'es' }, { format: '4:3' }],
    });
    expect(answer.status).toBe(422);
    const { errors } = JSON.parse(answer.text);
    expect(errors.map(({ field, code }: Record<string, string>) => [field, code])).toEqual([
      ['formats', 'captions_not_translatable'],
      ['formats', 'unknown_format'],
    ]);
    expect(errors[0].detail).toContain('Captions in Spanish have to be translated');
    expect(await web.backend.db.video.count()).toBe(before);
    const made = await connected.post('/api/generate-script', {
      story: SHORT_STORY,
      formats: [{ captionLanguage: 'es' }],
    });
    expect([made.status, JSON.parse(made.text).formats.length]).toEqual([201, 1]);
  });
});
