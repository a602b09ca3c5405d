/** `npm run batch` as it is: a process of its own that asks a running site, beside which somebody works. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { advanceBatches } from '#jobs/work/batches/advance-batch.server.ts';
import { startTestWeb, type TestWeb } from '#tests/integration/app/web-server.ts';
import { type CountedHouse, openCountedHouse } from '#tests/support/storyboards/counted-house.ts';

let web: TestWeb;
let house: CountedHouse;
let folder: string;
beforeAll(async () => {
  web = await startTestWeb();
  house = await openCountedHouse(web.databaseUrl, web.dataDir);
  folder = await mkdtemp(join(tmpdir(), 'storyshort-batch-'));
});
afterAll(async () => {
  await house.close();
  await web.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Runs the command beside a worker. @returns its exit code and what it wrote */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', TYPESCRIPT_LOADER, join(process.cwd(), 'bin/batch.ts'), ...args],
    {
      env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(web.port), NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said += String(chunk);
    });
  const ended = { code: null as number | null };
  const exit = once(child, 'close').then(([code]) => {
    ended.code = code as number;
  });
  while (ended.code === null) {
    await house.work();
    await advanceBatches(house.backend, house.workshop.log);
    await Promise.race([exit, new Promise((resolve) => setImmediate(resolve))]);
  }
  return { code: ended.code, said };
}

describe('the command for many stories', () => {
  it('says by line what is wrong, and orders nothing', async () => {
    const table = join(folder, 'wrong.csv');
    await writeFile(table, 'story,style\nA fox woke.,plaid\n,neon\n');
    const { code, said } = await run(table);
    expect(code).toBe(6);
    expect(said).toContain('wrong.csv, line 2: There is no');
    expect(said).toContain('wrong.csv, line 3:');
    expect(await house.db.batch.count()).toBe(0);
  });

  it('says what it will be without ordering it', async () => {
    const table = join(folder, 'right.csv');
    await writeFile(table, 'story\nA fox woke.\n');
    const { code, said } = await run(table, '--check');
    expect([code, said]).toEqual([0, expect.stringContaining('1 story of 3 words')]);
    expect(await house.db.batch.count()).toBe(0);
  });

  it('makes the films of a folder and puts them into another, with a report', async () => {
    const stories = join(folder, 'stories');
    await mkdir(stories);
    await writeFile(join(stories, '1.txt'), 'A fox woke. It slept.');
    await writeFile(join(stories, '2.md'), '# The hare\nA hare ran.');
    await writeFile(join(stories, 'notes.docx'), 'none of it');
    const out = join(folder, 'films');
    const { code, said } = await run(
      stories,
      '-o',
      out,
      '--at-once',
      '1',
      '--name',
      'Week',
      '--music',
      'none',
    );
    expect([code, said]).toEqual([0, expect.stringContaining('done: 2 ready of 2')]);
    expect(await readdir(out)).toEqual(['001-counted.mp4', '002-the-hare.mp4', 'report.csv', 'report.json']);
    expect(JSON.parse(await readFile(join(out, '001-counted.mp4'), 'utf8')).scenes).toHaveLength(2);
    const report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8'));
    expect(report).toMatchObject({ name: 'Week', items: [{ state: 'ready' }, { file: '002-the-hare.mp4' }] });
    const again = await run('--batch', report.id, '-o', out);
    expect([again.code, again.said]).toEqual([0, expect.stringContaining('done: 2 ready of 2')]);
    expect(await house.db.batch.count()).toBe(1);
  });
});
