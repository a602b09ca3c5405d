import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { afterEach, describe, expect, it } from 'vitest';
import {
  beginSpan,
  TRACEPARENT,
  tellEnd,
  tellPast,
  traced,
  traceIdHere,
  traceparentHere,
} from '#jobs/ports/tracing.ts';
import { AttemptEnded, StoryError } from '#jobs/story/film/fault.ts';
import { processVideoSchema } from '#jobs/work/process-video.ts';

const FAULT = { code: 'disk_full', message: 'Words of a fault.', hint: 'Do this.', retryable: true };
const FROM = '00-0123456789abcdef0123456789abcdef-0123456789abcdef-01';

/** Traces into memory, until the test ends. */
function watch() {
  const exporter = new InMemorySpanExporter();
  const provider = new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  return {
    ended: async () => {
      await provider.forceFlush();
      return exporter.getFinishedSpans();
    },
  };
}
afterEach(() => {
  trace.disable();
  context.disable();
});

describe('traces that nobody listens to', () => {
  it('leave work, its result and its fault as they are', async () => {
    const fault = new StoryError(FAULT);
    expect(await traced('step', { scene: 1 }, async () => [traceparentHere(), traceIdHere()])).toEqual([
      undefined,
      undefined,
    ]);
    await expect(traced('step', {}, () => Promise.reject(fault), FROM)).rejects.toBe(fault);
    beginSpan('call', {})({}, 'late');
    tellPast('wait', {}, new Date(), FROM);
    tellEnd(fault);
    expect(traceparentHere()).toBeUndefined();
  });
});

describe('traces that somebody listens to', () => {
  it('hang spans beneath the one around them, or beneath one of another process', async () => {
    const { ended } = watch();
    const here = await traced(
      'attempt',
      { scene: 1, 'server.address': 'a.example', nothing: undefined },
      async () => {
        await Promise.all(
          ['voice', 'picture'].map((name) =>
            traced(name, {}, async () => beginSpan('call', {})({ outcome: 'ok' })),
          ),
        );
        return traceparentHere();
      },
      FROM,
    );
    expect(here).toMatch(TRACEPARENT);
    const spans = await ended();
    const idOf = (name: string) => spans.find((span) => span.name === name)?.spanContext().spanId;
    const parents = spans.map((span) => [span.name, span.parentSpanContext?.spanId]);
    expect(parents.filter(([name]) => name !== 'call').sort()).toEqual([
      ['attempt', '0123456789abcdef'],
      ['picture', idOf('attempt')],
      ['voice', idOf('attempt')],
    ]);
    const callers = parents.filter(([name]) => name === 'call').map(([, parent]) => parent);
    expect(callers.sort()).toEqual([idOf('picture'), idOf('voice')].sort());
    expect(new Set(spans.map((span) => span.spanContext().traceId))).toEqual(
      new Set(['0123456789abcdef0123456789abcdef']),
    );
    expect(spans.find(({ name }) => name === 'attempt')?.attributes).toEqual({
      'storyshort.scene': 1,
      'server.address': 'a.example',
    });
  });

  it('tell codes of faults and never their words; who was only stopped did not fail', async () => {
    const { ended } = watch();
    const failWith = (error: unknown) => traced('step', {}, () => Promise.reject(error)).catch(() => {});
    await failWith(new StoryError(FAULT));
    await failWith(new TypeError('Words of a library.'));
    await failWith(new AttemptEnded('shutdown'));
    await traced('attempt', {}, async () => tellEnd(new StoryError(FAULT)));
    const spans = await ended();
    expect(spans.map(({ attributes, status }) => [attributes, status.code === 2])).toEqual([
      [{ 'error.type': 'disk_full' }, true],
      [{ 'error.type': 'TypeError' }, true],
      [{ 'storyshort.ended_by': 'shutdown' }, false],
      [{ 'error.type': 'disk_full' }, true],
    ]);
    for (const { events, status } of spans) expect([events, status.message]).toEqual([[], undefined]);
  });

  it('let nothing begin after it ended, whatever another clock says', async () => {
    const { ended } = watch();
    tellPast('wait', {}, new Date(Date.now() + 60_000), FROM);
    const [span] = await ended();
    expect(span?.duration[0]).toBeLessThan(1);
  });
});

it('a job without a trace, or with one that is none, is done all the same', () => {
  const videoId = '00000000-0000-4000-8000-000000000001';
  expect(processVideoSchema.parse({ videoId })).toEqual({ videoId });
  expect(processVideoSchema.parse({ videoId, traceparent: 'nonsense' }).traceparent).toBeUndefined();
  expect(processVideoSchema.parse({ videoId, traceparent: FROM }).traceparent).toBe(FROM);
});
