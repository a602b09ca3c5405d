/** The npm scripts as they are called, in processes of their own. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '#bin/commands.mjs';
import { openDb } from '#jobs/db/client.server.ts';
import { createVideo } from '#jobs/db/videos.server.ts';
import { draftOf } from '#tests/support/stories.ts';
import { createEmptyDatabase } from '#tests/support/test-database.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
let dataDir: string;
let databaseUrl: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'storyshort-scripts-'));
  databaseUrl = await createEmptyDatabase();
});
afterAll(() => rm(dataDir, { recursive: true }));

/** Calls a command as npm does. */
function call(...args: string[]): Promise<{ code: number; said: string }> {
  const { VITEST: _run, ...rest } = process.env;
  const own = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, NO_COLOR: '1' };
  // Vitest must not take the run inside for its own.
  const env = { ...rest, ...own, NODE_ENV: 'development' as const };
  return new Promise((done) => {
    execFile(process.execPath, ['bin/run.mjs', ...args], { cwd: ROOT, env }, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, said: `${stdout}${stderr}` });
    });
  });
}

describe('the npm scripts', () => {
  it('are those that bin/run.mjs knows, told by help and docs/commands.md', async () => {
    const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    const { postinstall: _setup, ...called } = scripts;
    expect(called).toEqual(
      Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, `node bin/run.mjs ${name}`])),
    );
    const [{ code, said }, commands] = await Promise.all([
      call('help'),
      readFile(join(ROOT, 'docs/commands.md'), 'utf8'),
    ]);
    expect(code).toBe(0);
    for (const [name, { does }] of Object.entries(COMMANDS)) {
      const inWords = new RegExp(`npm (run )?${name}(?![\\w:-])`);
      expect(said).toMatch(inWords);
      expect(said).toContain(does);
      expect(commands).toMatch(inWords);
    }
  });

  it('say what there is where one is not known', async () => {
    const { code, said } = await call('tset');
    expect(code).toBe(2);
    expect(said).toMatch(/Unknown command tset\. One of: start, .*“npm run help”/s);
  });

  it('run one test by its name, with vitest’s own options', async () => {
    const one = await call('test', 'storage/fingerprint', '--reporter', 'verbose');
    expect(one.said).toMatch(/✓ \|?unit\|? ?.*fingerprint\.test\.ts/);
    expect(one.said).toContain('✓ unit tests');
    expect(one.code).toBe(0);
    const none = await call('test:integration', 'storage/fingerprint');
    expect(none.said).toContain('No integration test is called “storage/fingerprint”.');
    expect(none.code).toBe(1);
  });

  it('lint one file, and refuse one that is not there', async () => {
    expect(await call('lint', 'bin/run.mjs')).toMatchObject({ code: 0 });
    const wrong = await call('lint', 'bin/walk.mjs');
    expect(wrong).toMatchObject({
      code: 1,
      said: expect.stringContaining('No file is called “bin/walk.mjs”'),
    });
  });
});

describe('the command storyshort', () => {
  it('is there from any folder once it is linked', async () => {
    const { bin } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    const said = await new Promise<string>((done) => {
      const args = [join(ROOT, bin.storyshort), 'make', 'none.txt'];
      execFile(process.execPath, args, { cwd: dataDir }, (_error, stdout, stderr) => done(stdout + stderr));
    });
    expect(said).toContain('The story none.txt cannot be read: there is no such file.');
    expect(await call('storyshort', 'frobnicate')).toMatchObject({
      code: 2,
      said: expect.stringContaining('There is no command “frobnicate”.'),
    });
  });
});

describe('the database’s scripts', () => {
  it('bring it up to date, and say so', async () => {
    expect(await call('db:migrate')).toMatchObject({
      code: 0,
      said: expect.stringContaining('Applied: 2026'),
    });
    expect(await call('db:migrate')).toMatchObject({ code: 0, said: expect.stringContaining('up to date') });
    expect(await call('db:migrate', 'first')).toMatchObject({ code: 1 });
  });

  it('empty it when that is meant, with nobody at it, and not before', async () => {
    const db = openDb(databaseUrl);
    const id = crypto.randomUUID();
    await db.$transaction((tx) =>
      createVideo(tx, { id, draft: draftOf(), idempotencyKey: null, requestHash: id }),
    );
    const yes = ['db:reset', '--yes', '--database', new URL(databaseUrl).pathname.slice(1)];
    expect(await call(...yes)).toMatchObject({ code: 1, said: expect.stringContaining('is in use') });
    await db.$disconnect();

    const asked = await call('db:reset');
    expect(asked.said).toMatch(/WARNING.*1 video .*Nothing was done/s);
    expect(asked.said).not.toContain(new URL(databaseUrl).password);
    expect(asked.code).toBe(1);

    expect(await call(...yes)).toMatchObject({ code: 0, said: expect.stringContaining('empty') });
    const after = openDb(databaseUrl);
    expect(await after.video.count()).toBe(0);
    await after.$disconnect();
  });
});

describe('the people’s script', () => {
  it('lists who is there, makes a link for a new password, and an admin of somebody', async () => {
    expect(await call('people')).toMatchObject({ code: 0, said: expect.stringContaining('Nobody has') });
    const unknown = await call('people', 'password', 'ada@films.example');
    expect(unknown).toMatchObject({ code: 1, said: expect.stringContaining('ada@films.example') });
    expect(await call('people', 'password')).toMatchObject({
      code: 1,
      said: expect.stringContaining('Usage'),
    });
    const db = openDb(databaseUrl);
    const person = { id: crypto.randomUUID(), name: 'Ada', email: 'ada@films.example' };
    await db.person.create({ data: { ...person, disabledAt: new Date() } });
    const link = await call('people', 'password', 'Ada@films.example');
    expect(link.said).toMatch(/http:\/\/127\.0\.0\.1:\d+\/reset\/[\w-]{43}/);
    expect(await db.verification.count({ where: { value: person.id } })).toBe(1);
    expect(await call('people', 'admin', 'ada@films.example')).toMatchObject({ code: 0 });
    const { role, disabledAt } = await db.person.findUniqueOrThrow({ where: { id: person.id } });
    expect([role, disabledAt]).toEqual(['admin', null]);
    expect((await call('people')).said).toContain('ada@films.example · Ada · admin · 0 videos');
    await db.$disconnect();
  });
});
