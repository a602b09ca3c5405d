import { transferableSymbol, valueSymbol } from 'piscina';
import { describe, expect, it } from 'vitest';
import { StoryError } from '#jobs/story/film/fault.ts';
import { performTasks } from '#jobs/threads/perform-tasks.ts';

interface Tasks {
  double: { request: number; result: { bytes: Uint8Array } };
  fail: { request: string; result: never };
}

const perform = performTasks<Tasks>({
  double: async (count) => ({ bytes: new Uint8Array(count * 2) }),
  fail: async (code) => {
    throw new StoryError({ code, message: 'It failed.', hint: 'Nothing.', retryable: false });
  },
});

/** What Piscina sends of it to the thread that asked. */
function sent(handed: unknown) {
  const { [valueSymbol]: value, [transferableSymbol]: buffers } = handed as {
    [valueSymbol]: unknown;
    [transferableSymbol]: ArrayBuffer[];
  };
  return { value, buffers };
}

describe('a thread’s tasks', () => {
  it('are done by their handlers, and hand over their bytes', async () => {
    const { value, buffers } = sent(await perform({ kind: 'double', request: 4 }));
    expect(value).toEqual({ ok: true, result: { bytes: new Uint8Array(8) } });
    expect(buffers.map(({ byteLength }) => byteLength)).toEqual([8]);
  });

  it('send their faults as values, which lose nothing on the way', async () => {
    const { value } = sent(await perform({ kind: 'fail', request: 'odd' }));
    expect(value).toEqual({
      ok: false,
      fault: { code: 'odd', message: 'It failed.', hint: 'Nothing.', retryable: false },
    });
  });
});
