/** The doctor as it is called, on this machine: as it is, and with much of it broken. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, type TestContext } from 'vitest';
import type { Finding } from '#bin/doctor/finding.ts';
import { openDb } from '#jobs/db/client.server.ts';
import { NO_SMALL_DISK, openSmallDisk } from '#tests/support/disks/small-disk.ts';
import { startOpenAiServer } from '#tests/support/openai-server/server.ts';
import { CANARY_KEY } from '#tests/support/openai-server/test-settings.ts';
import { createDatabase, createEmptyDatabase } from '#tests/support/test-database.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-doctor-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Calls it as `bin/run.mjs` does. */
function call(env: Record<string, string>, ...args: string[]): Promise<{ code: number; said: string }> {
  const { VITEST: _run, ...rest } = process.env;
  const command = ['--import', 'tsx', join(ROOT, 'bin/doctor.ts'), ...args];
  const options = { cwd: ROOT, env: { ...rest, DATA_DIR: join(folder, 'data'), PORT: '0', ...env } };
  return new Promise((done) => {
    execFile(process.execPath, command, options, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, said: `${stdout}${stderr}` });
    });
  });
}

/** What it found that is of a state, by what it is about. */
async function found(state: Finding['state'], env: Record<string, string>, ...args: string[]) {
  const { code, said } = await call(env, '--json', ...args);
  const { findings }: { findings: Finding[] } = JSON.parse(said);
  const wanted = findings.filter((finding) => finding.state === state);
  return {
    code,
    said,
    found: Object.fromEntries(wanted.map(({ about, says, mend }) => [about, { says, mend }])),
  };
}

const closedPort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });

it('has no fault to find where there is none, and leaves nothing behind', async () => {
  const { code, said } = await call({});
  expect(said).toMatch(/^ok +Node /m);
  expect(said).toMatch(/^ok +database +The built-in Postgres answers/m);
  expect(said).toMatch(/^ok +encoder +ffmpeg/m);
  expect(said).not.toMatch(/^fault/m);
  expect(said).toContain('Nothing keeps StoryShort from working here.');
  expect(code).toBe(0);
  expect(await readdir(folder)).toEqual([]);
});

it('names a port that is taken, a folder that is none, a database that is away, and ends with 1', async () => {
  const taker = createServer((_request, response) => response.end('not ours'));
  await new Promise<void>((listening) => taker.listen(0, '127.0.0.1', listening));
  const { port } = taker.address() as AddressInfo;
  const file = join(folder, 'file');
  await writeFile(file, '');
  const away = await closedPort();
  const password = 'a-password-of-nobody';
  const {
    code,
    said,
    found: faults,
  } = await found('fault', {
    PORT: String(port),
    DATA_DIR: join(file, 'data'),
    DATABASE_URL: `postgresql://ada:${password}@127.0.0.1:${away}/films`,
    RENDER_ENGINE: 'screenshots',
    BROWSER_EXECUTABLE: join(folder, 'no-such-browser'),
  });
  await new Promise((closed) => taker.close(closed));
  await rm(file);
  expect(code).toBe(1);
  expect(Object.keys(faults).sort()).toEqual(['browser', 'data', 'database', 'port']);
  expect(faults.port?.says).toContain(`127.0.0.1:${port} is taken by `);
  expect(faults.data?.says).toContain(file);
  expect(faults.database?.says).toContain(`127.0.0.1:${away}/films cannot be used`);
  expect(faults.database?.mend).toContain('start Postgres there');
  expect(said).not.toContain(password);
});

it('tells a disk that is read-only from one that is full', async (context: TestContext) => {
  const disk = await openSmallDisk(1 << 20);
  if (!disk) return context.skip(NO_SMALL_DISK);
  const env = { DATA_DIR: disk.folder, DATABASE_URL: await createDatabase() };
  try {
    const low = await found('fault', env);
    expect(low.found.data?.says).toContain('has only');
    // An empty disk cannot be made so small that it is full.
    await writeFile(join(disk.folder, 'film'), Buffer.alloc(1 << 16));
    await disk.fill();
    const full = await found('fault', env);
    expect(full.found.data?.says).toContain('The disk is full');
    expect(await readdir(disk.folder)).toEqual(['film']);
    await disk.setWritable(false);
    const readOnly = await found('fault', env);
    expect(readOnly.found.data?.says).toContain('read-only');
    expect(readOnly.found.data?.mend).toContain('chown');
    expect(readOnly.code).toBe(1);
  } finally {
    await disk.close();
  }
});

it('tells what a database lacks, and changes nothing of it', async () => {
  const empty = await createEmptyDatabase();
  expect((await found('note', { DATABASE_URL: empty })).found.migrations?.says).toMatch(
    /^\d+ migrations wait/,
  );
  expect((await found('note', { DATABASE_URL: empty })).found.migrations?.mend).toBe('npm run db:migrate');
  const whole = await createDatabase();
  expect((await found('ok', { DATABASE_URL: whole })).found.migrations?.says).toBe('All are applied.');
  const db = openDb(whole);
  await db.$executeRaw`UPDATE _prisma_migrations SET migration_name = '29990101_newer' WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`;
  await db.$disconnect();
  const newer = await found('fault', { DATABASE_URL: whole });
  expect(newer.found.migrations?.says).toContain('29990101_newer');
  const gone = new URL(whole);
  gone.pathname = '/no_such_database';
  const { database } = (await found('fault', { DATABASE_URL: gone.href })).found;
  expect(database?.mend).toContain('createdb');
});

it('asks no server unless it is told to, and never says a key', async () => {
  const server = await startOpenAiServer();
  const databaseUrl = await createDatabase();
  const env = {
    DATABASE_URL: databaseUrl,
    OPENAI_API_KEY: CANARY_KEY,
    OPENAI_BASE_URL: server.baseUrl,
    SCRIPT_MODEL: 'gpt-6.1-terra',
  };
  const silent = await found('ok', env);
  expect(silent.found.script?.says).toContain('with a key');
  expect(server.calls).toHaveLength(0);
  const asked = await found('ok', env, '--ask');
  expect(asked.found['script, asked']?.says).toContain('gpt-6.1-terra');
  expect(server.calls.length).toBeGreaterThan(0);
  expect(silent.said + asked.said).not.toContain(CANARY_KEY);
  const db = openDb(databaseUrl);
  expect(await db.providerCall.count({ where: { kind: 'test' } })).toBeGreaterThan(0);
  await db.$disconnect();
  await server.close();
});

it('names each setting that is not understood, and how it is called', async () => {
  const broken = await call({ PORT: 'ninety', SITE_URL: 'films' });
  expect(broken.said).toMatch(/^fault +settings +PORT: /m);
  expect(broken.said).toMatch(/^fault +settings +SITE_URL: must be an address without a path/m);
  expect(broken.code).toBe(1);
  expect(await call({}, '--all')).toMatchObject({
    code: 1,
    said: expect.stringContaining('Usage: npm run doctor'),
  });
});
