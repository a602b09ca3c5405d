import { describe, expect, it } from 'vitest';
import { systemClock } from '#jobs/ports/calls/clock.ts';
import { retry } from '#jobs/ports/calls/retry.ts';
import { VirtualClock } from '#tests/support/openai-server/virtual-clock.ts';

class Passing extends Error {}
const policy = { maxAttempts: 4, baseMs: 100, capMs: 10_000, deadlineMs: 5000 };

function options(clock = new VirtualClock(), signal = new AbortController().signal) {
  return {
    policy,
    clock,
    signal,
    random: () => 0.5,
    verdictOf: (error: unknown) => ({ retryable: error instanceof Passing, retryAfterMs: null }),
  };
}

describe('retry', () => {
  it('returns the first success', async () => {
    const clock = new VirtualClock();
    const result = await retry(async ({ attempt }) => {
      if (attempt < 3) throw new Passing();
      return attempt;
    }, options(clock));
    expect(result).toBe(3);
    expect(clock.waits).toEqual([50, 100]);
  });

  it('throws what does not pass at once', async () => {
    const clock = new VirtualClock();
    await expect(retry(() => Promise.reject(new Error('for good')), options(clock))).rejects.toThrow(
      'for good',
    );
    expect(clock.waits).toEqual([]);
  });

  it('throws the last error when the tries are used up', async () => {
    let count = 0;
    await expect(
      retry(() => {
        count++;
        return Promise.reject(new Passing(`try ${count}`));
      }, options()),
    ).rejects.toThrow('try 4');
  });

  it('tells each try how much time is left, and begins none after the deadline', async () => {
    const clock = new VirtualClock();
    const left: number[] = [];
    await expect(
      retry(({ remainingMs }) => {
        left.push(remainingMs);
        clock.advance(2400);
        return Promise.reject(new Passing());
      }, options(clock)),
    ).rejects.toThrow(Passing);
    expect(left).toEqual([5000, 2550, 50]);
  });

  it('throws the signal’s reason, not the error that the abort caused', async () => {
    const controller = new AbortController();
    const work = () => {
      controller.abort(new Error('cancelled'));
      return Promise.reject(new Passing());
    };
    await expect(retry(work, options(new VirtualClock(), controller.signal))).rejects.toThrow('cancelled');
  });

  it('does not begin when it is aborted already', async () => {
    const work = () => Promise.resolve('done');
    await expect(
      retry(work, options(new VirtualClock(), AbortSignal.abort(new Error('over')))),
    ).rejects.toThrow('over');
  });
});

describe('the machine’s clock', () => {
  it('waits', async () => {
    const before = performance.now();
    await systemClock.wait(15, new AbortController().signal);
    expect(performance.now() - before).toBeGreaterThanOrEqual(13);
  });

  it('stops waiting on an abort', async () => {
    const controller = new AbortController();
    const waiting = systemClock.wait(1e6, controller.signal);
    controller.abort(new Error('over'));
    await expect(waiting).rejects.toThrow('over');
    await expect(systemClock.wait(1e6, controller.signal)).rejects.toThrow('over');
  });
});
