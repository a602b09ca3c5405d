/** Who may use the tools, and on what: the door, the guards and the limits of the site hold for them as for its API. */
import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '#app/api/operations/all-operations.ts';
import { TOOLS } from '#app/mcp/tools/all-tools.ts';
import { makeToken } from '#jobs/accounts/api-tokens.server.ts';
import { setLimits } from '#jobs/accounts/people.server.ts';
import type { TokenScope } from '#jobs/accounts/token-scope.ts';
import { hideVideos } from '#jobs/db/deleted-videos.server.ts';
import { type Answer, startTestWeb, type TestWeb } from '#tests/integration/app/web-server.ts';
import { connectByHttp } from '#tests/support/mcp/mcp-clients.ts';
import { answered, callTool, type Structured } from '#tests/support/mcp/tool-calls.ts';
import { SHORT_STORY } from '#tests/support/stories.ts';

/** The simplest call there is, as clients sent it before revisions were negotiated. */
const PING = { jsonrpc: '2.0', id: 1, method: 'ping' };
const HEADERS = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' };
const errorOf = ({ text }: Answer) => JSON.parse(text).error;

describe('a site with accounts', () => {
  let web: TestWeb;
  let ida: string;
  let otto: string;
  const tokenOf = (id: string, ...scopes: TokenScope[]) =>
    makeToken(web.backend.db, id, { name: 'Model', scopes });

  beforeAll(async () => {
    web = await startTestWeb({ isExposed: true });
    const person = (name: string) =>
      web.backend.db.person.create({
        data: { id: randomUUID(), name, email: `${name}@films.example`, role: 'member' },
      });
    [ida, otto] = (await Promise.all([person('ida'), person('otto')])).map(({ id }) => id) as [
      string,
      string,
    ];
  });
  afterAll(async () => {
    expect(web.faults).toEqual([]);
    await web.stop();
  });

  it.each([
    ['no token', undefined],
    ['a token that nobody has', 'sts_nobodys'],
  ])('lets nobody in with %s, and says what to send', async (_what, token) => {
    await expect(connectByHttp(web.port, token === undefined ? {} : { token })).rejects.toThrow(
      /401|Unauthorized/i,
    );
    const answer = await web.post('/mcp', PING, {
      ...HEADERS,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    });
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(errorOf(answer)).toMatchObject({
      code: 'not_logged_in',
      hint: expect.stringContaining('header Authorization'),
    });
  });

  it('lets a token use what its scope is for, and say what it lacks', async () => {
    const reader = await connectByHttp(web.port, { token: await tokenOf(ida, 'read') });
    const maker = await connectByHttp(web.port, { token: await tokenOf(ida, 'make') });
    const order = { story: SHORT_STORY, key: randomUUID() };
    const { structured: made } = await answered(maker, 'make_film', order);
    const { structured: read } = await answered(reader, 'read_film', { videoId: made.videoId });
    expect(read.id).toBe(made.videoId);
    expect(await reader.listTools()).toEqual(await maker.listTools());
    for (const { name, operations } of TOOLS) {
      if (operations.every((id) => OPERATIONS[id].scope === 'read')) continue;
      const given = { ...order, videoId: made.videoId, step: 'undo', title: 'Mine' };
      const { structured, result } = await callTool(reader, name, given);
      expect([name, result.isError, structured.code]).toEqual([name, true, 'token_scope']);
    }
    const { status, title } = await web.backend.db.video.findUniqueOrThrow({ where: { id: made.videoId } });
    expect([status, title]).toEqual(['pending', '']);
    const row = await web.backend.db.video.findUniqueOrThrow({ where: { id: made.videoId } });
    expect(row.ownerId).toBe(ida);
    await Promise.all([reader.close(), maker.close()]);
  });

  it('shows nobody what is somebody else’s, nor what was deleted', async () => {
    const own = await connectByHttp(web.port, { token: await tokenOf(ida, 'read', 'make') });
    const other = await connectByHttp(web.port, { token: await tokenOf(otto, 'read', 'make') });
    const make = async () =>
      (await answered(own, 'make_film', { story: SHORT_STORY, key: randomUUID() })).structured
        .videoId as string;
    const [kept, deleted] = [await make(), await make()];
    await hideVideos(web.backend.db, [deleted]);
    const answerTo = async (name: string, videoId: string) => {
      const given = {
        ...{
          videoId,
          step: 'undo',
          sceneId: randomUUID(),
          title: 'Mine',
          edit: EDIT,
          platform: 'x',
          atMs: 0,
        },
        ...{ target: randomUUID(), madeForKids: false, publicationId: randomUUID() },
      };
      const { result } = await callTool(other, name, given);
      return JSON.stringify(result).replaceAll(videoId, '<id>');
    };
    for (const { name, operations } of TOOLS) {
      if (operations.some((id) => !OPERATIONS[id].path.includes('{id}'))) continue;
      const nobodys = await answerTo(name, randomUUID());
      expect([name, nobodys]).toEqual([name, expect.stringContaining('video_not_found')]);
      for (const id of [kept, deleted]) expect([name, await answerTo(name, id)]).toEqual([name, nobodys]);
    }
    for (const end of ['', '/storyboard', '/poster', `/scenes/${randomUUID()}/picture`]) {
      await expect(other.readResource({ uri: `storyshort://films/${kept}${end}` })).rejects.toThrow(
        /not found/i,
      );
    }
    expect((await other.listResources()).resources).toEqual([]);
    expect((await answered(other, 'list_films')).structured.videos).toEqual([]);
    const { structured: shelf } = await answered(own, 'list_films');
    expect(shelf.videos.map(({ id }: Structured) => id)).toContain(kept);
    await Promise.all([own.close(), other.close()]);
  });

  it('holds a person’s limits, and writes down what they did', async () => {
    const { db, storage } = web.backend;
    const client = await connectByHttp(web.port, { token: await tokenOf(otto, 'make') });
    const order = () => ({ story: SHORT_STORY, key: randomUUID() });
    const { structured: made } = await answered(client, 'make_film', order());
    await storage.put(`${made.videoId}/picture.png`, Buffer.from('some bytes'));
    await setLimits(db, otto, { capPerDayUsd: null, quotaBytes: 1 });
    const { structured: refused } = await callTool(client, 'make_film', order());
    expect(refused.code).toBe('quota_reached');
    const deeds = await db.deed.findMany({ where: { personId: otto } });
    expect(deeds.map(({ what, subject }) => [what, subject])).toEqual([['video.created', made.videoId]]);
    await client.close();
  });

  it('counts orders as if each had come by itself', async () => {
    const client = await connectByHttp(web.port, { token: await tokenOf(ida, 'make') });
    const wrong = { story: '', key: 'k' };
    for (let at = 0; at < 100; at += 1) {
      const { structured, text } = await callTool(client, 'make_film', wrong);
      if (structured.code !== 'too_many_requests') continue;
      expect(structured).toMatchObject({ retryable: true, hint: expect.stringMatching(/Try again in/) });
      expect(text).toContain('Too many new videos');
      // Reading is not held back.
      await answered(client, 'list_films');
      await client.close();
      return;
    }
    throw new Error('It was never refused.');
  });

  it('answers programs that look for a way to log in as they expect', async () => {
    for (const name of [
      'oauth-protected-resource',
      'oauth-protected-resource/mcp',
      'oauth-authorization-server',
    ]) {
      const answer = await web.ask(`/.well-known/${name}`);
      expect([name, answer.status, errorOf(answer).code]).toEqual([name, 404, 'not_found']);
    }
  });
});

describe('a site without accounts', () => {
  let web: TestWeb;
  beforeAll(async () => {
    web = await startTestWeb();
  });
  afterAll(async () => {
    expect(web.faults).toEqual([]);
    await web.stop();
  });

  it('refuses other sites’ pages, other names, other methods and bodies without measure', async () => {
    const answers = {
      cross_origin: await web.post('/mcp', PING, { ...HEADERS, origin: 'http://evil.test' }),
      unknown_host: await web.post('/mcp', PING, { ...HEADERS, host: 'evil.test' }),
      body_too_large: await web.post('/mcp', { ...PING, params: { text: 'x'.repeat(110_000) } }, HEADERS),
      length_required: await web.ask('/mcp', {
        method: 'POST',
        headers: { ...HEADERS, 'transfer-encoding': 'chunked' },
      }),
      method_not_allowed: await web.ask('/mcp', { method: 'DELETE' }),
      json_too_deep: await web.ask('/mcp', {
        method: 'POST',
        headers: HEADERS,
        body: `${'['.repeat(4000)}${']'.repeat(4000)}`,
      }),
    };
    const codes = Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [name, errorOf(answer)?.code]),
    );
    expect(codes).toEqual(Object.fromEntries(Object.keys(answers).map((name) => [name, name])));
    expect(answers.method_not_allowed.headers.allow).toBe('POST');
    expect((await web.ask('/mcp', { headers: { accept: 'text/event-stream' } })).status).toBe(405);
  });

  it('says by the protocol what is no call', async () => {
    const send = (body: string, type = 'application/json') =>
      web.ask('/mcp', { method: 'POST', headers: { ...HEADERS, 'content-type': type }, body });
    for (const body of ['', '{', '[]', '7', '{"jsonrpc":"2.0"}', 'null']) {
      const answer = await send(body);
      expect([body, answer.status, answer.text]).toEqual([
        body,
        400,
        expect.stringContaining('"jsonrpc":"2.0"'),
      ]);
    }
    expect((await send(JSON.stringify(PING), 'text/plain')).status).toBe(415);
    const answer = await send(JSON.stringify(PING));
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining('"result":{}')]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('speaks with a program that sends no token and one that does', async () => {
    for (const token of [undefined, 'sts_of-another-site']) {
      const client = await connectByHttp(web.port, token === undefined ? {} : { token });
      expect((await answered(client, 'list_films')).structured.videos).toEqual([]);
      await client.close();
    }
  });
});

const EDIT = { kind: 'set-film', title: 'Mine' };
