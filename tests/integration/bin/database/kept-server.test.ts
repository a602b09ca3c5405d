import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { serverIn } from '#tests/support/postgres/own-postgres.ts';
import { waitFor } from '#tests/support/wait-for.ts';

interface User {
  url: string;
  /** What it has said on stderr so far. */
  words(): string;
  /** Has it release the database, and waits until it is gone. */
  release(): Promise<void>;
  kill(): Promise<void>;
}

let dataDir: string;
let users: ChildProcess[];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'storyshort-kept-'));
  users = [];
});
afterEach(async () => {
  for (const child of users.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.send('release');
    await once(child, 'exit');
  }
  await rm(dataDir, { recursive: true, force: true });
});

async function startUser(): Promise<User> {
  const child = fork(new URL('../../../support/postgres/database-user.ts', import.meta.url), [dataDir], {
    execArgv: ['--import', TYPESCRIPT_LOADER],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  users.push(child);
  let words = '';
  child.stderr?.on('data', (chunk) => {
    words += String(chunk);
  });
  const ended = once(child, 'exit');
  const told = await Promise.race([once(child, 'message'), ended.then(() => null)]);
  if (!told) throw new Error(`The process did not start:\n${words}`);
  return {
    url: (told[0] as { url: string }).url,
    words: () => words,
    release: async () => {
      child.send('release');
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Asks once; null where the server is away. */
async function ask(url: string, sql: string): Promise<unknown[] | null> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Waits for another server than the one with this number, which answers. */
async function anotherThan(pid: number | null, url: string): Promise<void> {
  await waitFor('the database to be back', async () => {
    const found = await serverIn(dataDir).pid();
    return found !== null && found !== pid && (await ask(url, 'SELECT 1')) !== null;
  });
}

const countOf = (words: string, part: string) => words.split(part).length - 1;

it('a database that is killed is back on its port, with what was stored, as often as that happens', async () => {
  const user = await startUser();
  const server = serverIn(dataDir);
  await ask(user.url, 'CREATE TABLE kept (number int)');
  for (let number = 1; number <= 3; number++) {
    expect(await ask(user.url, `INSERT INTO kept VALUES (${number}) RETURNING number`)).toEqual([{ number }]);
    const pid = await server.pid();
    await server.kill();
    await anotherThan(pid, user.url);
    await waitFor('the word of it', () => countOf(user.words(), 'started again') === number);
  }
  expect(await ask(user.url, 'SELECT number FROM kept ORDER BY number')).toEqual([
    { number: 1 },
    { number: 2 },
    { number: 3 },
  ]);
  expect(user.words()).toContain(`on its port ${new URL(user.url).port}`);
});

it('one of several that watch over it brings it back, also when another one is killed with it', async () => {
  const all = await Promise.all([startUser(), startUser(), startUser()]);
  const [first, second, third] = all;
  if (!first || !second || !third) throw new Error('Three were started.');
  expect(new Set(all.map(({ url }) => url)).size).toBe(1);
  const server = serverIn(dataDir);
  const said = () => countOf(all.map((user) => user.words()).join(''), 'started again');
  let pid = await server.pid();
  await server.kill();
  await anotherThan(pid, first.url);
  await waitFor('the word of it', () => said() === 1);
  expect(await server.starts()).toBe(2);

  pid = await server.pid();
  await Promise.all([server.kill(), first.kill()]);
  await anotherThan(pid, second.url);
  await waitFor('the word of it', () => said() === 2);
  expect(await server.starts()).toBe(3);
  // Who comes now finds it where the others have it.
  const late = await startUser();
  expect(late.url).toBe(second.url);
});

it('who comes while it is down starts it where those have it who use it', async () => {
  const first = await startUser();
  const server = serverIn(dataDir);
  const pid = await server.pid();
  const [late] = await Promise.all([startUser(), server.kill()]);
  await anotherThan(pid, first.url);
  expect(late.url).toBe(first.url);
});

it('a database that was released is not brought back', async () => {
  const first = await startUser();
  const second = await startUser();
  const server = serverIn(dataDir);
  await first.release();
  expect(await ask(second.url, 'SELECT 1')).not.toBeNull();
  await second.release();
  expect(await server.pid()).toBeNull();
  // Nobody is left who could: its next user starts it anew.
  const third = await startUser();
  expect(await server.starts()).toBe(2);
  expect(third.words()).toBe('');
});

it('another program that has the number of a server that ended is not taken for it', async () => {
  const noteFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid');
  const first = await startUser();
  await ask(first.url, 'CREATE TABLE kept (number int)');
  const note = await readFile(noteFile, 'utf8');
  await first.release();
  // As a container leaves it that was killed, whose next one gives numbers from 1 on again.
  await writeFile(noteFile, note.replace(/^\d+/, String(process.pid)));
  const second = await startUser();
  expect(await ask(second.url, 'SELECT number FROM kept')).toEqual([]);
  expect(await serverIn(dataDir).pid()).not.toBe(process.pid);
});

it('a port that another program has taken is told, and had again as soon as it is free', async () => {
  const user = await startUser();
  const { port } = new URL(user.url);
  const server = serverIn(dataDir);
  const pid = await server.pid();
  const squatter = createServer();
  await server.kill();
  // It listens as soon as the port is free, which is at once.
  await waitFor('the port', async () => {
    squatter.listen(Number(port), '127.0.0.1');
    return Promise.race([
      once(squatter, 'listening').then(() => true),
      once(squatter, 'error').then(() => false),
    ]).catch(() => false);
  });
  await waitFor('the word of it', () =>
    user.words().includes(`its port ${port} is taken by another program`),
  );
  expect(user.words()).not.toContain('started again on');
  await new Promise((resolve) => squatter.close(resolve));
  await anotherThan(pid, user.url);
  await waitFor('the word of it', () => user.words().includes('started again on'));
});
