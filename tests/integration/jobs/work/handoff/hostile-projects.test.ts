/** Files that are no projects, or not what they say: each is refused with its reason, and leaves nothing behind. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findVideo, listHistory } from '#jobs/db/videos.server.ts';
import { type Project, projectSchema } from '#jobs/story/project/project-file.ts';
import { MAX_PROJECT_FILES } from '#jobs/story/project/project-limits.ts';
import { exportProject } from '#jobs/work/handoff/export-project.server.ts';
import { importProject } from '#jobs/work/handoff/import-project.server.ts';
import { type Machine, openMachine } from '#tests/support/handoff/machine.ts';
import { overwritten, readZip, writeZip, type ZipFileOf } from '#tests/support/handoff/zips.ts';

const FILM = '44047eca-89d2-46b3-a7f5-b9f02185cf77';

let machine: Machine;
let honest: Buffer;
let files: Map<string, Buffer>;
let project: Project;
beforeAll(async () => {
  const from = await openMachine({ withFilms: true });
  honest = await buffer((await exportProject(from, FILM)).stream);
  await from.close();
  files = await readZip(honest);
  project = projectSchema.parse(JSON.parse(String(files.get('project.json'))));
  machine = await openMachine();
});
afterAll(() => machine.close());
afterEach(async () => {
  await machine.db.video.deleteMany();
  for (const id of await machine.storage.listPrefixes()) await machine.storage.removeAll(id);
});

async function bring(bytes: Buffer) {
  const file = await machine.storage.scratchPath('zip');
  await writeFile(file, bytes);
  const before = await machine.files();
  try {
    return await importProject(machine, file);
  } catch (error) {
    // Not even in the making.
    expect(await machine.files()).toEqual(before);
    expect(await machine.db.video.count()).toBe(0);
    throw error;
  }
}

/** The honest zip with other files beside, and in place of, its own. */
function withFiles(others: readonly ZipFileOf[]): Promise<Buffer> {
  const replaced = new Set(others.map(({ path }) => path));
  const own = [...files].filter(([path]) => !replaced.has(path)).map(([path, bytes]) => ({ path, bytes }));
  return writeZip([...own, ...others]);
}

const describing = (change: (text: string) => string): Promise<Buffer> =>
  withFiles([{ path: 'project.json', bytes: change(JSON.stringify(project)) }]);

/** A file in another's place, with its own checksum: only its contents tell. */
async function inPlaceOf(path: string, bytes: Buffer): Promise<Buffer> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const told = { ...project, files: { ...project.files, [path]: { bytes: bytes.length, sha256 } } };
  return withFiles([
    { path, bytes },
    { path: 'project.json', bytes: JSON.stringify(told) },
  ]);
}

const pathOf = (kind: 'voice' | 'picture' | 'segment') =>
  project.takes.find((take) => take.kind === kind)?.file ?? '';

describe('a zip that is refused', () => {
  const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024);
  it.each<[string, string, RegExp, () => Promise<Buffer>]>([
    ['no zip', 'project_not_zip', /no project: it is not a zip/, async () => Buffer.from('not a zip at all')],
    ['half a zip', 'project_not_zip', /cut off/, async () => honest.subarray(0, honest.length >> 1)],
    ['an empty zip', 'project_foreign', /no StoryShort project/, () => writeZip([])],
    [
      'another zip',
      'project_foreign',
      /no StoryShort project/,
      () => writeZip([{ path: 'a.txt', bytes: 'a' }]),
    ],
    [
      'another program’s JSON',
      'project_foreign',
      /no StoryShort project/,
      () => describing(() => '{"version":1}'),
    ],
    [
      'a newer project',
      'project_newer',
      /newer StoryShort \(its version is 7/,
      () => describing((text) => text.replace('"version":1', '"version":7')),
    ],
    [
      'a key of another video',
      'project_foreign',
      /can be read/,
      () => describing((text) => text.replaceAll(pathOf('voice'), `../${FILM}/voice.wav`)),
    ],
    [
      'a path that leads out',
      'project_unsafe',
      /a path that leads out of it/,
      async () =>
        overwritten(await withFiles([{ path: 'xx/escaped.txt', bytes: 'x' }]), 'xx/escaped', '../escaped'),
    ],
    [
      'an absolute path',
      'project_unsafe',
      /a path that leads out of it/,
      async () => overwritten(await withFiles([{ path: 'xetc/cron', bytes: 'x' }]), 'xetc/cron', '/etc/cron'),
    ],
    [
      'a link',
      'project_unsafe',
      /a link to another file/,
      () => withFiles([{ path: pathOf('voice'), bytes: '/etc/passwd', mode: 0o120777 }]),
    ],
    [
      'one name twice',
      'project_unsafe',
      /two files of one name/,
      async () =>
        overwritten(
          await withFiles([
            { path: 'assets/twice-1', bytes: 'x' },
            { path: 'assets/twice-2', bytes: 'y' },
          ]),
          ...(['twice-2', 'twice-1'] as const),
        ),
    ],
    [
      'a bomb',
      'project_unsafe',
      /more than 50 times as large/,
      () => writeZip([{ path: 'project.json', bytes: zeros(70), compress: true }]),
    ],
    [
      'a description without end',
      'project_too_large',
      /a description that no film has/,
      () => writeZip([{ path: 'project.json', bytes: zeros(33) }]),
    ],
    [
      'too many files',
      'project_too_large',
      /30,001 files; at most 30,000/,
      async () => {
        const bytes = Buffer.from(honest);
        // Where the list of files says how many there are (APPNOTE.TXT, section 4.3.16).
        for (const at of [-14, -12]) bytes.writeUInt16LE(MAX_PROJECT_FILES + 1, bytes.length + at);
        return bytes;
      },
    ],
  ])('%s', async (_what, code, message, make) => {
    const bytes = await make();
    await expect(bring(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('leaves nothing behind where the database fails at last', async () => {
    const failing = {
      ...machine,
      db: Object.create(machine.db, { $transaction: { value: () => Promise.reject(new Error('gone')) } }),
    };
    const file = await machine.storage.scratchPath('zip');
    await writeFile(file, honest);
    const before = await machine.files();
    await expect(importProject(failing, file)).rejects.toThrow('gone');
    expect(await machine.files()).toEqual(before);
  });
});

describe('a file in a project', () => {
  const WORDS = Buffer.from('These are words, whatever the name says.');
  it.each<[string, string, () => Promise<Buffer>]>([
    [
      'that is missing',
      'voice',
      () =>
        writeZip(
          [...files].filter(([path]) => path !== pathOf('voice')).map(([path, bytes]) => ({ path, bytes })),
        ),
    ],
    [
      'of which a bit flipped',
      'voice',
      () => withFiles([{ path: pathOf('voice'), bytes: flipped(files.get(pathOf('voice'))) }]),
    ],
    [
      'that is longer than it says',
      'voice',
      () =>
        withFiles([
          { path: pathOf('voice'), bytes: Buffer.concat([files.get(pathOf('voice')) ?? WORDS, WORDS]) },
        ]),
    ],
    ['that is no sound', 'voice', () => inPlaceOf(pathOf('voice'), WORDS)],
    ['that is no picture', 'picture', () => inPlaceOf(pathOf('picture'), WORDS)],
    [
      'that is a drawing with a script',
      'picture',
      () =>
        inPlaceOf(pathOf('picture'), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')),
    ],
    [
      'that is a picture of another kind',
      'picture',
      async () =>
        inPlaceOf(
          pathOf('picture'),
          await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
            .png()
            .toBuffer(),
        ),
    ],
    ['that is no stretch of film', 'stretch', () => inPlaceOf(pathOf('segment'), WORDS)],
    ['that is no film', 'film', () => inPlaceOf(project.film?.film ?? '', WORDS)],
    ['that is no text', 'film', () => inPlaceOf(project.film?.vtt ?? '', Buffer.from('<script>'))],
  ])('%s is left out and told of, and the scene keeps its words', async (_what, what, make) => {
    const { videoId, lost } = await bring(await make());
    expect(lost.map((one) => one.what)).toContain(what);
    const video = await findVideo(machine.db, videoId);
    expect(video?.scenes.map(({ narration }) => narration)).toEqual(
      project.board.storyboard.scenes.map(({ narration }) => narration),
    );
    expect(video?.status).toBe(what === 'film' ? 'cancelled' : 'completed');
    const [event] = await listHistory(machine.db, videoId);
    expect(event?.message).toMatch(/^Taken in from a project file\. Missing or damaged in the file: the /);
  });

  it('is looked for nowhere else, and what nobody names is not taken in', async () => {
    const bytes = await withFiles([
      { path: 'assets/index.html', bytes: '<script>' },
      { path: 'run.sh', bytes: '#!' },
    ]);
    const { videoId } = await bring(bytes);
    const names = [...(await machine.storage.listFiles(videoId)).keys()];
    expect(names.filter((name) => /html|sh$/.test(name))).toEqual([]);
    expect(names).toHaveLength(Object.keys(project.files).length + 1);
  });
});

function flipped(bytes: Buffer | undefined): Buffer {
  const copy = Buffer.from(bytes ?? []);
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1;
  return copy;
}
