/** Values from chance that a JSON schema takes, and values that it does not. */
import fc from 'fast-check';
import type { Json } from '#app/api/openapi-document.ts';

/** How references are followed. */
export type Resolve = (ref: string) => Json;

/** References into a document. */
export function resolverOf(document: Json): Resolve {
  return (ref) =>
    ref
      .replace(/^#\//, '')
      .split('/')
      .reduce<Json>((part, step) => part[step] as Json, document);
}

const WORDS = fc.constantFrom(
  'A fox ran.',
  'snow',
  'x',
  'Mill and moon',
  '月の光',
  'رحلة',
  '🦊🦊',
  "'--",
  '<b>&amp;',
);

/** Values that a schema takes, as far as this product's schemas go. */
export function valuesOf(schema: Json, resolve: Resolve): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === 'string') return valuesOf(resolve(schema.$ref), resolve);
  if ('const' in schema) return fc.constant(schema.const);
  if (Array.isArray(schema.enum)) return fc.constantFrom(...schema.enum);
  const choices = (schema.oneOf ?? schema.anyOf) as Json[] | undefined;
  if (choices) return fc.oneof(...choices.map((choice) => valuesOf(choice, resolve)));
  const types = [schema.type].flat();
  return fc.oneof(...types.map((type) => ofType(String(type), schema, resolve)));
}

function ofType(type: string, schema: Json, resolve: Resolve): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return objectsOf(schema, resolve);
    case 'array':
      return fc.array(valuesOf((schema.items ?? {}) as Json, resolve), {
        maxLength: Math.min(3, Number(schema.maxItems ?? 3)),
      });
    case 'integer':
      return fc.integer({ min: boundOf(schema, 'min', -(2 ** 31)), max: boundOf(schema, 'max', 2 ** 31) });
    case 'number':
      return fc.double({ min: boundOf(schema, 'min', -1e6), max: boundOf(schema, 'max', 1e6), noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return textsOf(schema);
    default:
      return fc.jsonValue();
  }
}

function objectsOf({ properties = {}, required = [], additionalProperties }: Json, resolve: Resolve) {
  const record = Object.fromEntries(
    Object.entries(properties as Record<string, Json>).map(([name, part]) => [name, valuesOf(part, resolve)]),
  );
  const known = fc.record(record, { requiredKeys: required as string[] });
  if (typeof additionalProperties !== 'object' || additionalProperties === null) return known;
  return fc.dictionary(
    fc.constantFrom('style', 'voice', 'title', 'scenes', 'x'),
    valuesOf(additionalProperties as Json, resolve),
  );
}

function boundOf(schema: Json, end: 'min' | 'max', usual: number): number {
  const inclusive = schema[`${end}imum`];
  const exclusive = schema[`exclusive${end === 'min' ? 'Min' : 'Max'}imum`];
  const bound =
    inclusive ?? (exclusive === undefined ? undefined : Number(exclusive) + (end === 'min' ? 1 : -1));
  if (bound === undefined) return usual;
  return end === 'min' ? Math.max(usual, Number(bound)) : Math.min(usual, Number(bound));
}

function textsOf({ format, pattern, minLength = 0, maxLength = 200 }: Json): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid({ version: 4 });
  if (pattern === '^[0-9a-f]{24}$') return fc.stringMatching(/^[0-9a-f]{24}$/);
  if (typeof pattern === 'string' && !pattern.includes('\\P')) return fc.stringMatching(new RegExp(pattern));
  const units = { minLength: Number(minLength), maxLength: Math.min(80, Number(maxLength)) };
  return fc.oneof(
    { weight: 3, arbitrary: WORDS },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', ...units }) },
  );
}

/** Anything that a program may send by mistake or malice in place of a value. */
export const strangeValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    '',
    ' ',
    '\0',
    '\ud800',
    [],
    {},
    '__proto__',
    'NaN',
    '٣',
  ),
  fc.jsonValue({ maxDepth: 2 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Values of a schema in which one thing is not as it should be. */
export function brokenValues(schema: Json, resolve: Resolve): fc.Arbitrary<unknown> {
  return fc
    .tuple(
      valuesOf(schema, resolve),
      fc.nat(),
      strangeValues,
      fc.constantFrom('put', 'leave-out', 'add', 'whole'),
    )
    .map(([value, at, strange, how]) => {
      if (how === 'whole' || typeof value !== 'object' || value === null || Array.isArray(value))
        return strange;
      return brokenAt(value as Json, at, strange, how);
    });
}

function brokenAt(value: Json, at: number, strange: unknown, how: string): Json {
  const names = Object.keys(value);
  const name = names[at % Math.max(1, names.length)];
  if (name === undefined || how === 'add') return { ...value, [`x${at % 10}`]: strange };
  const inner = value[name];
  if (typeof inner === 'object' && inner !== null && !Array.isArray(inner) && at % 3 > 0)
    return { ...value, [name]: brokenAt(inner as Json, Math.floor(at / 3), strange, how) };
  if (how === 'put') return { ...value, [name]: strange };
  const { [name]: _left, ...rest } = value;
  return rest;
}
