/** What `storyshort` says and how it ends where something is wrong: with the site, the token, or what was asked. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeToken } from '#jobs/accounts/api-tokens.server.ts';
import { startTestWeb, type TestWeb, unknownId } from '#tests/integration/app/web-server.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { called, calling } from './called-storyshort';

let open: TestWeb;
let exposed: TestWeb;
let folder: string;
const strangers: Server[] = [];
beforeAll(async () => {
  [open, exposed] = await Promise.all([startTestWeb(), startTestWeb({ isExposed: true })]);
  folder = await mkdtemp(join(tmpdir(), 'storyshort-faults-'));
  await writeFile(join(folder, 'fox.txt'), 'A fox woke.');
});
afterAll(async () => {
  await Promise.all([open.stop(), exposed.stop()]);
  for (const server of strangers) server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A server that is no StoryShort. @returns its address */
async function stranger(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  strangers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const addressOf = ({ port }: TestWeb) => `http://127.0.0.1:${port}`;

/** Calls for JSON. @returns the code, and what is wrong */
async function faultOf(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { code, out, err } = await called([...args, '--json'], { env, folder });
  expect(out).toBe('');
  return { code, ...JSON.parse(err).error };
}

describe('a call that cannot be done', () => {
  it('is told in words for people, and as one line of JSON for programs', async () => {
    const env = { STORYSHORT_URL: addressOf(open) };
    const told = await called(['make', 'fox.txt', '--voice', 'nobody', '--scenes', '99'], { env, folder });
    expect([told.code, told.out]).toEqual([6, '']);
    expect(told.err).toMatch(/^scenes: .*\nvoice: There is no voice called “nobody”/m);
    expect(await faultOf(['make', 'fox.txt', '--voice', 'nobody'], env)).toMatchObject({
      ...{ code: 'unknown_voice', exitCode: 6, status: 422, retryable: false },
      problems: [{ where: 'voice', code: 'unknown_voice' }],
    });
    expect(await faultOf(['watch', unknownId()], env)).toMatchObject({
      ...{ code: 'video_not_found', exitCode: 4, status: 404 },
    });
    expect(await faultOf(['make', 'fox.txt', '--stlye', 'neon'], env)).toMatchObject({
      ...{ code: 'usage', exitCode: 2, message: expect.stringContaining('Did you mean --style?') },
    });
    expect(await faultOf(['make', 'hare.txt'], env)).toMatchObject({ code: 'usage', exitCode: 2 });
    expect(await faultOf(['edit', unknownId(), '--voice', 'rmz'], env)).toMatchObject({ exitCode: 4 });
    expect(open.faults).toEqual([]);
  });
});

describe('a site that is not there', () => {
  it('is told with how it is started', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const { port } = gone.address() as AddressInfo;
    await new Promise((resolve) => gone.close(resolve));
    expect(await faultOf(['list'], { PORT: String(port) })).toMatchObject({
      ...{ code: 'nobody_answers', exitCode: 5, retryable: true },
      hint: expect.stringContaining('npm start'),
    });
  });

  it('lacks a worker, which is told to whoever waits', async () => {
    const env = { STORYSHORT_URL: addressOf(open) };
    const { said, child, end } = calling(['make', 'fox.txt'], { env, folder });
    await waitFor('what is lacking', () => said().includes('No worker is there'));
    child.kill('SIGTERM');
    expect(await end).toMatchObject({ code: 130, err: expect.stringContaining('storyshort watch') });
  });

  it('is not taken for another server', async () => {
    const url = await stranger((_request, response) => response.writeHead(404).end('<p>Nothing here.</p>'));
    expect(await faultOf(['voices', '--url', url])).toMatchObject({
      ...{ code: 'nobody_answers', exitCode: 5, message: expect.stringContaining('is no StoryShort') },
    });
    const other = await stranger((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"voices": [{"name": 1}]}'),
    );
    expect(await faultOf(['voices', '--url', other])).toMatchObject({
      ...{ exitCode: 5, message: expect.stringContaining('of another version') },
    });
  });

  it('is sent no token where another address passes on to it', async () => {
    const heard: unknown[] = [];
    const target = await stranger(({ headers }, response) => {
      heard.push(headers.authorization);
      response.end('{}');
    });
    const url = await stranger((_request, response) =>
      response.writeHead(302, { location: `${target}/login` }).end(),
    );
    expect(await faultOf(['list', '--url', url], { STORYSHORT_TOKEN: 'sts_a-token' })).toMatchObject({
      ...{ code: 'passed_on', exitCode: 2, hint: expect.stringContaining(`--url ${target}`) },
    });
    expect(heard).toEqual([]);
  });
});

describe('a token', () => {
  /** One of a person of the exposed site. */
  const tokenOf = async (name: string, scope: 'read' | 'make') => {
    const { db } = exposed.backend;
    const email = `${name}@films.example`;
    const { id } = await db.person.upsert({
      where: { email },
      create: { id: unknownId(), name, email },
      update: {},
    });
    return makeToken(db, id, { name: scope, scopes: [scope] });
  };

  it('opens a site that has a door, by the environment or by a file', async () => {
    const url = addressOf(exposed);
    const token = await tokenOf('ida', 'make');
    const env = { STORYSHORT_URL: url, STORYSHORT_TOKEN: token };
    const made = await called(['make', 'fox.txt', '--no-wait', '--json'], { env, folder });
    expect([made.code, made.err]).toEqual([0, '']);
    const { videoId } = JSON.parse(made.out);
    await writeFile(join(folder, 'token'), `${token}\n`);
    const listed = await called(['list', '--json', '--url', url, '--token-file', 'token'], { folder });
    expect(JSON.parse(listed.out).videos).toMatchObject([{ id: videoId }]);
    const reading = { ...env, STORYSHORT_TOKEN: await tokenOf('ida', 'read') };
    expect((await called(['edit', videoId, '--json'], { env: reading, folder })).code).toBe(0);
    expect(await faultOf(['cancel', videoId], reading)).toMatchObject({
      ...{ code: 'token_scope', exitCode: 3, status: 403, hint: expect.stringContaining('“make”') },
    });
    const foreign = { ...env, STORYSHORT_TOKEN: await tokenOf('otto', 'make') };
    expect(await faultOf(['cancel', videoId], foreign)).toMatchObject({
      code: 'video_not_found',
      exitCode: 4,
    });
    const cancelled = await called(['cancel', videoId, '--json'], { env, folder });
    expect([cancelled.code, cancelled.err]).toEqual([0, '']);
  });

  it('that is wrong or missing is told with where another one is made, and is not repeated', async () => {
    const url = addressOf(exposed);
    expect(await faultOf(['list', '--url', url])).toMatchObject({
      ...{ code: 'not_logged_in', exitCode: 3, status: 401 },
      hint: expect.stringContaining(`Make a token at ${url}/account`),
    });
    const wrong = await faultOf(['list', '--url', url], { STORYSHORT_TOKEN: 'sts_not-a-token' });
    expect(wrong).toMatchObject({ exitCode: 3, hint: expect.stringContaining('was withdrawn') });
    const broken = await faultOf(['list', '--url', url], { STORYSHORT_TOKEN: 'sts_two words' });
    expect(broken).toMatchObject({ code: 'usage', exitCode: 2 });
    const typed = await faultOf(['list', '--url', url, '--token', 'sts_typed-in']);
    expect(typed).toMatchObject({
      code: 'usage',
      message: expect.stringContaining('A token is no argument'),
    });
    await writeFile(join(folder, 'empty'), '\n');
    const empty = await faultOf(['list', '--url', url, '--token-file', 'empty']);
    expect(empty).toMatchObject({ code: 'usage', message: expect.stringContaining('is empty') });
    const said = JSON.stringify([wrong, broken, typed, empty]);
    expect(said).not.toMatch(/sts_not-a-token|two words|sts_typed-in/);
    expect(exposed.logged()).not.toContain('sts_not-a-token');
  });
});
