/**
 * Traces: what was done because of what, and how long it took. Where nobody listens, as usual, nothing happens here.
 *
 * A span tells names, numbers and codes. What a person wrote, what was made of it, and keys are in none.
 */
import { context, ROOT_CONTEXT, type Span, SpanStatusCode, trace } from '@opentelemetry/api';
import { AttemptEnded, StoryError } from '#jobs/story/film/fault.ts';

/** Names without a dot are ours, and are told as `storyshort.…`; what is undefined is not told. */
export type SpanFacts = Readonly<Record<string, string | number | boolean | undefined>>;

/** Whose spans these are, among those of libraries that trace as well. */
export const TRACER = 'storyshort';

/** A span's place as W3C Trace Context writes it, for who goes on elsewhere. */
export const TRACEPARENT = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/**
 * Does the work within a span of its own, beneath the one around it.
 * @param from the span to be beneath instead, as `traceparentHere` gave it
 * @throws what the work throws; the span tells its code alone
 */
export function traced<T>(name: string, facts: SpanFacts, work: () => Promise<T>, from?: string): Promise<T> {
  const options = { attributes: told(facts) };
  return ourTracer().startActiveSpan(name, options, placeOf(from), async (span) => {
    try {
      return await work();
    } catch (error) {
      close(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/**
 * Begins a span beneath the one around it, for what is no single piece of work.
 * @returns what ends it, with what is known only then; `fault` is the code of what went wrong
 */
export function beginSpan(name: string, facts: SpanFacts): (facts: SpanFacts, fault?: string) => void {
  const span = ourTracer().startSpan(name, { attributes: told(facts) });
  return (more, fault) => {
    span.setAttributes(told(more));
    if (fault !== undefined) fail(span, fault);
    span.end();
  };
}

/** Tells of something that has just ended, which nobody could watch. */
export function tellPast(name: string, facts: SpanFacts, since: Date, from: string): void {
  const startTime = new Date(Math.min(since.getTime(), Date.now()));
  ourTracer()
    .startSpan(name, { attributes: told(facts), startTime }, placeOf(from))
    .end();
}

/** Says of the span around why it came to no end of its own, where nothing is thrown for it. */
export function tellEnd(error: unknown): void {
  const span = trace.getActiveSpan();
  if (span) close(span, error);
}

/** Where the caller is, to be gone on from in another process; undefined where nothing is traced. */
export function traceparentHere(): string | undefined {
  const here = placeHere();
  return here && `00-${here.traceId}-${here.spanId}-${here.traceFlags.toString(16).padStart(2, '0')}`;
}

/** By what everything of the caller's trace is found; undefined where nothing is traced. */
export function traceIdHere(): string | undefined {
  return placeHere()?.traceId;
}

function placeHere() {
  const here = trace.getActiveSpan()?.spanContext();
  return here && trace.isSpanContextValid(here) ? here : undefined;
}

function ourTracer() {
  return trace.getTracer(TRACER);
}

function placeOf(from: string | undefined) {
  const [, traceId, spanId, flags] = (from && TRACEPARENT.exec(from)) || [];
  if (!traceId || !spanId || !flags) return context.active();
  return trace.setSpanContext(ROOT_CONTEXT, {
    ...{ traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true },
  });
}

function told(facts: SpanFacts) {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name.includes('.') ? name : `storyshort.${name}`, fact]),
  );
}

function fail(span: Span, code: string): void {
  span.setAttribute('error.type', code);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** Tells a code or a name: messages may repeat what a server said. */
function close(span: Span, error: unknown): void {
  // Nothing failed.
  if (error instanceof AttemptEnded) span.setAttribute('storyshort.ended_by', error.reason);
  else fail(span, error instanceof StoryError ? error.code : error instanceof Error ? error.name : 'unknown');
}
