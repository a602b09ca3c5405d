/** A film's whole way by `storyshort`, against the real site beside which somebody works. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beatWorker } from '#jobs/db/workers/workers.server.ts';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { startTestWeb, type TestWeb, unknownId } from '#tests/integration/app/web-server.ts';
import { readZip } from '#tests/support/handoff/zips.ts';
import { PAPER_RENDERER } from '#tests/support/paper-renderer.ts';
import { signOfLife } from '#tests/support/signs-of-life.ts';
import { type CountedHouse, openCountedHouse } from '#tests/support/storyboards/counted-house.ts';
import { waitFor } from '#tests/support/wait-for.ts';
import { called, calling } from './called-storyshort';

let web: TestWeb;
let house: CountedHouse;
let folder: string;
beforeAll(async () => {
  web = await startTestWeb();
  house = await openCountedHouse(web.databaseUrl, web.dataDir);
  await beatWorker(web.backend.db, unknownId(), signOfLife(PAPER_RENDERER.version));
  folder = await mkdtemp(join(tmpdir(), 'storyshort-command-'));
  await writeFile(join(folder, 'fox.txt'), 'A fox woke. It slept. It dreamed.');
});
afterAll(async () => {
  await house.close();
  await web.stop();
  await rm(folder, { recursive: true, force: true });
});

const here = () => ({ folder, env: { PORT: String(web.port) } });
const call = (...args: string[]) => called(args, here(), () => house.work());
/** Calls for JSON, which has to be all that is on standard output. */
const callJson = async (...args: string[]) => {
  const { code, out, err } = await call(...args, '--json');
  return { code, err, document: out === '' ? null : JSON.parse(out) };
};

/** The film that the others go on with. */
let id: string;

describe('a film', () => {
  it('is reckoned up before it is ordered', async () => {
    const { code, document } = await callJson('plan', 'fox.txt', '--style', 'neon');
    expect([code, document]).toMatchObject([0, { of: 'story', films: 1, words: 7, usd: 0 }]);
    expect(await house.db.video.count()).toBe(0);
  });

  it('is made, with its progress on one side and its file on the other', async () => {
    const made = await call('make', 'fox.txt', '--title', 'The Fox', '--music', 'none', '-o', 'fox.mp4');
    expect([made.code, made.out]).toEqual([0, `${join(folder, 'fox.mp4')}\n`]);
    expect(made.err).toMatch(/Video [0-9a-f-]{36}: http:.*100 % {2}Video ready!/s);
    expect(JSON.parse(await readFile(join(folder, 'fox.mp4'), 'utf8')).scenes).toHaveLength(3);
    expect(await readdir(folder)).not.toContain('fox.mp4.part');
    ({ id } = await house.db.video.findFirstOrThrow());
  });

  it('comes by standard input too, waits for nobody, and is one for each key', async () => {
    const order = () =>
      called(['make', '-', '--no-wait', '--json', '--key', 'owl', '--music', 'none'], {
        ...here(),
        input: 'An owl read.',
      });
    const [first, again] = [await order(), await order()];
    const { videoId } = JSON.parse(first.out);
    expect([first.code, first.err, JSON.parse(again.out).videoId]).toEqual([0, '', videoId]);
    await house.work();
    const { document } = await callJson('watch', videoId);
    expect(document).toMatchObject({ videoId, file: null, video: { status: 'completed', progress: 100 } });
  });

  it('is found again', async () => {
    const { document } = await callJson('list', 'fox', 'dreamed');
    expect(document).toMatchObject({ videos: [{ id, title: 'The Fox' }], next: null });
    const none = await call('list', 'hedgehog');
    expect([none.code, none.out]).toEqual([0, 'There is no such video.\n']);
    expect((await call('list', '--show', 'ready')).out).toContain(`${id}  0:`);
  });

  it('is edited by flags and by a file, one step after the other', async () => {
    const shown = await callJson('edit', id);
    expect([shown.code, shown.document]).toMatchObject([0, { isEdited: false, canUndo: false }]);
    const second = await call('edit', id, '--scene', '2', '--text', 'It slept well.', '--voice', 'slt');
    expect([second.code, second.out]).toMatchObject([0, expect.stringMatching(/2\* .*It slept well\./)]);
    expect(second.out).toContain(`storyshort update ${id}`);
    const film = await callJson('edit', id, '--captions', 'karaoke', '--title', 'The Fox Again');
    expect(film.document).toMatchObject({
      title: 'The Fox Again',
      options: { captions: 'karaoke' },
      scenes: [{}, { narration: 'It slept well.', voice: { voice: 'slt' } }, {}],
    });
    const scene = film.document.scenes[2].id;
    const edits = [
      { kind: 'set-scene', scene, change: { pauseMs: 500 } },
      { kind: 'edit', edit: { kind: 'remove-scene', scene } },
      { kind: 'undo' },
    ];
    await writeFile(join(folder, 'edits.json'), JSON.stringify(edits));
    const filed = await callJson('edit', id, '--file', 'edits.json');
    expect(filed.document).toMatchObject({ scenes: [{}, {}, { id: scene, pauseMs: 500 }], canRedo: true });
  });

  it('keeps what was made of a file before its first wrong edit, and says so', async () => {
    const edits = [
      { kind: 'set-film', title: 'Half' },
      { kind: 'remove-scene', scene: unknownId() },
    ];
    const file = { ...here(), input: JSON.stringify(edits) };
    const { code, err } = await called(['edit', id, '--file', '-', '--json'], file);
    expect([code, JSON.parse(err).error]).toMatchObject([
      6,
      { code: 'edit_scene_gone', status: 409, hint: expect.stringContaining('edit 2 of 2') },
    ]);
    expect((await callJson('edit', id)).document.title).toBe('Half');
    expect((await callJson('edit', id, '--undo')).document.title).toBe('The Fox Again');
  });

  it('is planned and made anew of what was edited', async () => {
    const plan = await callJson('plan', id);
    expect([plan.code, plan.document]).toMatchObject([0, { of: 'video', film: true, cost: null }]);
    expect((await call('plan', id)).out).toMatch(/scene 2: voice: /);
    const updated = await callJson('update', id, '-o', 'again.mp4');
    expect([updated.code, updated.err, updated.document]).toMatchObject([
      0,
      '',
      { file: join(folder, 'again.mp4'), video: { status: 'completed', title: 'The Fox Again' } },
    ]);
  });

  it('is taken along: subtitles, where it comes from, and the whole project, which is a video again', async () => {
    const srt = await call('export', id, 'srt');
    expect([srt.code, srt.out]).toEqual([0, `${join(folder, 'the-fox-again.srt')}\n`]);
    expect(await readFile(join(folder, 'the-fox-again.srt'), 'utf8')).toContain('-->');
    const again = await call('export', id, 'srt');
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('is there already')]);
    const provenance = await call('export', id, 'provenance', '-o', '-');
    expect(JSON.parse(provenance.out)).toHaveProperty('parts');
    const film = await call('watch', id, '-o', '-');
    expect([film.code, JSON.parse(film.out).scenes.length]).toEqual([0, 3]);
    const both = await call('export', id, 'film', '-o', '-', '--json');
    expect([both.code, both.out]).toEqual([2, '']);
    const project = await callJson('export', id, '-o', 'fox.storyshort.zip');
    expect(project.document).toEqual({
      ...{ videoId: id, kind: 'project' },
      file: join(folder, 'fox.storyshort.zip'),
    });
    expect((await readZip(await readFile(join(folder, 'fox.storyshort.zip')))).has('project.json')).toBe(
      true,
    );
    const taken = await call('import', 'fox.storyshort.zip');
    // What is written on paper plays nowhere.
    expect([taken.code, taken.out]).toEqual([0, expect.stringContaining('\nlost: film\n')]);
    const [made = ''] = taken.out.split('\n');
    expect((await callJson('edit', made)).document.scenes).toMatchObject([
      {},
      { narration: 'It slept well.' },
      {},
    ]);
  });

  it('waits with its storyboard where somebody wants to look first, and goes on', async () => {
    const held = await callJson('make', 'fox.txt', '--review', 'storyboard', '--music', 'none');
    expect([held.code, held.document]).toMatchObject([0, { video: { isHeld: true }, file: null }]);
    const gone = await callJson('resume', held.document.videoId);
    expect([gone.code, gone.document]).toMatchObject([0, { video: { status: 'completed', isHeld: false } }]);
  });
});

describe('who waits for a film', () => {
  it('hears that it was cancelled', async () => {
    const { end, said } = calling(['make', 'fox.txt', '--music', 'none'], here());
    const [, videoId = ''] = await waitFor('the order', () => /Video ([0-9a-f-]{36})/.exec(said()));
    const early = await called(['update', videoId, '--json'], here());
    expect([early.code, JSON.parse(early.err).error.code]).toEqual([6, 'storyboard_missing']);
    const cancelled = await called(['cancel', videoId, '--json'], here());
    expect([cancelled.code, JSON.parse(cancelled.out)]).toEqual([0, { videoId, cancelled: true }]);
    const { code, out, err } = await end;
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(`storyshort resume ${videoId}`);
    const twice = await callJson('cancel', videoId);
    expect([twice.code, JSON.parse(twice.err).error.code]).toEqual([6, 'video_finished']);
  });

  it('may go, and the film is made all the same', async () => {
    const { child, end, said } = calling(['make', 'fox.txt', '--music', 'none'], here());
    const [, videoId = ''] = await waitFor('the order', () => /Video ([0-9a-f-]{36})/.exec(said()));
    child.kill('SIGINT');
    const { code, err } = await end;
    expect([code, err]).toEqual([130, expect.stringContaining(`storyshort watch ${videoId}`)]);
    expect(err).toContain(`storyshort cancel ${videoId}`);
    await house.work();
    expect((await house.videoOf(videoId)).status).toBe('completed');
  });
});

describe('a shell', () => {
  it('is given commands, flags, values, voices and ids', async () => {
    const next = async (...words: string[]) =>
      (await called(['--get-yargs-completions', 'storyshort', ...words], here())).out.trim().split('\n');
    expect(await next('')).toEqual(expect.arrayContaining(['make', 'watch', 'completion']));
    expect(await next('make', 'x', '--style', 'ne')).toEqual(['neon']);
    expect(await next('make', 'x', '-')).toEqual(expect.arrayContaining(['--voice-tone', '-o']));
    expect(await next('make', 'x', '--voice', '')).toEqual(expect.arrayContaining(['rms', 'slt']));
    expect(await next('watch', '')).toContain(id);
    expect(await next('make', '')).toEqual(['']);
  });

  it('completes by the script that it is given, and the command that is on its path', async () => {
    const loader = [
      process.execPath,
      '--import',
      TYPESCRIPT_LOADER,
      join(process.cwd(), 'bin/storyshort.ts'),
    ];
    const command = `#!/bin/sh\nexec ${loader.map((part) => `'${part}'`).join(' ')} "$@"\n`;
    await writeFile(join(folder, 'storyshort'), command, { mode: 0o755 });
    const script = (await called(['completion'], { env: { SHELL: '/bin/bash' } })).out;
    const ask = `${script}
      COMP_WORDS=(storyshort make x --style ne) COMP_CWORD=4
      _storyshort_yargs_completions
      echo "\${COMPREPLY[@]}"`;
    const env = {
      PATH: `${folder}:${process.env.PATH}`,
      SHELL: '/bin/bash',
      NODE_ENV: 'production',
    } as const;
    const { stdout } = await promisify(execFile)('bash', ['-c', ask], { env });
    expect(stdout).toBe('neon\n');
  });

  it('is given a script of its own kind', async () => {
    const bash = await called(['completion'], { env: { SHELL: '/bin/bash' } });
    expect(bash.out).toContain(
      'complete -o bashdefault -o default -F _storyshort_yargs_completions storyshort',
    );
    const zsh = await called(['completion'], { env: { SHELL: '/usr/bin/zsh' } });
    expect(zsh.out).toContain('#compdef storyshort');
  });
});
