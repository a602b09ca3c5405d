import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answer, type Asked, startTestWeb, type TestWeb, unknownId } from '../web-server';
import { readStoryAgain } from './read-story-again';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(async () => {
  expect(web.faults).toEqual([]);
  await web.stop();
});

/** Addresses that documents may name (RFC 5737), each used up by one test. */
let lastAddress = 0;
beforeEach(() => {
  // Outside production React Router tells of each address that it does not know, such as that of an account.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  lastAddress += 1;
  web.comeFrom(`192.0.2.${lastAddress}`);
});

const JSON_BODY: Asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
const errorOf = ({ text }: Answer) => (JSON.parse(text) as { error: Record<string, string> }).error;

/** Asks until it is refused. @returns how often it was not, and the refusal */
async function askUntilRefused(
  path: string,
  asked: (at: number) => Asked = () => JSON_BODY,
): Promise<{ allowed: number; refusal: Answer }> {
  for (let allowed = 0; allowed < 2000; ) {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => web.ask(path, asked(allowed + at))),
    );
    const refusal = answers.find(({ status }) => status === 429);
    allowed += answers.filter(({ status }) => status !== 429).length;
    if (refusal) return { allowed, refusal };
  }
  throw new Error(`${path} was never refused.`);
}

describe('what comes too often from one address', () => {
  it.each([
    ['/login', 60],
    ['/join/a-token', 60],
    ['/reset/a-token', 60],
    ['/setup', 60],
    ['/api/generate-script', 90],
    ['/create', 90],
    ['/api/upload?kind=picture', 180],
    ['/import', 180],
    ['/api/project', 180],
    ['/api/process-video', 300],
    [`/video/${unknownId()}`, 300],
  ])('at %s is refused after %i times, with when to come again', async (path, most) => {
    const { allowed, refusal } = await askUntilRefused(path);
    expect(allowed).toBe(most);
    const after = Number(refusal.headers['retry-after']);
    expect(after).toBeGreaterThan(0);
    expect(after).toBeLessThanOrEqual(300);
    if (path !== '/create') {
      expect(errorOf(refusal)).toMatchObject({ code: 'too_many_requests', message: expect.any(String) });
      expect(errorOf(refusal).hint).toMatch(/Try again in (a second|\d+ seconds)\.$/);
    }
    expect(refusal.headers['cache-control']).toBe(path === '/create' ? 'private, no-cache' : 'no-store');
    // Somebody else is not held back, nor is reading.
    expect((await web.ask('/create')).status).toBe(200);
    web.comeFrom('198.51.100.9');
    expect((await web.ask(path, JSON_BODY)).status).not.toBe(429);
  });

  it('is counted together, however the address is written and whatever headers say', async () => {
    const ways = ['/api/generate-script', '/API/generate-script', '/%61pi/generate-script/'];
    const { allowed } = await askUntilRefused('/create', (at) => ({
      ...JSON_BODY,
      headers: { ...JSON_BODY.headers, 'x-forwarded-for': `203.0.113.${at}`, forwarded: 'for=127.0.0.1' },
    }));
    expect(allowed).toBe(90);
    for (const way of ways) {
      const headers = { ...JSON_BODY.headers, 'x-forwarded-for': '127.0.0.1', 'x-real-ip': '::1' };
      expect([way, (await web.ask(way, { ...JSON_BODY, headers })).status]).toEqual([way, 429]);
    }
  });

  it('is counted for the whole network of an IPv6 address', async () => {
    let host = 0;
    const { allowed } = await askUntilRefused('/login', () => {
      host += 1;
      web.comeFrom(`2001:db8:0:1::${host.toString(16)}`);
      return JSON_BODY;
    });
    expect(allowed).toBe(60);
    web.comeFrom('2001:db8:0:2::1');
    expect((await web.ask('/login', JSON_BODY)).status).not.toBe(429);
  });

  it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])(
    'is taken from this machine, %s, but for passwords',
    async (own) => {
      web.comeFrom(own);
      const statuses = await Promise.all(
        Array.from({ length: 400 }, () => web.ask('/api/generate-script', JSON_BODY)),
      );
      expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([422]));
      if (own === '127.0.0.1') expect((await askUntilRefused('/reset')).allowed).toBe(600);
    },
  );

  it('is told to a sender of a file that will not be read', async () => {
    await askUntilRefused('/api/project');
    const refusal = await new Promise<{ status?: number; connection?: string }>((resolve, reject) => {
      const headers = { 'content-type': 'application/zip', 'content-length': String(1024 ** 3) };
      const sent = httpRequest(
        { host: '127.0.0.1', port: web.port, path: '/api/project', method: 'POST', headers, agent: false },
        ({ statusCode, headers: { connection } }) => {
          sent.destroy();
          resolve({ ...(statusCode && { status: statusCode }), ...(connection && { connection }) });
        },
      );
      sent.on('error', reject);
      sent.flushHeaders();
    });
    expect(refusal).toEqual({ status: 429, connection: 'close' });
  });
});

describe('a page that is refused', () => {
  const STORY = 'A fox <b>typed</b> this story for a long while, and it must not be lost.';
  const story = new URLSearchParams({ story: STORY, title: 'Kept & shown', style: 'neon' }).toString();

  it('shows the form with all that was typed, and says when to try again', async () => {
    await askUntilRefused('/create');
    const before = await web.backend.db.video.count();
    const answer = await web.ask('/create', { method: 'POST', headers: FORM, body: story });
    expect([answer.status, Number(answer.headers['retry-after']) > 0]).toEqual([429, true]);
    expect(readStoryAgain(answer.text)).toBe(STORY);
    expect(answer.text).toContain('value="Kept &amp; shown"');
    expect(answer.text).toMatch(/Try again in .*second/);
    expect(await web.backend.db.video.count()).toBe(before);
  });

  it('gets from the form’s script what it understands', async () => {
    await askUntilRefused('/create');
    const asked = { method: 'POST', headers: { ...FORM, accept: '*/*' }, body: story };
    const answer = await web.ask('/create?_data=routes%2Fcreate', asked);
    expect([answer.status, answer.headers['x-remix-response']]).toEqual([429, 'yes']);
    expect(JSON.parse(answer.text)).toMatchObject({
      issues: [],
      fault: { code: 'too_many_requests' },
      values: { story: STORY },
    });
  });

  it.each([
    ['/import', 'routes/import'],
    [`/video/${unknownId()}`, 'routes/video.$id'],
  ])('gets the fault as data at %s, and nothing that would take its place', async (path, route) => {
    const address = `${path}?_data=${encodeURIComponent(route)}`;
    const { refusal } = await askUntilRefused(address);
    expect(refusal.headers['x-remix-response']).toBe('yes');
    expect(errorOf(refusal).code).toBe('too_many_requests');
  });

  it('is a page without script', async () => {
    const path = `/video/${unknownId()}`;
    await askUntilRefused(path);
    const answer = await web.ask(path, { method: 'POST', headers: FORM, body: 'intent=process' });
    expect([answer.status, answer.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8']);
    expect(answer.text).toContain('what you typed is still there');
  });
});
