/** A request to `/api/v1`, from its address to its answer. */
import { createHash } from 'node:crypto';
import { type AppLoadContext, createReadableStreamFromReadable } from '@remix-run/node';
import { EVENT_STREAM_TYPE, eventStream, type StreamedEvent } from '#app/events/event-stream.ts';
import { StreamSeats } from '#app/events/stream-seats.ts';
import { unexpectedFault } from '#app/http/answer-api.server.ts';
import { attachment } from '#app/http/answer-file.server.ts';
import { ApiFault, asApiFault } from '#app/http/api-fault.ts';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import { accepts } from './accepts';
import { findOperation } from './find-operation';
import { HANDLERS } from './handlers/all-handlers.server';
import type { Asked, Outcome } from './handlers/handler';
import { type Answer, API_ROOT, isMarked, type Operation } from './operation';
import { PROBLEM_TYPE, problemOf } from './problem';
import { readAsked } from './read-asked.server';

const seats = new StreamSeats();

/** Answers a request below the root; what is wrong is answered as problem details. */
export async function answerOperation(context: AppLoadContext, request: Request): Promise<Response> {
  try {
    const path = new URL(request.url).pathname.slice(API_ROOT.length);
    const found = findOperation(request.method, path);
    if (found === null) throw nothingThere();
    if ('methods' in found) throw wrongMethod(request.method, found.methods);
    const { id, operation, params } = found;
    holdAccept(operation, request);
    const asked = await readAsked(context, operation, request, params);
    // What was read is what the operation says of itself: its handler is typed by the same.
    const handle = HANDLERS[id] as (context: AppLoadContext, asked: Asked<unknown>) => Promise<Outcome>;
    const outcome = await handle(context, asked as Asked<unknown>);
    if (outcome.events) return streamOf(context, request, outcome.events);
    return answerOf(operation, request, outcome);
  } catch (thrown) {
    const fault = asApiFault(thrown) ?? unexpectedFault(context, thrown);
    if (fault.status === 507)
      context.log.warn({ err: thrown }, 'What an API request brought could not be stored.');
    return problemAnswer(fault);
  }
}

function problemAnswer(fault: ApiFault): Response {
  const { allow } = fault.details;
  return new Response(JSON.stringify(problemOf(fault)), {
    status: fault.status,
    headers: {
      'Content-Type': PROBLEM_TYPE,
      'Cache-Control': 'no-store',
      ...(allow && { Allow: allow.join(', ') }),
    },
  });
}

/** @throws ApiFault 429 where whoever asks follows too many already */
function streamOf(
  context: AppLoadContext,
  { method }: Request,
  events: AsyncIterable<StreamedEvent>,
): Response {
  // What is compressed is held back until there is enough of it.
  const headers = { 'Content-Type': EVENT_STREAM_TYPE, 'Cache-Control': 'no-store, no-transform' };
  if (method === 'HEAD') return new Response(null, { headers });
  const leave = seats.take(context.visitor?.id ?? null);
  const stream = eventStream(events, (fault) => {
    leave();
    if (fault && !isDatabaseAway(fault)) context.log.error({ err: fault }, 'A stream of events broke off.');
  });
  return new Response(stream, { headers });
}

function answerOf(operation: Operation, request: Request, outcome: Outcome): Response {
  const { status, body, location, file, mark } = outcome;
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (location !== undefined) headers.set('Location', location);
  if (isMarked(operation) && isKnown(request, mark ?? text, headers)) {
    dropFile(file);
    return new Response(null, { status: 304, headers });
  }
  if (file) {
    headers.set('Content-Type', file.type);
    headers.set('Content-Disposition', attachment(file.name));
    if (request.method !== 'HEAD') return new Response(contentOf(file), { status, headers });
    dropFile(file);
    return new Response(null, { status, headers });
  }
  if (body === undefined) return new Response(null, { status, headers });
  headers.set('Content-Type', 'application/json; charset=utf-8');
  return new Response(request.method === 'HEAD' ? null : text, { status, headers });
}

/**
 * Names what is answered by an ETag among its headers, and tells whether somebody has it already: compared weakly
 * (RFC 9110, 13.1.2).
 * @param mark two answers of one mark are the same
 */
function isKnown(request: Request, mark: string, headers: Headers): boolean {
  const name = `"${createHash('sha256').update(mark).digest('base64url').slice(0, 22)}"`;
  // Weak, since what is compressed on the way is the same answer.
  headers.set('ETag', `W/${name}`);
  headers.set('Cache-Control', 'private, no-cache');
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
  return known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === name);
}

function contentOf({ body }: NonNullable<Outcome['file']>) {
  return typeof body === 'string' ? body : createReadableStreamFromReadable(body);
}

/** Lets go of a file that nobody reads. */
function dropFile(file: Outcome['file']): void {
  if (file && typeof file.body !== 'string') file.body.destroy();
}

/** @throws ApiFault 406 where nothing that the operation has is taken */
function holdAccept({ answers }: Operation, request: Request): void {
  const types = Object.values(answers).flatMap(typesOf);
  const accept = request.headers.get('accept');
  if (types.length === 0 || types.some((type) => accepts(accept, type))) return;
  throw new ApiFault(406, {
    code: 'not_acceptable',
    message: 'The answer is of no type that the request accepts.',
    hint: `Accept ${[...new Set(types)].join(' or ')}.`,
  });
}

function typesOf({ schema, file, events }: Answer): string[] {
  if (schema) return ['application/json'];
  if (events) return [EVENT_STREAM_TYPE];
  return file === undefined ? [] : [file];
}

function nothingThere(): ApiFault {
  return new ApiFault(404, {
    code: 'not_found',
    message: 'There is nothing at this address.',
    hint: 'See /api/docs for all that there is.',
  });
}

function wrongMethod(method: string, allow: readonly string[]): ApiFault {
  return new ApiFault(
    405,
    {
      code: 'method_not_allowed',
      message: `${method} is not possible here.`,
      hint: `Use ${allow.join(' or ')}.`,
    },
    { allow },
  );
}
