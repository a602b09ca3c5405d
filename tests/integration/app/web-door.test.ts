import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '#app/api/operation.ts';
import { OPERATIONS } from '#app/api/operations/all-operations.ts';
import { API_METHODS } from '#app/server/method-guard.ts';
import { makeToken } from '#jobs/accounts/api-tokens.server.ts';
import { invite } from '#jobs/accounts/invitations.server.ts';
import { makeResetLink } from '#jobs/accounts/passwords.server.ts';
import { disablePerson, setLimits } from '#jobs/accounts/people.server.ts';
import type { Db } from '#jobs/db/client.server.ts';
import { hideVideos } from '#jobs/db/deleted-videos.server.ts';
import { submitVideo } from '#jobs/work/commands.server.ts';
import { draftOf } from '#tests/support/stories.ts';
import { type Answer, type Asked, startTestWeb, type TestWeb } from './web-server';

const PASSWORD = 'a password of the tests';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Operations of `/api/v1` that speak of one video. */
const OF_VIDEOS = Object.entries<Operation>(OPERATIONS).filter(([, { path }]) => path.includes('{id}'));
/** Id of something that no video has. */
const NOTHING = randomUUID();
/** An operation's path for a video. */
const placed = (path: string, id: string) =>
  path
    .replace('{id}', id)
    .replace('{number}', '1')
    .replace(/\{\w+Id\}/g, NOTHING);

let web: TestWeb;
let db: Db;
/** Cookies of an admin, and of two members. */
let admin: string;
let ida: string;
let otto: string;

beforeAll(async () => {
  web = await startTestWeb({ isExposed: true });
  ({ db } = web.backend);
});
afterAll(() => web.stop());

const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  web.ask(path, {
    method: 'POST',
    headers: { ...FORM, ...headers },
    body: new URLSearchParams(fields).toString(),
  });
const cookiesOf = (answer: Answer) =>
  (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
const personOf = async (name: string) =>
  db.person.findUniqueOrThrow({ where: { email: `${name}@films.example` } });
const fields = (name: string) => ({ name, email: `${name}@films.example`, password: PASSWORD });

describe('the door of a site that can be reached from elsewhere', () => {
  it('lets nobody past before there is an account, and leads to where the first is made', async () => {
    for (const path of ['/', '/create', '/settings', `/video/${randomUUID()}`, '/people']) {
      const answer = await web.ask(path, { headers: { accept: 'text/html' } });
      expect([path, answer.status, answer.headers.location]).toEqual([path, 303, '/setup']);
    }
    for (const path of Object.keys(API_METHODS).filter((known) => known !== '/healthz')) {
      const method = API_METHODS[path]?.includes('POST') ? 'POST' : 'GET';
      expect([path, (await web.ask(path, { method })).status]).toEqual([path, 401]);
    }
    expect((await web.ask('/media/x/y.png')).status).toBe(401);
    expect((await web.ask('/login')).headers.location).toBe('/setup');
  });

  it('makes the first account of whoever has the code, and of nobody else', async () => {
    const wrong = await send('/setup', { ...fields('admin'), code: 'AAAA-BBBB-CCCC' });
    expect([wrong.status, wrong.text.includes('This is not the code')]).toEqual([422, true]);
    expect(wrong.text).toContain('admin@films.example');
    expect(wrong.text).not.toContain(PASSWORD);
    const code = web.door?.setup.shown ?? '';
    const short = await send('/setup', { ...fields('admin'), password: 'short', code });
    expect([short.status, short.text.includes('at least 10 characters')]).toEqual([422, true]);
    // What was made before there were accounts is the first admin's.
    const { videoId } = await submitVideo(web.backend, draftOf('Made before.'), null);
    const made = await send('/setup', { ...fields('admin'), code: code.toLowerCase() });
    expect([made.status, made.headers.location]).toEqual([303, '/']);
    admin = cookiesOf(made);
    expect((await db.video.findUniqueOrThrow({ where: { id: videoId } })).ownerId).toBe(
      (await personOf('admin')).id,
    );
    expect((await send('/setup', { ...fields('second'), code })).headers.location).toBe('/login');
    expect(await db.person.count()).toBe(1);
  });

  it('lets in whoever was invited', async () => {
    const join = async (name: string) => {
      const token = await invite(db, { role: 'member', note: name });
      const page = await web.ask(`/join/${token}`, { headers: { accept: 'text/html' } });
      expect([page.status, page.text.includes('You are invited')]).toEqual([200, true]);
      return cookiesOf(await send(`/join/${token}`, fields(name)));
    };
    ida = await join('ida');
    otto = await join('otto');
    expect((await web.ask('/join/nonsense')).status).toBe(404);
    expect((await web.ask('/', { headers: { cookie: ida } })).status).toBe(200);
  });

  it('asks for a login, and goes on to where somebody wanted to go', async () => {
    const sent = await web.ask('/create?sample=x', { headers: { accept: 'text/html' } });
    expect(sent.headers.location).toBe('/login?to=%2Fcreate%3Fsample%3Dx');
    const data = await web.ask('/create?_data=routes%2Fcreate');
    expect([data.status, data.headers['x-remix-redirect']]).toEqual([204, '/login?to=%2Fcreate']);
    const wrong = await send('/login', { email: 'ida@films.example', password: 'no', to: '/create' });
    expect([wrong.status, wrong.headers['set-cookie']]).toEqual([422, undefined]);
    const right = await send('/login', { email: 'ida@films.example', password: PASSWORD, to: '/create' });
    expect([right.status, right.headers.location]).toEqual([303, '/create']);
    expect(right.headers['set-cookie']?.[0]).toMatch(/HttpOnly.*SameSite=Lax|SameSite=Lax.*HttpOnly/i);
    for (const to of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const answer = await send('/login', { email: 'ida@films.example', password: PASSWORD, to });
      expect([to, answer.headers.location]).toEqual([to, '/']);
    }
  });

  it('shows what is well to all, and how it is inside to those who are in', async () => {
    const outside = JSON.parse((await web.ask('/healthz')).text) as Record<string, unknown>;
    expect(Object.keys(outside)).toEqual(['ok']);
    const inside = JSON.parse((await web.ask('/healthz', { headers: { cookie: ida } })).text) as object;
    expect(inside).toHaveProperty('queue');
  });

  it('forgets whoever logs out', async () => {
    const cookie = cookiesOf(await send('/login', { email: 'otto@films.example', password: PASSWORD }));
    expect((await send('/logout', {}, { cookie })).headers.location).toBe('/login');
    expect((await web.ask('/', { headers: { cookie, accept: 'text/html' } })).headers.location).toBe(
      '/login',
    );
  });

  it('sets a new password by a link', async () => {
    const token = (await makeResetLink(web.door ?? never(), 'otto@films.example')) ?? '';
    expect((await web.ask(`/reset/${token}`)).text).toContain('otto@films.example');
    expect((await send(`/reset/${token}`, { password: 'short' })).status).toBe(422);
    expect((await send(`/reset/${token}`, { password: PASSWORD })).headers.location).toBe('/login');
    expect((await send(`/reset/${token}`, { password: PASSWORD })).status).toBe(422);
    otto = cookiesOf(await send('/login', { email: 'otto@films.example', password: PASSWORD }));
  });
});

describe('a place to publish at', () => {
  const add = (url: string, cookie: string) =>
    send('/publishing', { intent: 'add-address', url }, { cookie });
  const placesOf = async (cookie: string) => {
    const answer = await web.ask('/api/v1/publishing-targets', { headers: { cookie } });
    return (JSON.parse(answer.text) as { targets: { id: string; name: string }[] }).targets;
  };

  it('is its owner’s alone, whoever asks', async () => {
    expect((await add('https://ida.example/films', ida)).status).toBe(200);
    expect((await add('https://otto.example/films', otto)).status).toBe(200);
    const [place, ...others] = await placesOf(ida);
    expect([place?.name, others]).toEqual(['https://ida.example/films', []]);
    const id = place?.id ?? '';
    for (const cookie of [otto, admin]) {
      const page = await web.ask('/publishing', { headers: { cookie } });
      expect(page.text).not.toContain('ida.example');
      const gone = await send('/publishing', { intent: 'disconnect', id }, { cookie });
      expect([gone.status, gone.text.includes('no such place')]).toEqual([422, true]);
    }
    const made = await web.post('/api/generate-script', { story: 'A hare of Otto’s.' }, { cookie: otto });
    const { videoId } = JSON.parse(made.text) as { videoId: string };
    const publish = (target: string) =>
      web.post(`/api/v1/videos/${videoId}/publications`, { target, madeForKids: false }, { cookie: otto });
    const foreign = await publish(id);
    expect([foreign.status, foreign.text]).toEqual([404, (await publish(NOTHING)).text]);
    expect((await placesOf(ida)).map((one) => one.id)).toEqual([id]);
  });
});

describe('a video', () => {
  let videoId: string;
  let deletedId: string;

  beforeAll(async () => {
    const made = async (story: string) => {
      const answer = await web.post('/api/generate-script', { story }, { cookie: ida });
      expect(answer.status).toBe(201);
      return (JSON.parse(answer.text) as { videoId: string }).videoId;
    };
    videoId = await made('A fox of Ida’s walked into the snow.');
    deletedId = await made('A hare that is deleted.');
    await hideVideos(db, [deletedId]);
    await web.backend.storage.put(`${videoId}/film.png`, Buffer.from('a picture of Ida’s'));
  });

  type RequestOf = (id: string) => [path: string, asked?: Asked];
  const REQUESTS: [name: string, RequestOf][] = [
    ...['video-status', 'checks', 'storyboard', 'timeline', 'assets', 'project'].map(
      (name): [string, RequestOf] => [name, (id) => [`/api/${name}?id=${id}`]],
    ),
    ['publications', (id) => [`/api/publications?videoId=${id}`]],
    ['publishing', (id) => [`/publish/${id}`]],
    ...['publish', 'retry', 'stop'].map((intent): [string, RequestOf] => [
      `publishing: ${intent}`,
      (id) => [
        `/publish/${id}`,
        form({ intent, target: NOTHING, publication: NOTHING, title: 'Mine', madeForKids: 'no' }),
      ],
    ]),
    ['provenance', (id) => [`/api/provenance?videoId=${id}`]],
    ['edit', (id) => [`/api/storyboard?id=${id}`, json({ revision: 1, undo: true })]],
    ['update', (id) => [`/api/update-film?id=${id}`, json({})]],
    ['process', (id) => [`/api/process-video?id=${id}`, json({})]],
    ['process by body', (id) => ['/api/process-video', json({ videoId: id })]],
    ['upload', (id) => [`/api/upload?id=${id}&kind=picture`, json({})]],
    ['page', (id) => [`/video/${id}`]],
    ['page’s data', (id) => [`/video/${id}?_data=routes%2Fvideo.%24id`]],
    ...['process', 'cancel', 'delete', 'keep-title'].map((intent): [string, RequestOf] => [
      `page: ${intent}`,
      (id) => [`/video/${id}`, form({ intent })],
    ]),
    ...['rename', 'duplicate', 'delete', 'undo', 'share', 'withdraw'].map((intent): [string, RequestOf] => [
      `library: ${intent}`,
      (id) => ['/?index', form({ intent, id, title: 'Mine', inPlace: '1' })],
    ]),
    ['just deleted', (id) => [`/?deleted=${id}`]],
    ...OF_VIDEOS.map(([name, { method, path }]): [string, RequestOf] => [
      `operation: ${name}`,
      (id) => [
        `/api/v1${placed(path, id)}?kind=picture`,
        {
          ...(method !== 'GET' && json({ kind: 'undo', title: 'Mine', target: NOTHING, madeForKids: true })),
          method,
        },
      ],
    ]),
    ['file', (id) => [`/media/${id}/film.png`]],
    ['file, downloaded', (id) => [`/media/${id}/film.png?download=x`]],
  ];

  it.each(REQUESTS)('of somebody else answers as one that nobody has: %s', async (_name, requestOf) => {
    const ask = async (id: string, cookie: string) => {
      const [path, asked = {}] = requestOf(id);
      const answer = await web.ask(path, { ...asked, headers: { ...asked.headers, cookie } });
      return { status: answer.status, text: withoutChance(answer.text).replaceAll(id, '<id>') };
    };
    const rows = async () =>
      JSON.stringify(await db.video.findMany({ where: { id: { in: [videoId, deletedId] } } }));
    const before = await rows();
    for (const id of [videoId, deletedId]) {
      expect(await ask(id, otto)).toEqual(await ask(randomUUID(), otto));
      expect(await ask(id, admin)).toEqual(await ask(randomUUID(), admin));
    }
    expect(await rows()).toBe(before);
  });

  it('of one’s own is there, and its files', async () => {
    expect((await web.ask(`/video/${videoId}`, { headers: { cookie: ida } })).status).toBe(200);
    expect((await web.ask(`/media/${videoId}/film.png`, { headers: { cookie: ida } })).text).toContain('Ida');
  });

  it('is on the shelf of its owner alone, searched or not', async () => {
    for (const query of ['', '?q=fox', '?sort=title', '?show=making']) {
      expect((await web.ask(`/${query}`, { headers: { cookie: ida } })).text, query).toContain(videoId);
      expect((await web.ask(`/${query}`, { headers: { cookie: otto } })).text, query).not.toContain(videoId);
      expect((await web.ask(`/${query}`, { headers: { cookie: admin } })).text, query).not.toContain(videoId);
    }
  });

  it('is another one under the same key of another person', async () => {
    const key = { 'idempotency-key': 'the-very-same-key' };
    const order = (cookie: string) =>
      web.post('/api/generate-script', { story: 'One story of a fox in the snow.' }, { ...key, cookie });
    const [mine, again, theirs] = [await order(ida), await order(ida), await order(otto)].map(
      ({ text }) => (JSON.parse(text) as { videoId: string }).videoId,
    );
    expect(again).toBe(mine);
    expect(theirs).not.toBe(mine);
    expect((await web.ask(`/video/${theirs}`, { headers: { cookie: ida } })).status).toBe(404);
  });

  it('that is duplicated is the person’s who did it', async () => {
    await send('/?index', { intent: 'duplicate', id: videoId, inPlace: '1' }, { cookie: ida });
    const { id } = await personOf('ida');
    expect(await db.video.count({ where: { ownerId: id, story: { startsWith: 'A fox of Ida' } } })).toBe(2);
  });

  it('is not begun by whoever has used up their room, and what was typed stays', async () => {
    const { id } = await personOf('ida');
    await setLimits(db, id, { capPerDayUsd: null, quotaBytes: 4 });
    const refused = await web.post(
      '/api/generate-script',
      { story: 'One more story of a fox.' },
      { cookie: ida },
    );
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([
      409,
      { error: { code: 'quota_reached' } },
    ]);
    const page = await send('/create', { story: 'A long story that was typed.' }, { cookie: ida });
    expect(page.text).toContain('A long story that was typed.');
    await setLimits(db, id, { capPerDayUsd: null, quotaBytes: null });
  });
});

describe('a batch', () => {
  let batchId: string;

  beforeAll(async () => {
    const stories = [{ story: 'A fox of Ida’s woke.' }, { story: 'A hare of Ida’s ran.' }];
    const answer = await web.post('/api/batch', { stories, atOnce: 1 }, { cookie: ida });
    expect(answer.status).toBe(201);
    batchId = (JSON.parse(answer.text) as { batchId: string }).batchId;
  });

  const REQUESTS: [name: string, (id: string) => [path: string, asked?: Asked]][] = [
    ['status', (id) => [`/api/batch?id=${id}`]],
    ['results', (id) => [`/api/batch-results?id=${id}`]],
    ['page', (id) => [`/batches/${id}`]],
    ['page’s data', (id) => [`/batches/${id}?_data=routes%2Fbatch%2Fbatches.%24id`]],
    ...['pause', 'go-on', 'cancel', 'release', 'change'].flatMap(
      (act): [string, (id: string) => [path: string, asked?: Asked]][] => [
        [act, (id) => [`/api/batch?id=${id}`, json({ do: act })]],
        [`page: ${act}`, (id) => [`/batches/${id}`, form({ do: act })]],
      ],
    ),
  ];

  it.each(REQUESTS)('of somebody else answers as one that nobody has: %s', async (_name, requestOf) => {
    const ask = async (id: string, cookie: string) => {
      const [path, asked = {}] = requestOf(id);
      const answer = await web.ask(path, { ...asked, headers: { ...asked.headers, cookie } });
      expect(answer.status).toBe(404);
      return withoutChance(answer.text).replaceAll(id, '<id>');
    };
    const rows = async () =>
      JSON.stringify(await db.batch.findUnique({ where: { id: batchId }, include: { items: true } }));
    const before = await rows();
    for (const cookie of [otto, admin])
      expect(await ask(batchId, cookie)).toBe(await ask(randomUUID(), cookie));
    expect(await rows()).toBe(before);
  });

  it('of one’s own is there, with its films, and on no one else’s page', async () => {
    expect((await web.ask(`/batches/${batchId}`, { headers: { cookie: ida } })).text).toContain(
      'A fox of Ida',
    );
    expect((await web.ask('/batches', { headers: { cookie: ida } })).text).toContain(batchId);
    for (const cookie of [otto, admin])
      expect((await web.ask('/batches', { headers: { cookie } })).text).not.toContain(batchId);
    const { id } = await personOf('ida');
    expect(await db.video.count({ where: { ownerId: id, batchItem: { batchId } } })).toBe(1);
  });

  it('is not ordered by whoever has used up their room, and what was sent stays', async () => {
    const { id } = await personOf('ida');
    await setLimits(db, id, { capPerDayUsd: null, quotaBytes: 1 });
    const refused = await web.post('/api/batch', { stories: [{ story: 'A fox woke.' }] }, { cookie: ida });
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([
      409,
      { error: { code: 'quota_reached' } },
    ]);
    const page = await send('/batches', { stories: 'story\nA typed fox.', intent: 'start' }, { cookie: ida });
    expect([page.status, page.text.includes('A typed fox.')]).toEqual([409, true]);
    await setLimits(db, id, { capPerDayUsd: null, quotaBytes: null });
  });
});

describe('a token', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it('opens the API and files within its scopes, and no page', async () => {
    const { id } = await personOf('ida');
    const read = await makeToken(db, id, { name: 'Reader', scopes: ['read'] });
    const make = await makeToken(db, id, { name: 'Maker', scopes: ['make'] });
    const ordered = await web.post('/api/generate-script', { story: 'By a program.' }, bearer(make));
    expect(ordered.status).toBe(201);
    const { videoId } = JSON.parse(ordered.text) as { videoId: string };
    expect((await web.ask(`/api/video-status?id=${videoId}`, { headers: bearer(read) })).status).toBe(200);
    const refused = await web.post('/api/generate-script', { story: 'By a program.' }, bearer(read));
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([
      403,
      { error: { code: 'token_scope' } },
    ]);
    const told = await web.ask(`/api/v1/videos/${videoId}`, { method: 'DELETE', headers: bearer(read) });
    expect([told.status, told.headers['content-type'], JSON.parse(told.text)]).toMatchObject([
      403,
      expect.stringContaining('application/problem+json'),
      { code: 'token_scope' },
    ]);
    expect((await web.ask('/api/v1/spending', { headers: bearer(read) })).text).toContain('"of":"person"');
    for (const path of ['/', '/account', '/people', '/settings', `/video/${videoId}`])
      expect([path, (await web.ask(path, { headers: bearer(make) })).status]).toEqual([path, 403]);
  });

  it('is made on the account page, shown once, and revoked there', async () => {
    const made = await send(
      '/account',
      { intent: 'token-make', name: 'Batch', scope: 'read' },
      { cookie: ida },
    );
    const token = /sts_[\w-]+/.exec(made.text)?.[0] ?? '';
    expect((await web.ask('/api/storyboard', { headers: bearer(token) })).status).toBe(400);
    const page = await web.ask('/account', { headers: { cookie: ida } });
    expect([page.text.includes('Batch'), page.text.includes(token)]).toEqual([true, false]);
    const row = await db.apiToken.findFirstOrThrow({ where: { name: 'Batch' } });
    await send('/account', { intent: 'token-revoke', id: row.id }, { cookie: otto });
    expect((await web.ask('/api/storyboard', { headers: bearer(token) })).status).toBe(400);
    await send('/account', { intent: 'token-revoke', id: row.id }, { cookie: ida });
    expect((await web.ask('/api/storyboard', { headers: bearer(token) })).status).toBe(401);
  });
});

describe('the people page', () => {
  it('is there for admins alone, as settings are', async () => {
    expect((await web.ask('/settings', { headers: { cookie: admin } })).status).toBe(200);
    for (const cookie of [ida, otto]) {
      expect((await web.ask('/settings', { headers: { cookie } })).status).toBe(404);
      expect((await send('/settings', { capability: 'image' }, { cookie })).status).toBe(404);
      expect((await web.ask('/people', { headers: { cookie } })).status).toBe(404);
      const { id } = await personOf('admin');
      expect((await send('/people', { intent: 'disable', id }, { cookie })).status).toBe(404);
    }
    const page = await web.ask('/people', { headers: { cookie: admin } });
    expect(page.status).toBe(200);
    for (const word of ['ida@films.example', 'otto@films.example', 'set the house up', 'logged in'])
      expect(page.text).toContain(word);
  });

  it('invites, limits, makes admins, shuts out and makes links', async () => {
    const act = (fields: Record<string, string>) => send('/people', fields, { cookie: admin });
    const invited = await act({ intent: 'invite', note: 'Wim', role: 'member' });
    const [link = ''] = /http:\/\/[^<"\s]+\/join\/[\w-]+/.exec(invited.text) ?? [];
    expect((await web.ask(new URL(link).pathname)).status).toBe(200);
    const { id } = await personOf('otto');
    expect((await act({ intent: 'limits', id, cap: '1.5', quota: '2' })).status).toBe(200);
    expect((await act({ intent: 'limits', id, cap: 'much', quota: '' })).status).toBe(422);
    const limited = await personOf('otto');
    expect([Number(limited.capPerDayUsd), limited.quotaBytes]).toEqual([1.5, 2n * 1024n ** 3n]);
    expect((await act({ intent: 'role', id })).text).toContain('is an admin now');
    expect((await act({ intent: 'role', id })).text).toContain('is a member now');
    expect((await act({ intent: 'password', id })).text).toMatch(/\/reset\/[\w-]+/);
    expect((await act({ intent: 'disable', id })).status).toBe(200);
    expect((await web.ask('/', { headers: { cookie: otto, accept: 'text/html' } })).status).toBe(303);
    const own = await personOf('admin');
    expect((await act({ intent: 'disable', id: own.id })).text).toContain('only admin');
    expect((await act({ intent: 'nonsense' })).status).toBe(400);
    expect((await act({ intent: 'constructor' })).status).toBe(400);
  });
});

it('a site that is opened by TLS is opened by that alone, and its cookies go nowhere else', async () => {
  const secure = await startTestWeb({ isExposed: true, siteUrl: 'https://film.test' });
  try {
    const code = secure.door?.setup.shown ?? '';
    const body = new URLSearchParams({ ...fields('tls'), code }).toString();
    const made = await secure.ask('/setup', { method: 'POST', headers: FORM, body });
    expect(made.headers['strict-transport-security']).toBe('max-age=15552000');
    expect(made.headers['set-cookie']?.[0]).toMatch(/^__Secure-.*; Secure/);
    const cookie = cookiesOf(made);
    expect((await secure.ask('/', { headers: { cookie } })).status).toBe(200);
    const invited = await secure.ask('/people', {
      ...{ method: 'POST', headers: { ...FORM, cookie } },
      body: new URLSearchParams({ intent: 'invite', note: 'Wim', role: 'member' }).toString(),
    });
    expect(invited.text).toContain('https://film.test/join/');
  } finally {
    await secure.stop();
  }
});

it('a site on loopback has no door and no pages of accounts', async () => {
  const open = await startTestWeb();
  try {
    expect((await open.ask('/')).status).toBe(200);
    for (const path of ['/login', '/setup', '/account', '/people', '/join/x', '/reset/x'])
      expect([path, (await open.ask(path)).status]).toEqual([path, 404]);
    expect(open.faults).toEqual([]);
  } finally {
    await open.stop();
  }
});

it('nothing of all that failed in the server, and no password was logged', async () => {
  await disablePerson(db, (await personOf('ida')).id);
  expect(web.faults).toEqual([]);
  expect(web.logged()).not.toContain(PASSWORD);
});

function json(body: unknown) {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function form(sent: Record<string, string>) {
  return { method: 'POST', headers: FORM, body: new URLSearchParams(sent).toString() };
}

/** A page without its nonce, and without the address that is in it. */
function withoutChance(text: string): string {
  return text.replaceAll(/nonce="[^"]*"|"nonce":"[^"]*"/g, '').replaceAll(/[A-Za-z0-9+/]{22}==/g, '');
}

function never(): never {
  throw new Error('There is no door.');
}
