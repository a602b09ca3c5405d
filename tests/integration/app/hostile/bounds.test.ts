import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SERVER_LIMITS } from '#app/server/server-limits.ts';
import { cpuMsOf } from '#tests/support/hostile/cpu-time.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { type Answer, startTestWeb, type TestWeb, unknownId } from '../web-server';

let web: TestWeb;
/** A server that has no patience and little room. */
let strict: TestWeb;
const FEW = 4;
beforeAll(async () => {
  web = await startTestWeb();
  strict = await startTestWeb({
    limits: { ...SERVER_LIMITS, headersMs: 150, requestMs: 300, idleMs: 100, checkMs: 25, connections: FEW },
  });
});
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});
afterAll(async () => {
  expect([...web.faults, ...strict.faults]).toEqual([]);
  await Promise.all([web.stop(), strict.stop()]);
});

const errorOf = ({ text }: Answer) => (JSON.parse(text) as { error: Record<string, string> }).error;
const KB_100 = 100 * 1024;

describe('a body of nothing but brackets', () => {
  const id = unknownId();
  const nested = {
    'lists in lists': '['.repeat(KB_100),
    'closed lists in lists': '['.repeat(KB_100 / 2) + ']'.repeat(KB_100 / 2),
    'objects in objects': '{"a":'.repeat(KB_100 / 5),
    'lists in a story': `{"story":${'['.repeat(KB_100 / 2 - 10)}${']'.repeat(KB_100 / 2 - 10)}}`,
    'lists in an edit': `{"kind":"edit","edit":{"kind":"set-film","options":${'[{"a":'.repeat(10_000)}`,
  };
  const paths = [
    '/api/generate-script',
    '/api/process-video',
    '/api/audition',
    '/create',
    '/settings',
    '/api/batch',
    `/video/${id}`,
    `/batches/${id}`,
  ];

  it.each(Object.entries(nested))('of %s is refused everywhere, and soon', async (_what, body) => {
    const headers = { 'content-type': 'application/json' };
    for (const path of [...paths, `/api/storyboard?id=${id}`]) {
      let answer: Answer | null = null;
      const ms = await cpuMsOf(async () => {
        answer = await web.ask(path, { method: 'POST', headers, body });
      });
      expect([path, (answer as Answer | null)?.status]).toEqual([path, 400]);
      expect(ms, path).toBeLessThan(1000);
    }
  });

  it('is told apart from brackets in a text', async () => {
    const story = `A fox said "${'['.repeat(90)}\\" and ${'{'.repeat(90)} to the moon.`;
    expect((await web.post('/api/generate-script', { story })).status).toBe(201);
    const deep = JSON.stringify({ a: Array.from({ length: 40 }).reduce<unknown>((inner) => [inner], 1) });
    const answer = await web.ask('/api/generate-script', {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: deep,
    });
    expect([answer.status, errorOf(answer).code]).toEqual([400, 'json_too_deep']);
  });
});

describe('a form of very many fields', () => {
  const boundary = 'b';
  const parts = (count: number) =>
    `--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n`.repeat(count).concat('--b--\r\n');
  it.each([
    ['/api/generate-script', 'application/x-www-form-urlencoded', 'a&'.repeat(50_000)],
    ['/create', 'application/x-www-form-urlencoded', 'a=1&'.repeat(25_000)],
    ['/', 'application/x-www-form-urlencoded', 'id=1&'.repeat(20_000)],
    ['/api/generate-script', `multipart/form-data; boundary=${boundary}`, parts(1900)],
    ['/create', `multipart/form-data; boundary=${boundary}`, parts(40_000)],
  ])('at %s as %s is refused, and soon', async (path, type, body) => {
    const address = path === '/' ? '/?index&_data=routes%2F_index' : path;
    let answer: Answer | null = null;
    const ms = await cpuMsOf(async () => {
      answer = await web.ask(address, { method: 'POST', headers: { 'content-type': type }, body });
    });
    const { status, text } = answer as unknown as Answer;
    expect(status).toBe(400);
    expect(text).toContain('more than 400 fields');
    expect(ms).toBeLessThan(path === '/create' ? 5000 : 1000);
  });
});

describe('headers', () => {
  it('of more than 16 kB are refused', async () => {
    expect((await web.ask('/', { headers: { cookie: 'a'.repeat(17 * 1024) } })).status).toBe(431);
    expect((await web.ask(`/?q=${'a'.repeat(17 * 1024)}`)).status).toBe(431);
  });

  it('of more than a hundred are refused, and none is overlooked', async () => {
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`x-${at}`, '1']));
    const answer = await web.ask('/api/generate-script', { method: 'POST', headers: many, body: '{}' });
    expect([answer.status, errorOf(answer).code]).toEqual([431, 'too_many_headers']);
    expect(
      (await web.ask('/', { headers: Object.fromEntries(Object.entries(many).slice(0, 90)) })).status,
    ).toBe(200);
  });
});

/** A connection on which what is written is sent as it is. */
async function open({
  port,
}: TestWeb): Promise<{ socket: Socket; heard: () => string; isClosed: () => boolean }> {
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  let heard = '';
  let isClosed = false;
  socket.on('data', (chunk) => {
    heard += chunk.toString();
  });
  socket.on('close', () => {
    isClosed = true;
  });
  // The other end may cut it off.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return { socket, heard: () => heard, isClosed: () => isClosed };
}

describe('who is slow', () => {
  const head = 'POST /api/generate-script HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

  it.each([
    ['begins a request and sends no more', 'GET / HTTP/1.1\r\nHost: localhost\r\n', null],
    ['sends header after header', 'GET / HTTP/1.1\r\nHost: localhost\r\n', 'X-A: 1\r\n'],
    ['sends a part of the body and no more', `${head}Content-Length: 100000\r\n\r\n{`, null],
    ['sends the body byte by byte', `${head}Content-Length: 100000\r\n\r\n{`, ' '],
  ])('and %s is cut off', async (_what, begun, dribble) => {
    const { socket, heard, isClosed } = await open(strict);
    socket.write(begun);
    const drip = dribble === null ? null : setInterval(() => socket.writable && socket.write(dribble), 10);
    await waitFor('the connection to be closed', isClosed);
    if (drip) clearInterval(drip);
    expect(heard()).toContain('408');
    // The house is still open.
    expect((await strict.ask('/healthz')).status).toBe(503);
  });

  it('and has nothing more to ask is let go', async () => {
    const { socket, heard, isClosed } = await open(strict);
    socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await waitFor('the connection to be closed', isClosed);
    expect(heard()).toContain('HTTP/1.1 503');
  });
});

it('has no more connections than it has room for, and has room again when one goes', async () => {
  const openings = [];
  for (let at = 0; at < FEW; at += 1) openings.push(await open(strict));
  const late = await open(strict);
  await waitFor('the connection too many to be closed', late.isClosed);
  expect(late.heard()).toBe('');
  for (const { socket } of openings) socket.destroy();
  await waitFor('room', () =>
    strict.ask('/healthz').then(
      ({ status }) => status === 503,
      () => false,
    ),
  );
});
