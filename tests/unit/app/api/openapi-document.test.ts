import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { docsPage, VIEWER_PATH } from '#app/api/docs-page.ts';
import { faultsOf } from '#app/api/general-faults.ts';
import { openApiDocument } from '#app/api/openapi-document.ts';
import { isReading, namesIn, type Operation, operation } from '#app/api/operation.ts';
import { OPERATIONS } from '#app/api/operations/all-operations.ts';
import { orderSchema } from '#app/api/schemas/order-schema.ts';
import { limitNameOf } from '#app/server/rate-limits.ts';
import { letsThrough, TOKEN_SCOPES } from '#jobs/accounts/token-scope.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';

const ALL = Object.entries(OPERATIONS) as [string, Operation][];
const DOCUMENT = openApiDocument(OPERATIONS);

/** All references in a part of the document. */
function refsIn(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, value]) =>
    name === '$ref' && typeof value === 'string' ? [value] : refsIn(value),
  );
}

describe('each operation', () => {
  it.each(ALL)('%s says what its path names, and what a token needs', (_name, described) => {
    const names = namesIn(described.path);
    expect(Object.keys(described.params?.shape ?? {}).sort()).toEqual([...names].sort());
    const needed = TOKEN_SCOPES.filter((scope) => letsThrough([scope], described.method));
    expect(needed).toContain(described.scope);
    if (described.scope === 'make') expect(letsThrough(['read'], described.method)).toBe(false);
    const address = `/api/v1${described.path.replaceAll(/\{\w+\}/g, 'x')}`;
    expect(limitNameOf(described.method, address)).toBe(described.counts);
    expect(isReading(described)).toBe(described.counts === null);
    expect([...faultsOf(described).keys()].every((status) => status >= 400)).toBe(true);
  });

  it('is at a place of its own', () => {
    const places = ALL.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('that tells of a fault without a status is found out', () => {
    expect(() => faultsOf({ ...OPERATIONS.readVideo, faults: ['nobody_knows'] })).toThrow('nobody_knows');
  });
});

describe('the document', () => {
  it('has every operation, by its name', () => {
    const ids = Object.values(DOCUMENT.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(ids.sort()).toEqual(ALL.map(([name]) => name).sort());
    expect(DOCUMENT.openapi).toMatch(/^3\.1\./);
  });

  it('refers to nothing that it has not', () => {
    const refs = new Set(refsIn(DOCUMENT));
    expect(refs.size).toBeGreaterThan(15);
    for (const ref of refs) {
      const found = ref
        .slice('#/'.length)
        .split('/')
        .reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], DOCUMENT);
      expect(found, ref).toBeDefined();
    }
    expect(JSON.stringify(DOCUMENT)).not.toContain('$defs');
  });

  it('holds schemas of JSON Schema 2020-12 alone', () => {
    const ajv = new Ajv2020({ strict: false });
    for (const [name, schema] of Object.entries(DOCUMENT.components.schemas))
      expect(ajv.validateSchema(schema), `${name}: ${ajv.errorsText(ajv.errors)}`).toBe(true);
  });

  it('tells of every option of a film', () => {
    const { properties } = DOCUMENT.components.schemas.Order as { properties: Record<string, unknown> };
    expect(Object.keys(properties).sort()).toEqual(
      ['story', 'title', 'formats', ...Object.keys(OPTIONS)].sort(),
    );
    expect(properties.seconds).toMatchObject({ enum: [15, 30, 60, 90, 180] });
    expect(z.safeParse(orderSchema, { story: 'A fox.', scenes: 3 }).success).toBe(true);
  });

  it('is not made where two schemas have one name', () => {
    const answers = (schema: z.ZodType) => ({ 200: { says: 'It.', schema: schema.meta({ id: 'Same' }) } });
    const a = operation({
      ...OPERATIONS.listVoices,
      path: '/a',
      answers: answers(z.object({ a: z.string() })),
    });
    const b = operation({
      ...OPERATIONS.listVoices,
      path: '/b',
      answers: answers(z.object({ b: z.string() })),
    });
    expect(() => openApiDocument({ a, b })).toThrow('Two schemas are called Same.');
  });
});

describe('what people read', () => {
  it('docs/api.md lists every operation', async () => {
    const text = await readFile('docs/api.md', 'utf8');
    const rows = ALL.map(([, { method, path, summary }]) => `| \`${method} ${path}\` | ${summary} |`);
    expect(text).toContain(rows.join('\n'));
  });

  it('the page lists them where there are no scripts, and loads nothing from elsewhere', () => {
    const page = docsPage(OPERATIONS, 'a-nonce');
    for (const [, { method, path }] of ALL) expect(page).toContain(`${method} /api/v1${path}`);
    expect(page).toContain(`nonce="a-nonce" src="${VIEWER_PATH}"`);
    expect(page).not.toMatch(/(?:src|href|url)="?(?:https?:)?\/\//);
  });
});
