import { describe, expect, it } from 'vitest';
import { type CallDependencies, type CallPlan, makeCall } from '#jobs/ports/calls/call.ts';
import type { CallOutcome, PlannedCall } from '#jobs/ports/calls/call-hooks.ts';
import { ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { contentRefusal, faultOfStatus } from '#jobs/ports/calls/server-faults.ts';
import { VirtualClock } from '#tests/support/openai-server/virtual-clock.ts';

const SERVER = { capability: 'image', host: 'paint.example' } as const;
const PLAN: CallPlan<string> = {
  ...SERVER,
  purpose: 'picture',
  input: 'a fox',
  model: 'oil',
  limits: { concurrency: 2, perMinute: 60 },
  estimate: { expectedUsd: 0.02, maximumUsd: 0.03, basis: 'listed' },
  ask: async () => 'a picture',
  costOf: () => 0.01,
};
const never = new AbortController().signal;

/** A ledger that keeps what it is told. */
function ledger() {
  const begun: PlannedCall[] = [];
  const ended: CallOutcome[] = [];
  const clock = new VirtualClock();
  const dependencies: CallDependencies = {
    clock,
    random: () => 0.5,
    hooks: {
      begin: async (call) => {
        begun.push(call);
        return async (outcome) => {
          ended.push(outcome);
        };
      },
    },
  };
  return { begun, ended, clock, dependencies };
}

/** Fails with each of these in turn, and then succeeds. */
function failing(...faults: readonly unknown[]): CallPlan<string>['ask'] {
  const left = [...faults];
  return async () => {
    if (left.length > 0) throw left.shift();
    return 'a picture';
  };
}

const answer = (status: number, headers: Record<string, string> = {}) =>
  faultOfStatus({ status, headers: new Headers(headers) }, SERVER);

describe('a call to any server', () => {
  it('passes the hooks with all that the ledger needs, and books what it cost', async () => {
    const { begun, ended, dependencies } = ledger();
    expect(await makeCall(PLAN, dependencies, never)).toBe('a picture');
    const { ask: _ask, costOf: _costOf, ...planned } = PLAN;
    expect(begun).toEqual([{ ...planned, attempt: 1 }]);
    expect(ended).toEqual([{ ok: true, costUsd: 0.01 }]);
  });

  it('books what was expected where the answer does not tell', async () => {
    const { ended, dependencies } = ledger();
    await makeCall({ ...PLAN, costOf: () => null }, dependencies, never);
    expect(ended).toEqual([{ ok: true, costUsd: 0.02 }]);
  });

  it('is tried again with backoff, each try an entry by itself', async () => {
    const { begun, ended, clock, dependencies } = ledger();
    const startedAt = clock.now();
    const plan = { ...PLAN, ask: failing(answer(503), answer(429, { 'retry-after': '7' })) };
    expect(await makeCall(plan, dependencies, never)).toBe('a picture');
    expect(begun.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(ended.map(({ ok }) => ok)).toEqual([false, false, true]);
    // Half of one second, then the server's seven and half of two.
    expect(clock.now() - startedAt).toBe(500 + 7000 + 1000);
  });

  it.each([
    ['a refusal', contentRefusal(422, SERVER), 'picture_refused'],
    ['a rejected key', answer(401), 'key_rejected'],
    ['an empty balance', answer(402), 'quota_exhausted'],
    ['a bad request', answer(400), 'request_rejected'],
  ])('is not tried again after %s', async (_what, fault, code) => {
    const { ended, dependencies } = ledger();
    await expect(makeCall({ ...PLAN, ask: failing(fault) }, dependencies, never)).rejects.toBe(fault);
    expect(ended).toMatchObject([{ ok: false, maybeCharged: false, fault: { code } }]);
  });

  it('may have been charged when its connection breaks, and tells no key of what broke it', async () => {
    const { ended, dependencies } = ledger();
    const broken = Object.assign(new TypeError('terminated'), { cause: { code: 'UND_ERR_SOCKET' } });
    await makeCall({ ...PLAN, ask: failing(broken) }, dependencies, never);
    expect(ended[0]).toMatchObject({ maybeCharged: true, fault: { code: 'connection_lost' } });
    const odd = makeCall(
      { ...PLAN, ask: failing(new Error('Bearer sk-abcdefgh12345')) },
      dependencies,
      never,
    );
    await expect(odd).rejects.toMatchObject({ code: 'unexpected', retryable: false });
    await expect(odd).rejects.not.toThrow('sk-abcdefgh');
  });

  it('takes a vendor’s own reading of its errors', async () => {
    const { dependencies } = ledger();
    const own = new ProviderFault({ code: 'own', message: 'Own.', hint: 'Own.', retryable: false });
    const plan = { ...PLAN, ask: failing(new Error('vendor')), faultOf: () => own };
    await expect(makeCall(plan, dependencies, never)).rejects.toBe(own);
  });

  it('ends at its time although what is asked goes on', async () => {
    const { ended, dependencies } = ledger();
    const plan = { ...PLAN, ask: () => new Promise<string>(() => {}) };
    const once = { ...dependencies, policy: { maxAttempts: 1 }, timeoutMs: 5 };
    await expect(makeCall(plan, once, never)).rejects.toMatchObject({ code: 'provider_timeout' });
    expect(ended).toMatchObject([{ ok: false, maybeCharged: true, isInterrupted: false }]);
  });

  it('ends with its signal, as interrupted', async () => {
    const { ended, dependencies } = ledger();
    const over = new AbortController();
    const ask = () => {
      over.abort(new Error('over'));
      return new Promise<string>(() => {});
    };
    await expect(makeCall({ ...PLAN, ask }, dependencies, over.signal)).rejects.toThrow('over');
    expect(ended).toMatchObject([{ ok: false, maybeCharged: true, isInterrupted: true }]);
  });

  it('is not asked again where a full disk took no answer, and counts as interrupted', async () => {
    const { begun, ended, dependencies } = ledger();
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const plan = { ...PLAN, ask: failing(full) };
    await expect(makeCall(plan, dependencies, never)).rejects.toMatchObject({ code: 'disk_full' });
    expect(begun).toHaveLength(1);
    expect(ended).toMatchObject([{ ok: false, maybeCharged: true, isInterrupted: true, unusable: false }]);
  });
});
