/** The OpenAPI 3.1 document of all operations. Pure. */
import { z } from 'zod';
import { EVENT_STREAM_TYPE } from '#app/events/event-stream.ts';
import { FIELD_STATUS, faultsOf } from './general-faults';
import { API_ROOT, isMarked, isStreaming, type Operation } from './operation';
import { PROBLEM_TYPE } from './problem';
import { problemSchema } from './schemas/problem-schema';

/** Part of the document, as far as it is read here. */
export type Json = { [name: string]: unknown };

export interface OpenApiDocument extends Json {
  openapi: string;
  paths: Record<string, Record<string, Json>>;
  components: { schemas: Record<string, Json> } & Json;
}

/** The document; every schema that has a name stands in it once. */
export function openApiDocument(operations: Readonly<Record<string, Operation>>): OpenApiDocument {
  const schemas = new NamedSchemas();
  const paths: OpenApiDocument['paths'] = {};
  for (const [id, operation] of Object.entries(operations)) {
    const { path, method } = operation;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationPart(id, operation, schemas) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'StoryShort',
      version: '1',
      description:
        'Stories become vertical short films. Where the site has accounts, send a token of the account page; without accounts there is no need of one.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: API_ROOT }],
    tags: [...new Set(Object.values(operations).map(({ group }) => group))].map((name) => ({ name })),
    paths,
    components: {
      schemas: schemas.all(),
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      parameters: {
        IdempotencyKey: headerPart(
          'Idempotency-Key',
          'Repeats of a request under one key make nothing new.',
          {
            ...{ type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x20-\\x7e]+$' },
          },
        ),
        IfNoneMatch: headerPart('If-None-Match', 'ETag of an earlier answer: `304` while it still holds.', {
          type: 'string',
        }),
        LastEventId: headerPart(
          'Last-Event-ID',
          'Id of the event that was seen last: what came after it is told.',
          { type: 'string', pattern: '^\\d{1,18}$' },
        ),
      },
    },
  };
}

function operationPart(id: string, operation: Operation, schemas: NamedSchemas): Json {
  const { group, summary, about, creates, scope, params, query, body } = operation;
  const headers = [
    ...(creates ? ['IdempotencyKey'] : []),
    ...(isMarked(operation) ? ['IfNoneMatch'] : []),
    ...(isStreaming(operation) ? ['LastEventId'] : []),
  ];
  return {
    operationId: id,
    ...{ summary, ...(about !== undefined && { description: about }), tags: [group] },
    security: [{ token: [scope] }, {}],
    parameters: [
      ...(params ? parameterParts('path', params) : []),
      ...(query ? parameterParts('query', query) : []),
      ...headers.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ],
    ...(body && { requestBody: { required: true, content: bodyContent(body, schemas) } }),
    responses: { ...answerParts(operation, schemas), ...faultParts(operation, schemas) },
  };
}

function parameterParts(place: 'path' | 'query', schema: z.ZodObject): Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' });
  return Object.entries(properties).map(([name, part]) => {
    const { description, ...rest } = part as Json;
    return {
      ...{ name, in: place, required: required.includes(name) },
      ...(description !== undefined && { description }),
      schema: rest,
    };
  });
}

function headerPart(name: string, description: string, schema: Json): Json {
  return { name, in: 'header', required: false, description, schema };
}

/** A file in a form, in the field of its name. */
const fileField = (name: string): Json => ({
  type: 'object',
  properties: { [name]: { type: 'string', contentMediaType: 'application/octet-stream' } },
});

function bodyContent(body: NonNullable<Operation['body']>, schemas: NamedSchemas): Json {
  switch (body.kind) {
    case 'json':
      return { 'application/json': { schema: schemas.use(body.schema, 'input') } };
    case 'fields': {
      const schema = schemas.use(body.schema, 'input');
      return {
        'application/json': { schema },
        'application/x-www-form-urlencoded': { schema },
        'multipart/form-data': { schema: { allOf: [schema, fileField(body.file)] } },
      };
    }
    case 'file':
      return Object.fromEntries(
        body.types.map((type) => [
          type,
          type === 'multipart/form-data' ? { schema: fileField(body.field) } : { schema: {} },
        ]),
      );
  }
}

function answerParts(operation: Operation, schemas: NamedSchemas): Json {
  const isRead = isMarked(operation);
  const parts = Object.entries(operation.answers).map(
    ([status, { says, schema, file, events }]): [string, Json] => [
      status,
      {
        description: says,
        ...(isRead && { headers: { ETag: { schema: { type: 'string' } } } }),
        ...(schema && { content: { 'application/json': { schema: schemas.use(schema, 'output') } } }),
        ...(file !== undefined && { content: { [file]: { schema: {} } } }),
        ...(events && {
          content: {
            [EVENT_STREAM_TYPE]: { schema: { type: 'string' }, 'x-data': schemas.use(events, 'output') },
          },
        }),
      },
    ],
  );
  const unchanged: [string, Json][] = isRead
    ? [['304', { description: 'What was answered before holds.' }]]
    : [];
  return Object.fromEntries([...parts, ...unchanged]);
}

function faultParts(operation: Operation, schemas: NamedSchemas): Json {
  const problem = schemas.use(problemSchema, 'output');
  const parts = [...faultsOf(operation)].map(([status, codes]): [string, Json] => {
    const isOpen = status === FIELD_STATUS && operation.refusesFields === true;
    const told = { type: 'object', properties: { code: { enum: codes } } };
    return [
      String(status),
      {
        description: [...codes.map((code) => `\`${code}\``), ...(isOpen ? ['the code of a field'] : [])].join(
          ', ',
        ),
        ...((status === 429 || status === 503) && {
          headers: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } },
        }),
        content: { [PROBLEM_TYPE]: { schema: isOpen ? problem : { allOf: [problem, told] } } },
      },
    ];
  });
  return Object.fromEntries(parts);
}

/** Schemas by their own names, each once. */
class NamedSchemas {
  readonly #schemas = new Map<string, Json>();

  /** How a schema is spoken of: by its name, or as it is where it has none. */
  use(schema: z.ZodType, io: 'input' | 'output'): Json {
    // What is only known to be a tag of a language is a text.
    const {
      $schema: _dialect,
      $defs = {},
      ...rest
    } = z.toJSONSchema(schema, {
      ...{ io, unrepresentable: 'any' },
      override: ({ jsonSchema }) => {
        // Makers of clients take what has a usual value for always there, also where it need not be sent.
        if (io === 'input') delete jsonSchema.default;
      },
    });
    for (const [name, part] of Object.entries($defs)) this.#add(name, part as Json);
    return withPlainRefs(rest) as Json;
  }

  all(): Record<string, Json> {
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** @throws Error where two schemas have one name */
  #add(name: string, schema: Json): void {
    const plain = withPlainRefs(schema) as Json;
    const known = this.#schemas.get(name);
    if (known && JSON.stringify(known) !== JSON.stringify(plain))
      throw new Error(`Two schemas are called ${name}.`);
    this.#schemas.set(name, plain);
  }
}

/** The same with references into the document instead of into itself. */
function withPlainRefs(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withPlainRefs);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) =>
      name === '$ref' && typeof value === 'string'
        ? [name, value.replace(/^#\/\$defs\//, '#/components/schemas/')]
        : [name, withPlainRefs(value)],
    ),
  );
}
