import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { methodsOf } from '#app/server/method-guard.ts';
import { sharedPath } from '#app/shared/shared-path.ts';
import { shareFilm } from '#jobs/db/shared-videos.server.ts';
import { SHORT_STORY } from '#tests/support/stories.ts';
import { type Asked, ROUTE_IDS, startTestWeb, type TestWeb } from '../web-server';
import { allRoutes, type Route } from './all-routes';
import { everything } from './rows';

let web: TestWeb;
let id: string;
let routes: Route[];
beforeAll(async () => {
  web = await startTestWeb();
  const sent = await web.post('/api/generate-script', { story: SHORT_STORY, title: 'The Lantern' });
  id = String((JSON.parse(sent.text) as { videoId: string }).videoId);
  const { db, storage } = web.backend;
  const film = {
    filmKey: `${id}/film-1.mp4`,
    posterKey: `${id}/poster-1.jpg`,
    vttKey: `${id}/captions-1.vtt`,
  };
  for (const key of Object.values(film)) await storage.put(key, Buffer.from(key));
  await db.video.update({ where: { id }, data: { ...film, status: 'completed', durationMs: 4000 } });
  await db.scene.create({
    data: { id: randomUUID(), videoId: id, position: 0, narration: 'A fox.', imagePrompt: 'A fox.', seed: 1 },
  });
  const token = await shareFilm(db, id, 'a'.repeat(22));
  if (token === null) throw new Error('The film has no link.');
  routes = await allRoutes({ id, token });
});
afterAll(async () => {
  expect(web.faults).toEqual([]);
  await web.stop();
});

/** Who asks: only the last is this site's own page. */
const FOREIGN: Record<string, Record<string, string>> = {
  'another site': { origin: 'http://evil.test' },
  'another site that browsers tell of': { origin: 'http://evil.test', 'sec-fetch-site': 'cross-site' },
  'another port of this machine': { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' },
  'a sandboxed frame': { origin: 'null' },
  'a frame that hides its origin': { 'sec-fetch-site': 'cross-site' },
  'another name for this machine': { host: 'evil.test', origin: 'http://evil.test' },
  'a name that was bound anew': { host: 'evil.test:80', 'sec-fetch-site': 'same-origin' },
};

/** Bodies that would change something if they were read, in each of the encodings that a page can send. */
function bodiesFor(route: Route): { search: string; headers: Record<string, string>; body: string }[] {
  const fields = {
    ...{ story: SHORT_STORY, title: 'Changed', videoId: id, id, kind: 'undo', capability: 'script' },
    intent: 'delete',
    idempotencyKey: randomUUID(),
    voice: 'rms',
  };
  const boundary = 'b0undary';
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const encodings = [
    ['application/json', JSON.stringify(fields)],
    ['application/x-www-form-urlencoded', new URLSearchParams(fields).toString()],
    [`multipart/form-data; boundary=${boundary}`, `${parts.join('')}--${boundary}--\r\n`],
    ['text/plain', JSON.stringify(fields)],
    ['application/octet-stream', 'bytes'],
  ] as const;
  const query = `id=${id}&kind=picture${route.path === '/' ? '&index' : ''}`;
  return encodings.flatMap(([type, body]) =>
    [query, `${query}&_data=${encodeURIComponent(route.id)}`].map((search) => ({
      ...{ search, body },
      headers: { 'content-type': type, accept: 'text/html' },
    })),
  );
}

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** What is right for a request that is none of ours. */
function refusalOf(path: string, method: string, headers: Record<string, string>): number {
  if (headers.host) return 403;
  const methods = methodsOf(path);
  if (methods === null) return 404;
  return methods.includes(method) ? 403 : 405;
}

it('is asked of every route that there is', () => {
  expect([...new Set(routes.map((route) => route.id))].sort()).toEqual([...ROUTE_IDS].sort());
  expect(routes.filter(({ hasAction }) => hasAction).length).toBeGreaterThan(10);
  expect(routes.map(({ path }) => path)).toContain(sharedPath('a'.repeat(22)));
});

describe('what another site sends', () => {
  it.each(Object.entries(FOREIGN))(
    'from %s is refused everywhere and changes nothing',
    async (_who, source) => {
      const before = await everything(web);
      const wrong: string[] = [];
      const askAll = async (route: Route) => {
        for (const { search, headers, body } of bodiesFor(route)) {
          for (const method of METHODS) {
            const asked: Asked = { method, headers: { ...headers, ...source }, body };
            const { status } = await web.ask(`${route.path}?${search}`, asked);
            if (status === refusalOf(route.path, method, source)) continue;
            wrong.push(`${method} ${route.path}?${search} ${headers['content-type']}: ${status}`);
          }
        }
      };
      await Promise.all(routes.map(askAll));
      expect(wrong).toEqual([]);
      expect(await everything(web)).toBe(before);
    },
  );

  it('changes nothing by asking for pages, whatever they are called', async () => {
    const before = await everything(web);
    const wrong: string[] = [];
    for (const { path, id: route } of routes) {
      for (const search of [
        `id=${id}`,
        `id=${id}&intent=delete&_method=POST`,
        `_data=${route}&intent=delete`,
      ]) {
        for (const [method, header] of [
          ['GET', 'x-http-method-override'],
          ['HEAD', 'x-method-override'],
        ] as const) {
          const headers = { ...FOREIGN['another site that browsers tell of'], [header]: 'POST' };
          const { status } = await web.ask(`${path}?${search}`, { method, headers });
          if (status >= 500) wrong.push(`${method} ${path}?${search}: ${status}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(await everything(web)).toBe(before);
  });

  it('is refused under each way to write an address', async () => {
    const before = await everything(web);
    const written = routes.flatMap(({ path }) => [
      `${path}/`,
      path.toUpperCase(),
      path.replace(/[a-z]/, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
      `/${path}`,
      `${path};x`,
    ]);
    const headers = { origin: 'http://evil.test', 'content-type': 'application/json' };
    for (const path of written) {
      const { status } = await web.ask(`${path}?id=${id}`, { method: 'POST', headers, body: '{}' });
      expect([403, 404, 405], path).toContain(status);
    }
    expect(await everything(web)).toBe(before);
  });
});

it('is answered, and does change something, when it is sent by this site’s own page', async () => {
  const own = { origin: `http://127.0.0.1:${web.port}`, 'sec-fetch-site': 'same-origin' };
  const refused: string[] = [];
  const changing: string[] = [];
  // The home page goes last: it deletes.
  for (const route of routes
    .filter(({ hasAction }) => hasAction)
    .sort((a, b) => b.path.length - a.path.length)) {
    // An audition waits for a worker, and there is none here.
    if (route.path === '/api/audition' || !methodsOf(route.path)?.includes('POST')) continue;
    const before = await everything(web);
    for (const { search, headers, body } of bodiesFor(route)) {
      const asked = { method: 'POST', headers: { ...headers, ...own, host: `127.0.0.1:${web.port}` }, body };
      const { status } = await web.ask(`${route.path}?${search}`, asked);
      if (status === 403) refused.push(route.path);
    }
    if ((await everything(web)) !== before) changing.push(route.path);
  }
  expect(refused).toEqual([]);
  expect(changing).toEqual(expect.arrayContaining(['/create', '/api/generate-script', `/video/${id}`]));
});
