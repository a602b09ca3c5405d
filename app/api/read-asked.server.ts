/** A request as its operation says it should be, or why it is not. */
import type { AppLoadContext } from '@remix-run/node';
import type { z } from 'zod';
import { ApiFault } from '#app/http/api-fault.ts';
import { readIdempotencyKey } from '#app/http/idempotency-key.ts';
import { ownVideoId } from '#app/http/own-video.server.ts';
import { readFields } from '#app/http/read-fields.server.ts';
import type { Asked } from './handlers/handler';
import type { Operation } from './operation';

/**
 * Reads path, query, headers and body. A video that the visitor may not see is as unknown as one that nobody has,
 * before anything is said of the rest.
 * @throws ApiFault 400, 415 or 422 with all that is wrong; StoryError `video_not_found`
 */
export async function readAsked(
  context: AppLoadContext,
  { params, query, body, creates }: Operation,
  request: Request,
  inPath: Record<string, string>,
): Promise<Asked<unknown>> {
  const read: Record<string, unknown> = params ? parsed(params, inPath, unusableParameter) : {};
  if (read.id !== undefined) read.id = await ownVideoId(context, read.id);
  const { searchParams } = new URL(request.url);
  return {
    params: read,
    query: query ? parsed(query, Object.fromEntries(searchParams), unusableParameter) : {},
    key: creates ? readIdempotencyKey(request.headers.get('idempotency-key')) : null,
    body: (await readBody(body, request)) as undefined,
    request,
  };
}

async function readBody(body: Operation['body'], request: Request): Promise<unknown> {
  if (!body || body.kind === 'file') return undefined;
  if (body.kind === 'fields') return readFields(request);
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new ApiFault(415, {
      code: 'unsupported_content_type',
      message: 'The body is not sent as JSON.',
      hint: 'Send it with the header Content-Type: application/json.',
    });
  }
  return parsed(body.schema, await readFields(request), unreadable);
}

type Refuse = (issues: readonly z.core.$ZodIssue[]) => ApiFault;

function parsed<Schema extends z.ZodType>(schema: Schema, value: unknown, refuse: Refuse): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw refuse(result.error.issues);
}

/** What is wrong with parts of the address. */
const unusableParameter: Refuse = (issues) => {
  const fields = fieldsOf(issues);
  return new ApiFault(
    400,
    {
      code: 'invalid_parameter',
      message: `The address is not as it should be: “${fields[0]?.field}”.`,
      hint: 'See /api/docs for what it may say.',
    },
    { fields },
  );
};

const unreadable: Refuse = (issues) => {
  const fields = fieldsOf(issues);
  const [first] = fields;
  return new ApiFault(
    422,
    {
      code: 'request_unreadable',
      message:
        first === undefined || first.field === ''
          ? 'The body is not what is asked for here.'
          : `“${first.field}” is not as it should be: ${first.message}.`,
      hint: 'See /api/docs for what the body may hold.',
    },
    { fields },
  );
};

const fieldsOf = (issues: readonly z.core.$ZodIssue[]) =>
  issues.map(({ path, message }) => ({ field: path.join('.'), message }));
