import { describe, expect, it } from 'vitest';
import { interruptionFault } from '#jobs/ledger/losses.ts';
import type { Estimate } from '#jobs/ports/calls/call-estimate.ts';

const PICTURE: Estimate = { expectedUsd: 0.05, maximumUsd: 0.08, basis: 'listed' };
const FREE: Estimate = { expectedUsd: 0, maximumUsd: 0, basis: 'free' };

describe('a call that was interrupted', () => {
  it('may be made once more', () => {
    expect(interruptionFault('the script', 0, PICTURE)).toBeNull();
    expect(interruptionFault('the script', 1, PICTURE)).toBeNull();
  });

  it('waits for a person when that was interrupted too, who is told what it may cost', () => {
    const fault = interruptionFault('the picture of scene 2', 2, PICTURE);
    expect(fault).toMatchObject({ code: 'call_interrupted_twice', retryable: false });
    expect(fault?.message).toContain('the picture of scene 2 was interrupted twice');
    expect(fault?.hint).toContain('about $0.05, at most $0.08');
    expect(interruptionFault('the script', 7, PICTURE)).not.toBeNull();
  });

  it('may be made any number of times where it is free', () => {
    expect(interruptionFault('the script', 9, FREE)).toBeNull();
  });
});
