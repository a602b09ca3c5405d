/** Schemas of tools as clients are told them. */
import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Given } from './mcp-tool';

type Json = Record<string, unknown>;

const printed = new Map<z.ZodType, Json>();

/**
 * A schema that is told and refuses nothing: what is wrong with a call, its operation says, field by field and with
 * what to do; and what operations answer is held by their own tests.
 */
export function toldSchema(schema: z.ZodType, io: 'input' | 'output'): StandardSchemaWithJSON<Given, Given> {
  const print = () => printedOnce(schema, io);
  return {
    '~standard': {
      version: 1,
      vendor: 'storyshort',
      validate: (value) => ({ value: value as Given }),
      jsonSchema: { input: print, output: print },
    },
  };
}

/** Printed once for all calls: each of them has a server of its own. */
function printedOnce(schema: z.ZodType, io: 'input' | 'output'): Json {
  const known = printed.get(schema);
  if (known) return known;
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    ...{ io, unrepresentable: 'any' },
    override: ({ jsonSchema }) => {
      // What has a usual value need not be sent.
      if (io === 'input') delete jsonSchema.default;
      // A site that is newer than this program may tell more.
      else if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  const plain = unwrapped(json);
  printed.set(schema, plain);
  return plain;
}

/** A schema that has a name is printed as a reference to itself, which not every model's program follows at the root. */
function unwrapped({ $ref, $defs, ...json }: Json): Json {
  const name = typeof $ref === 'string' ? $ref.replace('#/$defs/', '') : null;
  const { [name ?? '']: root, ...others } = ($defs ?? {}) as Record<string, Json>;
  const { id: _id, ...rest } = root ?? {};
  return { ...json, ...rest, ...(Object.keys(others).length > 0 && { $defs: others }) };
}
