/** One call to a server, whoever's it is: tried, bounded in time, counted, and tried again where that is safe. */
import type { CalledServer, CallPurpose } from '#jobs/ports/capability.ts';
import { diskFault } from '#jobs/ports/disk-fault.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import type { RetryPolicy } from './backoff';
import { type CallHooks, NO_HOOKS, type PlannedCall } from './call-hooks';
import { type Clock, systemClock } from './clock';
import { ProviderFault } from './provider-fault';
import { retry, type Verdict } from './retry';
import { faultOfError, restOf, timeoutFault } from './server-faults';

/** What every engine that asks a server is made with; all of it has defaults. */
export interface CallDependencies {
  hooks?: CallHooks;
  clock?: Clock;
  /** From 0 (included) to 1 (excluded). */
  random?: () => number;
  /** Overrides the policy of every call. */
  policy?: Partial<RetryPolicy>;
  /** Overrides the longest time of one try, ms. */
  timeoutMs?: number;
}

/** Longest time of one try by what it is for, ms. Pictures of high quality take up to two minutes. */
const TIMEOUTS_MS: Readonly<Record<CallPurpose, number>> = {
  script: 120_000,
  image: 180_000,
  speech: 90_000,
  transcribe: 90_000,
  moderation: 20_000,
  // For the order alone.
  motion: 120_000,
  render: 120_000,
};

/** The queue's job outlives this deadline; longer troubles are left to the queue's own next attempt. */
export const CALL_POLICY: RetryPolicy = {
  maxAttempts: 5,
  baseMs: 1000,
  capMs: 20_000,
  deadlineMs: 300_000,
};

export interface CallPlan<T> extends Omit<PlannedCall, 'attempt'> {
  /**
   * Asks and reads the whole answer; throws a `ProviderFault` for an answer that cannot be used.
   * @param signal aborts when the call is to end, after `timeoutMs` at the latest.
   */
  ask: (signal: AbortSignal, timeoutMs: number) => Promise<T>;
  /** What it cost by its own account; null where the answer does not tell, so that the estimate holds. */
  costOf: (answer: T) => Usd | null;
  /** What an error of `ask` means, where the vendor's own errors say more than `faultOfError` reads. */
  faultOf?: (error: unknown, nowMs: number) => ProviderFault;
}

/**
 * Makes a call. Aborts with the signal's reason at once, whatever the server does. Anything else that fails is
 * a `ProviderFault`, what the hooks threw, or the fault of a disk that took no answer. Each try is an entry of the ledger, so that a vendor's own
 * library must not try again by itself.
 */
export async function makeCall<T>(
  plan: CallPlan<T>,
  dependencies: CallDependencies,
  signal: AbortSignal,
): Promise<T> {
  const { hooks = NO_HOOKS, clock = systemClock, random = Math.random } = dependencies;
  const { ask, costOf, faultOf = (error: unknown) => faultOfError(error, plan), ...planned } = plan;
  let last: ProviderFault | null = null;
  return retry(
    async ({ attempt, remainingMs }) => {
      const settle = await hooks.begin({ ...planned, attempt }, signal).catch((error: unknown) => {
        throw withReason(error, last);
      });
      const longest = dependencies.timeoutMs ?? TIMEOUTS_MS[plan.capability];
      const timeoutMs = Math.max(1, Math.min(longest, remainingMs));
      let answer: T;
      try {
        answer = await withinTime(ask, timeoutMs, plan, signal);
      } catch (error) {
        const disk = signal.aborted ? null : diskFault(error);
        // Nobody else failed, and the answer is lost.
        const isInterrupted = signal.aborted || disk !== null;
        const fault = isInterrupted ? abortedFault() : faultOf(error, clock.now());
        const { maybeCharged, unusable, retryAfterMs, status } = fault.facts;
        const outcome = { maybeCharged, unusable, retryAfterMs, status, isInterrupted };
        await settle({ ok: false, fault: fault.toFault(), ...outcome });
        signal.throwIfAborted();
        if (disk) throw disk;
        last = fault;
        throw fault;
      }
      await settle({ ok: true, costUsd: costOf(answer) ?? plan.estimate.expectedUsd });
      return answer;
    },
    { policy: { ...CALL_POLICY, ...dependencies.policy }, signal, clock, random, verdictOf },
  );
}

/** What forbids another try, with what was wrong with the answers before it. */
function withReason(error: unknown, last: ProviderFault | null): unknown {
  if (!last?.facts.unusable || !(error instanceof StoryError)) return error;
  return new StoryError({ ...error.toFault(), message: `${error.message} ${last.message}` });
}

function verdictOf(error: unknown): Verdict {
  if (!(error instanceof ProviderFault) || restOf(error) !== null)
    return { retryable: false, retryAfterMs: null };
  return { retryable: error.retryable, retryAfterMs: error.facts.retryAfterMs };
}

/** Libraries stop their clocks when the headers are there; ours runs until the whole answer is read. */
async function withinTime<T>(
  ask: CallPlan<T>['ask'],
  timeoutMs: number,
  server: CalledServer,
  signal: AbortSignal,
): Promise<T> {
  const over = new AbortController();
  const bounded = AbortSignal.any([signal, over.signal]);
  const timer = setTimeout(() => over.abort(timeoutFault(server)), timeoutMs);
  const ended = Promise.withResolvers<never>();
  const end = () => ended.reject(bounded.reason);
  bounded.addEventListener('abort', end, { once: true });
  try {
    // The race ends even if what is asked does not heed its signal.
    return await Promise.race([ask(bounded, timeoutMs), ended.promise]);
  } catch (error) {
    throw over.signal.aborted ? over.signal.reason : error;
  } finally {
    clearTimeout(timer);
    bounded.removeEventListener('abort', end);
  }
}

function abortedFault(): ProviderFault {
  return new ProviderFault(
    {
      code: 'call_aborted',
      message: 'The call was ended.',
      hint: 'Nothing needs to be done.',
      retryable: true,
    },
    { maybeCharged: true },
  );
}
