/** `npm run voices`: downloads that go wrong, archives that are not to be trusted, and the command itself. */
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { download } from '#bin/voices/download.ts';
import { OFFERED_MODELS } from '#bin/voices/offered-models.ts';
import { unpack } from '#bin/voices/unpack.ts';
import { runVoices } from '#bin/voices/voices-command.ts';
import { ENGINE_FOLDER, openVoiceShelf, speakableVoices } from '#jobs/providers/sherpa/voice-shelf.server.ts';
import { writeTinyVoice } from '#tests/support/tiny-voice/tiny-model.ts';

const ROOT = join(import.meta.dirname, '../../../..');
const ARCHIVES = join(ROOT, 'tests/fixtures/voice-archives');
const BYTES = randomBytes(300_000);
const sha256 = [createHash('sha256').update(BYTES).digest('hex')];

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const answers: Answer[] = [];
const ranges: (string | undefined)[] = [];
const server = createServer((request, response) => {
  ranges.push(request.headers.range);
  (answers.shift() ?? whole)(request, response);
});

const whole: Answer = (request, response) => {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (from >= BYTES.length) return void response.writeHead(416).end();
  const rest = BYTES.subarray(from);
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length }).end(rest);
};
/** Ends after a share of what is left, once some of it was kept: what is still on its way is lost with a connection. */
const breaking: Answer = (request, response) => {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const rest = BYTES.subarray(from);
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': rest.length });
  response.write(rest.subarray(0, Math.ceil(rest.length / 2)));
  const kept = async () =>
    expect((await stat(join(folder, 'model.tar.bz2.part'))).size).toBeGreaterThan(from);
  void vi.waitFor(kept, { timeout: 10_000, interval: 5 }).finally(() => response.destroy());
};
const status =
  (code: number): Answer =>
  (_request, response) =>
    void response.writeHead(code).end();
const knowsNoRanges: Answer = (_request, response) => void response.writeHead(200).end(BYTES);

let folder: string;
let baseUrl: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fetch-'));
  answers.length = 0;
  ranges.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

const fetched = (changes: { bytes?: number; sha256?: readonly string[] } = {}) => {
  const outFile = join(folder, 'model.tar.bz2');
  const wanted = { url: `${baseUrl}/model.tar.bz2`, outFile, sha256, bytes: BYTES.length, ...changes };
  const seen: number[] = [];
  return download(wanted, { pauseMs: () => 0, onBytes: (bytes) => seen.push(bytes) }).then(async () => ({
    bytes: await readFile(outFile),
    seen,
  }));
};

describe('a download', () => {
  it('comes whole, and tells of its progress', async () => {
    const { bytes, seen } = await fetched();
    expect(bytes.equals(BYTES)).toBe(true);
    expect(seen.at(-1)).toBe(BYTES.length);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('goes on where the connection broke', async () => {
    answers.push(breaking, breaking);
    expect((await fetched()).bytes.equals(BYTES)).toBe(true);
    const from = ranges.map((range) => Number(/\d+/.exec(range ?? '0')?.[0]));
    expect(from).toHaveLength(3);
    expect(from[1]).toBeGreaterThan(0);
    expect(from[2]).toBeGreaterThanOrEqual(from[1] ?? 0);
  });

  it('goes on after the command was ended', async () => {
    await writeFile(join(folder, 'model.tar.bz2.part'), BYTES.subarray(0, 1000));
    expect((await fetched()).bytes.equals(BYTES)).toBe(true);
    expect(ranges).toEqual(['bytes=1000-']);
  });

  it('begins again where the server knows no ranges', async () => {
    answers.push(breaking, knowsNoRanges);
    expect((await fetched()).bytes.equals(BYTES)).toBe(true);
  });

  it('gets over a server in trouble', async () => {
    answers.push(status(503), status(429));
    expect((await fetched()).bytes.equals(BYTES)).toBe(true);
  });

  it.each([404, 403])('is given up at once at status %i', async (code) => {
    answers.push(status(code));
    await expect(fetched()).rejects.toThrow(`cannot be fetched: the server answers with status ${code}.`);
    expect(ranges).toHaveLength(1);
  });

  it('is given up in the end', async () => {
    answers.push(...Array.from({ length: 10 }, () => status(500)));
    await expect(fetched()).rejects.toThrow('status 500');
    expect(ranges).toHaveLength(6);
  });

  it('is thrown away when it is another file', async () => {
    await expect(fetched({ sha256: ['0'.repeat(64)] })).rejects.toThrow('is not the file that was expected');
    expect(await readdir(folder)).toEqual([]);
  });

  it('is not taken beyond its length', async () => {
    await expect(fetched({ bytes: 1000 })).rejects.toThrow('it is longer than it should be');
  });
});

describe('an archive', () => {
  const unpacked = (name: string) =>
    unpack(join(ARCHIVES, `${name}.tar.bz2`), join(folder, name), join(folder, 'scratch'));

  it('becomes the one folder in it', async () => {
    await unpacked('good');
    expect((await readdir(join(folder, 'good'), { recursive: true })).sort()).toEqual([
      'espeak-ng-data',
      join('espeak-ng-data', 'phontab'),
      'model.onnx',
    ]);
    expect(await readdir(folder)).toEqual(['good']);
  });

  it.each([
    ['outside', /cannot be unpacked/],
    ['link', /no plain file/],
    ['two', /does not hold one folder/],
  ])('that is not to be trusted leaves nothing: %s', async (name, why) => {
    await expect(unpacked(name)).rejects.toThrow(why);
    expect(await readdir(folder)).toEqual([]);
  });

  it('that is damaged leaves nothing', async () => {
    const bytes = await readFile(join(ARCHIVES, 'good.tar.bz2'));
    const file = join(folder, 'damaged.tar.bz2');
    await writeFile(file, bytes.subarray(0, bytes.length - 30));
    await expect(unpack(file, join(folder, 'out'), join(folder, 'scratch'))).rejects.toThrow(
      'cannot be unpacked',
    );
    expect(await readdir(folder)).toEqual(['damaged.tar.bz2']);
  });
});

describe('the command', () => {
  async function voices(...args: string[]): Promise<{ code: number; text: string }> {
    const env = { ...process.env, DATA_DIR: folder, VOICES_MIRROR: baseUrl };
    try {
      const command = ['--import', 'tsx', join(ROOT, 'bin/voice-models.ts'), ...args];
      const { stdout } = await promisify(execFile)(process.execPath, command, { env, cwd: ROOT });
      return { code: 0, text: stdout };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { code, text: `${stdout}${stderr}` };
    }
  }
  const shelf = () => join(folder, 'voices');

  it('lists what is there and what can be had, and says what is missing to speak', async () => {
    await writeTinyVoice(join(shelf(), 'tiny'));
    const { text } = await voices();
    expect(text).toMatch(/tiny +1 voice/);
    expect(text).toContain('kokoro-multi-lang-v1_0');
    expect(text).toContain('“npm run voices -- engine” does it');
    expect(text).toContain('GPL-3.0');
  });

  it('removes a model', async () => {
    await writeTinyVoice(join(shelf(), 'tiny'));
    expect(await voices('remove', 'tiny')).toMatchObject({ code: 0 });
    expect(await readdir(shelf())).toEqual([]);
    expect(await voices('remove', 'tiny')).toMatchObject({
      code: 1,
      text: expect.stringContaining('no model'),
    });
  });

  it('adds a model from the mirror, lists it with its facts, knows it again, and takes it away', async () => {
    const bytes = await readFile(join(ARCHIVES, 'tiny-voice.tar.bz2'));
    const offered = [
      {
        ...{ name: 'tiny-voice', languages: ['en'], voices: 2, bytes: bytes.length, sampleRate: 16_000 },
        ...{ licence: 'MIT', sha256: [createHash('sha256').update(bytes).digest('hex')] },
      },
    ];
    // The engine is there, as with a second model; it is not asked to speak.
    const engine = join(shelf(), ENGINE_FOLDER, 'node_modules/sherpa-onnx-node');
    await mkdir(engine, { recursive: true });
    await writeFile(join(engine, 'package.json'), '{ "name": "sherpa-onnx-node", "main": "engine.js" }');
    await writeFile(join(engine, 'engine.js'), '');
    const run = async (...args: string[]) => {
      const out = new PassThrough();
      const told: string[] = [];
      out.on('data', (chunk) => told.push(String(chunk)));
      const tools = { dataDir: folder, mirror: baseUrl, offered, out: out as unknown as NodeJS.WriteStream };
      await runVoices(args, tools);
      return told.join('');
    };
    const sent: (string | undefined)[] = [];
    answers.push((request, response) => {
      sent.push(request.url);
      response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    });
    expect(await run()).toMatch(/To be had.*\n +tiny-voice {2}2 voices {2}1 MB {2}en {2}MIT {2}16 kHz/);
    const added = await run('add', 'tiny-voice');
    expect(sent).toEqual(['/tiny-voice.tar.bz2']);
    expect(added).toContain('tiny-voice is installed (MIT).');
    expect(added).toContain('The engine is there.');
    expect((await readdir(join(shelf(), 'tiny-voice'))).sort()).toEqual(['model.onnx', 'tokens.txt']);
    expect(await readdir(join(shelf(), '.downloads'))).toEqual([]);

    const listed = await run();
    expect(listed).toMatch(/Installed:\n +tiny-voice {2}2 voices {2}1 MB {2}en {2}MIT {2}16 kHz/);
    expect(listed).not.toContain('To be had');
    const voices = await speakableVoices(openVoiceShelf(shelf()));
    expect(voices.map(({ name, languages }) => [name, languages])).toEqual([
      ['tiny-voice/low', ['en']],
      ['tiny-voice/high', ['en']],
    ]);

    expect(await run('add', 'tiny-voice')).toContain('is there already');
    expect(ranges).toHaveLength(1);
    await run('remove', 'tiny-voice');
    expect(await speakableVoices(openVoiceShelf(shelf()))).toEqual([]);
  });

  it('installs nothing of what is not the file that the list names', async () => {
    const [model] = OFFERED_MODELS;
    answers.push(knowsNoRanges);
    const { code, text } = await voices('add', model?.name ?? '');
    expect(code).toBe(1);
    expect(text).toContain('is not the file that was expected');
    expect(await readdir(shelf())).toEqual(['.downloads']);
    expect(await readdir(join(shelf(), '.downloads'))).toEqual([]);
  });

  it.each([
    [['add', 'nothing'], 'There is no model called “nothing” in the list'],
    [['add'], 'Usage: npm run voices'],
    [['sing'], 'Usage: npm run voices'],
  ])('says what it takes: %j', async (args, words) => {
    expect(await voices(...args)).toMatchObject({ code: 1, text: expect.stringContaining(words) });
  });
});
