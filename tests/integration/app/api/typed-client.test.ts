/** Types that are generated from the served document, and a program of somebody's that is written by them. */
import createClient from 'openapi-fetch';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHORT_STORY } from '#tests/support/stories.ts';
import { startTestWeb, type TestWeb } from '../web-server';

let web: TestWeb;
let types: string;
beforeAll(async () => {
  web = await startTestWeb();
  const document = JSON.parse((await web.ask('/api/openapi.json')).text) as OpenAPI3;
  types = astToString(await openapiTS(document));
});
afterAll(() => web.stop());

const ROOT = process.cwd();

/** What TypeScript has to say of a program that stands beside the types. */
function complaintsOf(program: string): string[] {
  const files = new Map([
    [`${ROOT}/tests/types.ts`, types],
    [`${ROOT}/tests/program.ts`, program],
  ]);
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, types: [] },
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, ...rest) => {
    const text = files.get(name);
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022);
  };
  const checked = ts.createProgram([`${ROOT}/tests/program.ts`], options, host);
  return ts
    .getPreEmitDiagnostics(checked)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const BEGINNING = `
import createClient from 'openapi-fetch';
import type { components, paths } from './types';
const api = createClient<paths>({ baseUrl: 'http://localhost:4000/api/v1' });
`;

it('let a program be written that orders a film, edits it and reads what is wrong', () => {
  const program = `${BEGINNING}
const order: components['schemas']['Order'] = { story: 'A fox ran.', style: 'neon', scenes: 3 };
const made = await api.POST('/videos', { params: { header: { 'Idempotency-Key': 'one' } }, body: order });
if (made.error) throw new Error(made.error.title + made.error.hint + made.error.errors?.map(({ field }) => field).join());
const id: string = made.data.videoId;
const video = await api.GET('/videos/{id}', { params: { path: { id }, query: { since: '0' } } });
const stage: string | undefined = video.data?.stage;
const status: 'completed' | undefined = video.data?.status === 'completed' ? video.data.status : undefined;
await api.POST('/videos/{id}/storyboard', {
  params: { path: { id } },
  body: { kind: 'edit', edit: { kind: 'remove-scene', scene: id } },
});
const plan = await api.GET('/videos/{id}/plan', { params: { path: { id } } });
const lines: ('voice' | 'picture' | 'stretch')[] = (plan.data?.lines ?? []).map(({ what }) => what);
await api.DELETE('/videos/{id}', { params: { path: { id } } });
export { lines, stage, status };
`;
  expect(complaintsOf(program)).toEqual([]);
});

it.each([
  [
    'a style that there is not',
    `await api.POST('/videos', { body: { story: 'A fox.', style: 'oil' } });`,
    /"oil"/,
  ],
  ['an order without a story', `await api.POST('/videos', { body: { title: 'The Fox' } });`, /story/],
  ['a path that there is not', `await api.GET('/films', {});`, /"\/films"/],
  ['a method that there is not', `await api.DELETE('/videos', {});`, /"\/videos"/],
  [
    'an edit without its scene',
    `await api.POST('/videos/{id}/storyboard', { params: { path: { id: 'x' } }, body: { kind: 'edit', edit: { kind: 'remove-scene' } } });`,
    /scene/,
  ],
  ['a part that no answer has', `(await api.GET('/spending')).data?.euros;`, /'euros'/],
])('keep a program from %s', (_what, line, why) => {
  expect(complaintsOf(`${BEGINNING}\n${line}\nexport {};\n`)).toEqual([expect.stringMatching(why)]);
});

it('are those that the client of their makers works with', async () => {
  interface Paths {
    '/videos': {
      post: {
        requestBody: { content: { 'application/json': { story: string } } };
        responses: { 201: { content: { 'application/json': { videoId: string } } } };
      };
    };
  }
  const api = createClient<Paths>({ baseUrl: `http://127.0.0.1:${web.port}/api/v1` });
  const { data, response } = await api.POST('/videos', { body: { story: SHORT_STORY } });
  expect([response.status, data?.videoId]).toEqual([201, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
});
