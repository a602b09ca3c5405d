import { describe, expect, it } from 'vitest';
import { admissionWaitMs, WINDOW_MS } from '#jobs/ledger/admission.ts';

const limits = { concurrency: 3, perMinute: 5 };
const now = 1_000_000;

describe('admission', () => {
  it('lets a call begin while there is room', () => {
    expect(
      admissionWaitMs(limits, { active: 2, begunAt: [now - 10, now - 20, now - 30, now - 40] }, now),
    ).toBe(0);
  });

  it('makes it wait for a place', () => {
    expect(admissionWaitMs(limits, { active: 3, begunAt: [] }, now)).toBe(250);
  });

  it('makes it wait until the oldest call that counts is a minute and a second old', () => {
    const begunAt = [now - 90_000, now - 50_000, now - 400, now - 300, now - 200, now - 100];
    expect(admissionWaitMs(limits, { active: 0, begunAt }, now)).toBe(11_000);
  });

  it('never lets more than the limit begin within any window', () => {
    const begun: number[] = [];
    for (let at = now; begun.length < 40; ) {
      const wait = admissionWaitMs(limits, { active: 0, begunAt: begun }, at);
      if (wait === 0) begun.push(at);
      at += Math.max(wait, 700);
    }
    for (const at of begun) {
      const within = begun.filter((other) => other >= at && other < at + WINDOW_MS);
      expect(within.length).toBeLessThanOrEqual(limits.perMinute);
    }
    expect((begun.at(-1) ?? 0) - now).toBeLessThan(8 * WINDOW_MS);
  });
});
