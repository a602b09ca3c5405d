import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { eventStream, eventText, type StreamedEvent } from '#app/events/event-stream.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const EVENT: StreamedEvent = { id: '7', type: 'status', data: { words: 'two\nlines' } };

async function* events(...all: StreamedEvent[]) {
  yield* all;
}

/** Everything that a stream sends, to its end. */
async function read(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text();
}

it('writes an event in lines, whatever is in it', () => {
  expect(eventText(EVENT)).toBe('id: 7\nevent: status\ndata: {"words":"two\\nlines"}\n\n');
});

it('sends all events and ends with them', async () => {
  const onEnd = vi.fn();
  const text = await read(eventStream(events(EVENT, { ...EVENT, id: '8' }), onEnd));
  expect(text.match(/^id: \d$/gm)).toEqual(['id: 7', 'id: 8']);
  expect(text.startsWith('retry: 3000\n\n')).toBe(true);
  expect(onEnd).toHaveBeenCalledExactlyOnceWith(null);
  expect(vi.getTimerCount()).toBe(0);
});

it('ends where the events break off, and hands on why', async () => {
  const fault = new Error('away');
  async function* broken() {
    yield EVENT;
    throw fault;
  }
  const onEnd = vi.fn();
  expect(await read(eventStream(broken(), onEnd))).toContain('id: 7');
  expect(onEnd).toHaveBeenCalledExactlyOnceWith(fault);
});

it('says something now and then while nothing happens', async () => {
  async function* silent(): AsyncGenerator<StreamedEvent> {
    await new Promise(() => {});
  }
  const reader = eventStream(silent(), () => {}).getReader();
  const decoder = new TextDecoder();
  expect(decoder.decode((await reader.read()).value)).toMatch(/^retry/);
  const next = reader.read();
  await vi.advanceTimersByTimeAsync(15_000);
  expect(decoder.decode((await next).value)).toBe(':\n\n');
});

it('lets go of the events where nobody reads any more', async () => {
  const left = vi.fn();
  async function* watched() {
    try {
      for (;;) yield EVENT;
    } finally {
      left();
    }
  }
  const onEnd = vi.fn();
  const reader = eventStream(watched(), onEnd).getReader();
  await reader.read();
  await reader.read();
  await reader.cancel();
  expect(left).toHaveBeenCalledOnce();
  expect(onEnd).toHaveBeenCalledExactlyOnceWith(null);
});
