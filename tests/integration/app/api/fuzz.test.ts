/**
 * Requests from chance, made from the document's own schemas: half of them as they should be, half of them not. No
 * answer is a fault of ours, and each is one that the document describes. `API_FUZZ_CASES` asks for more of them,
 * `API_FUZZ_SEED` for the same ones again.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Json } from '#app/api/openapi-document.ts';
import type { DescribedOperation } from '#tests/support/api/described-api.ts';
import {
  brokenValues,
  type Resolve,
  resolverOf,
  strangeValues,
  valuesOf,
} from '#tests/support/api/schema-values.ts';
import { unknownId } from '../web-server';
import { type FilmsWeb, type Sent, sendTo, startFilmsWeb } from './films-web';

const CASES = Number(process.env.API_FUZZ_CASES ?? 400);
const SEED = Number(process.env.API_FUZZ_SEED ?? 20_261_130);

let site: FilmsWeb;
/** Ids of scenes of the films. */
let scenes: string[];
beforeAll(async () => {
  site = await startFilmsWeb();
  const rows = await site.web.backend.db.scene.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  scenes = rows.map(({ id }) => id);
});
afterAll(() => site.web.stop());

/** A request for an operation, with what stands in its path as places in lists of ids. */
interface Case {
  operation: DescribedOperation;
  sent: Sent;
}

const text = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

function casesOf(operation: DescribedOperation, resolve: Resolve): fc.Arbitrary<Case> {
  const parameters = ((operation.part.parameters ?? []) as Json[]).map((part) =>
    typeof part.$ref === 'string' ? resolve(part.$ref) : part,
  );
  const partsIn = (place: string, name: (part: Json) => string) =>
    fc.record(
      Object.fromEntries(
        parameters
          .filter((part) => part.in === place)
          .map((part) => [name(part), parameterValues(part, resolve)]),
      ),
      { requiredKeys: place === 'path' ? parameters.filter((part) => part.in === place).map(name) : [] },
    );
  const nameOf = ({ name }: Json) => String(name);
  return fc
    .record({
      params: partsIn('path', nameOf),
      query: partsIn('query', nameOf),
      headers: partsIn('header', (part) => nameOf(part).toLowerCase()),
      body: bodiesOf(operation, resolve),
    })
    .map(({ params, query, headers, body }) => ({
      operation,
      sent: { params, query, ...body, headers: { ...headers, ...body.headers } },
    }));
}

function parameterValues({ name, in: place, schema }: Json, resolve: Resolve): fc.Arbitrary<string> {
  if (place === 'header') return fc.constantFrom('a-key', 'another key', '"x"', '*', `W/"${'a'.repeat(22)}"`);
  const strange = strangeValues
    .map((value) => text(value).toWellFormed())
    // What leads elsewhere asks for something else.
    .filter((part) => !/^\.{0,2}$/.test(part));
  const usual =
    name === 'id' || name === 'sceneId' ? idsOf(String(name)) : valuesOf(schema as Json, resolve).map(text);
  return fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: strange });
}

const idsOf = (name: string) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...(name === 'id' ? site.films : scenes)) },
    { weight: 1, arbitrary: fc.constant(unknownId()) },
  );

function bodiesOf(
  operation: DescribedOperation,
  resolve: Resolve,
): fc.Arbitrary<Pick<Sent, 'body' | 'headers'>> {
  const content = (operation.part.requestBody as { content: Record<string, Json> } | undefined)?.content;
  if (!content) return fc.constant({});
  const types = Object.keys(content);
  const schema = content['application/json']?.schema as Json | undefined;
  const bytes = fc.uint8Array({ maxLength: 200 }).map((body) => Buffer.from(body));
  const files = fc.record({
    body: bytes,
    headers: fc
      .constantFrom(...types, 'application/json', 'text/plain', 'multipart/form-data; boundary=b')
      .map((type) => ({ 'content-type': type })),
  });
  if (!schema) return files;
  const json = fc
    .oneof(valuesOf(schema, resolve), brokenValues(schema, resolve))
    // Some edits speak of scenes that there are.
    .chain((value) => fc.constantFrom(...scenes).map((scene) => withScene(value, scene)))
    .map((value) => ({ body: JSON.stringify(value) ?? '', headers: { 'content-type': 'application/json' } }));
  return fc.oneof({ weight: 6, arbitrary: json }, { weight: 1, arbitrary: files });
}

function withScene(value: unknown, scene: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      (name === 'scene' || name === 'after') && typeof part === 'string' ? scene : withScene(part, scene),
    ]),
  );
}

it(`answers ${CASES} requests from chance as its document says`, async () => {
  const resolve = resolverOf(site.api.document);
  const cases = fc.oneof(...site.api.operations.map((operation) => casesOf(operation, resolve)));
  const statuses = new Map<number, number>();
  const property = fc.asyncProperty(cases, async ({ operation, sent }) => {
    const answer = await sendTo(site, operation, sent);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    expect(site.api.faultsOf(operation, answer), JSON.stringify(sent)).toEqual([]);
    expect(answer.status, `${operation.id}: ${answer.text.slice(0, 300)}`).toBeLessThan(500);
  });
  await fc.assert(property, { numRuns: CASES, seed: SEED });
  expect(site.web.faults).toEqual([]);
  // What is always refused would find nothing.
  expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 201, 400, 404, 422]));
});
