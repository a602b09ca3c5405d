/** The whole provider that `docs/providers.md` shows: it compiles against the ports as they are, and works. */
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Illustrator, PictureRequest } from '#jobs/ports/engines.ts';
import { readOpenAi } from '#jobs/providers/openai/openai-provider.ts';
import { readProviders } from '#jobs/providers/registry.ts';
import { type PaintboxServer, startPaintbox } from '#tests/support/paintbox-server.ts';
import { EXAMPLE, loadExample, PLACE } from '#tests/support/provider-page.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

/** What the compiler has to say of a text as if it stood in that place, one line each. */
function complaints(code: string): string[] {
  const configFile = join(ROOT, 'tsconfig.json');
  const { config } = ts.readConfigFile(configFile, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configFile));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === PLACE || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === PLACE ? ts.createSourceFile(file, code, ts.ScriptTarget.ESNext) : getSourceFile(file, ...rest);
  const program = ts.createProgram([PLACE], { ...options, noEmit: true, incremental: false }, host);
  const diagnostics = [
    ...program.getSyntacticDiagnostics(program.getSourceFile(PLACE)),
    ...program.getSemanticDiagnostics(program.getSourceFile(PLACE)),
  ];
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

const REQUEST: PictureRequest = {
  prompt: 'A fox on a hill.',
  style: 'papercut',
  format: '9:16',
  seed: 7,
};

const { readPaintbox } = loadExample();

/** The provider's illustrator, its calls tried once. */
async function illustrator(variables: Record<string, string>): Promise<Illustrator> {
  const read = readProviders(variables, [readPaintbox]);
  const provider = read.ok ? read.providers[0] : undefined;
  const makeEngines = await provider?.load();
  const calls = { policy: { maxAttempts: 1 } };
  const engines = makeEngines?.({ calls, decodeAudio: async (bytes) => bytes });
  if (!engines?.pictures) throw new Error('The example has no illustrator.');
  return engines.pictures;
}

describe('the provider that the page shows', () => {
  let server: PaintboxServer;
  let variables: Record<string, string>;

  beforeAll(async () => {
    server = await startPaintbox();
    variables = { PAINTBOX_URL: server.address };
  });
  beforeEach(() => server.forget());
  afterAll(() => server.close());

  it('has fewer than 70 lines', () => {
    expect(EXAMPLE.trimEnd().split('\n').length).toBeLessThan(70);
  });

  it('compiles against the ports as they are', { timeout: 60_000 }, () => {
    expect(complaints(EXAMPLE)).toEqual([]);
    const outdated = complaints(EXAMPLE.replace('drawPicture', 'paintPicture'));
    expect(outdated.join()).toContain('paintPicture');
  });

  it('is set by its own variables, beside all others', () => {
    const readers = [readPaintbox, readOpenAi];
    const namesOf = (given: Record<string, string>) => {
      const read = readProviders(given, readers);
      return read.ok ? read.providers.map(({ name }) => name) : read.issues.map(({ variable }) => variable);
    };
    expect(namesOf({ PAINTBOX_URL: ' ' })).toEqual([]);
    expect(namesOf(variables)).toEqual(['paintbox']);
    expect(namesOf({ ...variables, OPENAI_API_KEY: 'k' })).toEqual(['paintbox', 'openai']);
    expect(namesOf({ PAINTBOX_URL: 'ftp://x', SPEECH_SPEED: '9' })).toEqual(['PAINTBOX_URL', 'SPEECH_SPEED']);
  });

  it('asks its server and hands on the picture', async () => {
    const paintbox = await illustrator(variables);
    expect(paintbox.identity).toEqual({ name: 'paintbox', model: 'oil-1' });
    const picture = await paintbox.drawPicture(REQUEST, new AbortController().signal);
    expect(picture).toMatchObject({ mimeType: 'image/png', width: 1080, height: 1920 });
    expect(picture.image.byteLength).toBeGreaterThan(1000);
    expect(server.asked.at(-1)).toMatchObject({
      model: 'oil',
      seed: 7,
      width: 1080,
      height: 1920,
      prompt: expect.stringContaining('A fox'),
    });
  });

  it.each([
    [422, 'picture_refused', false],
    [429, 'rate_limited', true],
    [500, 'provider_unavailable', true],
    [401, 'key_rejected', false],
  ])('turns status %i into %s', async (answered, code, retryable) => {
    server.answerWith(() => answered);
    const drawn = (await illustrator(variables)).drawPicture(REQUEST, new AbortController().signal);
    await expect(drawn).rejects.toMatchObject({ code, retryable });
  });

  it('says so when its server cannot be reached', async () => {
    const gone = await startPaintbox();
    await gone.close();
    const paintbox = await illustrator({ PAINTBOX_URL: gone.address });
    const drawn = paintbox.drawPicture(REQUEST, new AbortController().signal);
    await expect(drawn).rejects.toMatchObject({ code: 'provider_unreachable', retryable: true });
  });

  it('ends with its signal', async () => {
    const paintbox = await illustrator(variables);
    await expect(paintbox.drawPicture(REQUEST, AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
  });
});
