import { describe, expect, it } from 'vitest';
import { backoffCeilingMs, nextDelayMs, type RetryPolicy } from '#jobs/ports/calls/backoff.ts';
import { mulberry32 } from '#tests/support/openai-server/fault-plan.ts';

const policy: RetryPolicy = { maxAttempts: 8, baseMs: 1000, capMs: 20_000, deadlineMs: 1e9 };
const failed = { attempts: 1, elapsedMs: 0, retryAfterMs: null };

describe('backoff', () => {
  it('doubles up to the cap', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((attempts) => backoffCeilingMs(policy, attempts))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 20_000, 20_000,
    ]);
  });

  it('spreads delays evenly below the ceiling: the means follow the model within 10%', () => {
    const random = mulberry32(7);
    for (let attempts = 1; attempts < policy.maxAttempts; attempts++) {
      const delays = Array.from(
        { length: 4000 },
        () => nextDelayMs(policy, { ...failed, attempts }, random()) ?? -1,
      );
      const ceiling = backoffCeilingMs(policy, attempts);
      const mean = delays.reduce((sum, delay) => sum + delay, 0) / delays.length;
      const quarters = [0, 1, 2, 3].map(
        (quarter) =>
          delays.filter((delay) => Math.floor((delay / ceiling) * 4) === quarter).length / delays.length,
      );
      expect(Math.abs(mean / (ceiling / 2) - 1)).toBeLessThan(0.1);
      for (const share of quarters) expect(Math.abs(share / 0.25 - 1)).toBeLessThan(0.1);
    }
  });

  it('never comes back sooner than the server asks', () => {
    const asked = { ...failed, retryAfterMs: 5000 };
    expect(nextDelayMs(policy, asked, 0)).toBe(5000);
    expect(nextDelayMs(policy, asked, 0.999)).toBeGreaterThan(5900);
  });

  it('ends when the tries are used up', () => {
    expect(nextDelayMs(policy, { ...failed, attempts: 7 }, 0)).not.toBeNull();
    expect(nextDelayMs(policy, { ...failed, attempts: 8 }, 0)).toBeNull();
  });

  it('does not begin a wait that reaches the deadline', () => {
    const short = { ...policy, deadlineMs: 3000 };
    expect(nextDelayMs(short, { ...failed, elapsedMs: 2400 }, 0.5)).toBe(500);
    expect(nextDelayMs(short, { ...failed, elapsedMs: 2500 }, 0.5)).toBeNull();
    expect(nextDelayMs(short, { ...failed, retryAfterMs: 3000 }, 0)).toBeNull();
  });
});
