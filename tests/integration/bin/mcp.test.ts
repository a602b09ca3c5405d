/** `npm run mcp` as it is: a process of its own, spoken to by standard input and output. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeToken } from '#jobs/accounts/api-tokens.server.ts';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { startTestWeb, type TestWeb } from '#tests/integration/app/web-server.ts';
import { connectByStdio } from '#tests/support/mcp/mcp-clients.ts';
import { answered, callTool } from '#tests/support/mcp/tool-calls.ts';
import { SHORT_STORY } from '#tests/support/stories.ts';

let web: TestWeb;
/** Of somebody who has an account there. */
let token: string;
beforeAll(async () => {
  web = await startTestWeb({ isExposed: true });
  const { db } = web.backend;
  const { id } = await db.person.create({
    data: { id: randomUUID(), name: 'Ida', email: 'ida@films.example', role: 'member' },
  });
  token = await makeToken(db, id, { name: 'Model', scopes: ['make'] });
});
afterAll(async () => {
  expect(web.faults).toEqual([]);
  await web.stop();
});

/** A port on which nothing listens. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

it('asks the site that it is told of with the token that it is given, and never shows that', async () => {
  const { client, complaints, faults } = await connectByStdio({
    STORYSHORT_URL: `http://127.0.0.1:${web.port}`,
    STORYSHORT_TOKEN: token,
  });
  const { structured } = await answered(client, 'make_film', { story: SHORT_STORY, key: randomUUID() });
  const { structured: film, text: told } = await answered(client, 'read_film', {
    videoId: structured.videoId,
  });
  expect(film.status).toBe('pending');
  expect(JSON.stringify([film, told, complaints()])).not.toContain(token);
  await client.close();
  expect(faults).toEqual([]);
});

it('says what to do where its token is wrong', async () => {
  const { client } = await connectByStdio({
    STORYSHORT_URL: `http://127.0.0.1:${web.port}`,
    STORYSHORT_TOKEN: 'sts_of-nobody-at-all',
  });
  const { structured, result } = await callTool(client, 'list_films');
  expect([result.isError, structured.code]).toEqual([true, 'not_logged_in']);
  expect(JSON.stringify(result)).not.toContain('sts_of-nobody-at-all');
  await client.close();
});

it('is there where no site is, and says so with what to do', async () => {
  const port = await closedPort();
  const { client } = await connectByStdio({ HOST: '127.0.0.1', PORT: String(port) });
  expect((await client.listTools()).tools.length).toBeGreaterThan(10);
  expect((await client.listResources()).resources).toEqual([]);
  const { structured, text: told } = await callTool(client, 'list_films');
  expect(structured).toMatchObject({ code: 'site_away', retryable: true });
  expect(told).toContain(`No StoryShort answers at http://127.0.0.1:${port}. Start it with \`npm start\``);
  await expect(client.readResource({ uri: `storyshort://films/${randomUUID()}` })).rejects.toThrow(
    'npm start',
  );
  await client.close();
});

it('says so where something else answers', async () => {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html').end('<p>A page of somebody’s');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { client } = await connectByStdio({ STORYSHORT_URL: `http://127.0.0.1:${port}/` });
  expect((await callTool(client, 'list_films')).structured.code).toBe('site_foreign');
  await client.close();
  server.close();
});

/** Runs the command; what is written to it ends once it has answered. */
async function run(input: string, env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', TYPESCRIPT_LOADER, join(process.cwd(), 'bin/mcp.ts')], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
  });
  child.stdin.write(input);
  child.stdout.once('readable', () => child.stdin.end());
  const [out, complaints, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { out, complaints, code: code as number };
}

it('writes nothing but messages to standard output, and ends with what it reads', async () => {
  const hello = {
    ...{ jsonrpc: '2.0', id: 1, method: 'initialize' },
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'x', version: '1' } },
  };
  const { out, code } = await run(`${JSON.stringify(hello)}\nno message at all\n`);
  const messages = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(messages[0]).toMatchObject({
    jsonrpc: '2.0',
    id: 1,
    result: { serverInfo: { name: 'storyshort' } },
  });
  expect(code).toBe(0);
});

it('says on standard error what is wrong with its environment', async () => {
  const { out, complaints, code } = await run('', { STORYSHORT_URL: 'films.example.org' });
  expect([out, code]).toEqual(['', 1]);
  expect(complaints).toContain('STORYSHORT_URL: must be an address');
});
