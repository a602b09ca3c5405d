/** The whole provider that `docs/providers.md` shows: it compiles against the ports as they are, and works. */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Illustrator, PictureRequest } from '#jobs/ports/engines.ts';
import * as errors from '#jobs/story/film/fault.ts';
import * as storyProps from '#remotion/contract/story-props.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
/** Where the page says that it stands; no such file exists. */
const PLACE = join(ROOT, 'jobs/providers/paintbox/illustrator.ts');

function exampleIn(page: string): string {
  const blocks = [...page.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
  const whole = blocks.filter((code) => code.includes('Illustrator'));
  if (whole.length !== 1) throw new Error(`The page shows ${whole.length} whole providers.`);
  return whole[0] ?? '';
}
const EXAMPLE = exampleIn(readFileSync(join(ROOT, 'docs/providers.md'), 'utf8'));

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

/** Runs the example with what it needs of ours. */
function load(code: string): { paintboxIllustrator(settings: object): Illustrator } {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  const exports = {};
  const provide = (name: string) => {
    if (name === '#jobs/story/film/fault.ts') return errors;
    if (name === '#remotion/contract/story-props.ts') return storyProps;
    throw new Error(`The example imports ${name}.`);
  };
  new Function('exports', 'require', outputText)(exports, provide);
  return exports as ReturnType<typeof load>;
}

const REQUEST: PictureRequest = {
  prompt: 'A fox on a hill.',
  style: 'papercut',
  format: '9:16',
  seed: 7,
};

describe('the provider that the page shows', () => {
  let server: Server;
  let address: string;
  let status = 200;
  const asked: unknown[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      request.setEncoding('utf8');
      let body = '';
      request.on('data', (chunk: string) => {
        body += chunk;
      });
      request.on('end', () => {
        asked.push(JSON.parse(body));
        response.writeHead(status, { 'content-type': 'image/png' }).end('picture');
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  it('has fewer than 60 lines', () => {
    expect(EXAMPLE.trimEnd().split('\n').length).toBeLessThan(60);
  });

  it('compiles against the ports as they are', { timeout: 60_000 }, () => {
    expect(complaints(EXAMPLE)).toEqual([]);
    const outdated = complaints(EXAMPLE.replace('drawPicture', 'paintPicture'));
    expect(outdated.join()).toContain('paintPicture');
  });

  it('asks its server and hands on the picture', async () => {
    const paintbox = load(EXAMPLE).paintboxIllustrator({ address, model: 'oil' });
    expect(paintbox.identity).toEqual({ name: 'paintbox', model: 'oil-1' });
    const picture = await paintbox.drawPicture(REQUEST, new AbortController().signal);
    expect(Buffer.from(picture.image).toString()).toBe('picture');
    expect(asked.at(-1)).toMatchObject({
      model: 'oil',
      seed: 7,
      width: 1080,
      height: 1920,
      prompt: expect.stringContaining('A fox'),
    });
  });

  it.each([
    [422, 'picture_refused', false],
    [429, 'provider_unavailable', true],
    [500, 'provider_unavailable', true],
  ])('turns status %i into %s', async (answered, code, retryable) => {
    status = answered;
    const paintbox = load(EXAMPLE).paintboxIllustrator({ address, model: 'oil' });
    const drawn = paintbox.drawPicture(REQUEST, new AbortController().signal);
    await expect(drawn).rejects.toMatchObject({ code, retryable });
  });

  it('ends with its signal', async () => {
    const paintbox = load(EXAMPLE).paintboxIllustrator({ address, model: 'oil' });
    await expect(paintbox.drawPicture(REQUEST, AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
  });
});
