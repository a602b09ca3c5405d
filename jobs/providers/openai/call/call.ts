/** One call to a server: tried, bounded in time, counted, and tried again where that is safe. */
import OpenAI from 'openai';
import type { RetryPolicy } from '#jobs/ports/calls/backoff.ts';
import { type CallHooks, NO_HOOKS } from '#jobs/ports/calls/call-hooks.ts';
import { type Clock, systemClock } from '#jobs/ports/calls/clock.ts';
import { ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { retry, type Verdict } from '#jobs/ports/calls/retry.ts';
import type { Estimate } from '#jobs/providers/openai/prices/estimate.ts';
import { type Capability, hostOf, type ServerSettings } from '#jobs/providers/openai/settings/settings.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import type { Asked } from './answer-faults';
import { callFault, timeoutFault } from './call-faults';

/** What every provider of this folder is made with; all of it has defaults. */
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

/** Longest time of one try by capability, ms. Pictures of high quality take up to two minutes. */
export const TIMEOUTS_MS: Readonly<Record<Capability, number>> = {
  script: 120_000,
  image: 180_000,
  speech: 90_000,
  transcribe: 90_000,
  moderation: 20_000,
};

/** The queue's job outlives this deadline; longer troubles are left to the queue's own next attempt. */
export const CALL_POLICY: RetryPolicy = {
  maxAttempts: 5,
  baseMs: 1000,
  capMs: 20_000,
  deadlineMs: 300_000,
};

export interface CallPlan<T> {
  asked: Asked;
  purpose: string;
  /** What is asked for, in words that tell calls for one asset apart. */
  input: string;
  estimate: Estimate;
  /** Asks and reads the whole answer; throws a `ProviderFault` for an answer that cannot be used. */
  ask: (client: OpenAI, options: AskOptions) => Promise<T>;
  /** What it cost by its own account, or null where the answer does not tell. */
  costOf: (answer: T) => Usd | null;
}

/** To be passed to the SDK with every request. */
export interface AskOptions {
  signal: AbortSignal;
  /** ms */
  timeout: number;
  maxRetries: 0;
}

/**
 * Makes a call. Aborts with the signal's reason at once, whatever the server does. Anything else that fails is
 * a `ProviderFault`, or what the hooks threw. The SDK's own retries stay off, because each try is paid.
 */
export async function makeCall<T>(
  plan: CallPlan<T>,
  dependencies: CallDependencies,
  signal: AbortSignal,
): Promise<T> {
  const { hooks = NO_HOOKS, clock = systemClock, random = Math.random } = dependencies;
  const { asked } = plan;
  const client = clientFor(asked.settings);
  return retry(
    async ({ attempt, remainingMs }) => {
      const settle = await hooks.begin(
        {
          capability: asked.capability,
          purpose: plan.purpose,
          input: plan.input,
          model: asked.settings.model,
          host: hostOf(asked.settings),
          limits: asked.settings.limits,
          estimate: plan.estimate,
          attempt,
        },
        signal,
      );
      const longest = dependencies.timeoutMs ?? TIMEOUTS_MS[asked.capability];
      const timeoutMs = Math.max(1, Math.min(longest, remainingMs));
      let answer: T;
      try {
        answer = await withinTime((options) => plan.ask(client, options), timeoutMs, asked, signal);
      } catch (error) {
        const isInterrupted = signal.aborted;
        const fault = isInterrupted ? abortedFault() : callFault(error, asked, clock.now());
        const { maybeCharged } = fault.facts;
        await settle({ ok: false, fault: fault.toFault(), maybeCharged, isInterrupted });
        signal.throwIfAborted();
        throw fault;
      }
      await settle({ ok: true, costUsd: plan.costOf(answer) ?? plan.estimate.expectedUsd });
      return answer;
    },
    { policy: { ...CALL_POLICY, ...dependencies.policy }, signal, clock, random, verdictOf },
  );
}

function verdictOf(error: unknown): Verdict {
  if (!(error instanceof ProviderFault)) return { retryable: false, retryAfterMs: null };
  return { retryable: error.retryable, retryAfterMs: error.facts.retryAfterMs };
}

/** The SDK stops its clock when the headers are there; ours runs until the whole answer is read. */
async function withinTime<T>(
  ask: (options: AskOptions) => Promise<T>,
  timeoutMs: number,
  asked: Asked,
  signal: AbortSignal,
): Promise<T> {
  const over = new AbortController();
  const bounded = AbortSignal.any([signal, over.signal]);
  const timer = setTimeout(() => over.abort(timeoutFault(asked)), timeoutMs);
  const ended = Promise.withResolvers<never>();
  const end = () => ended.reject(bounded.reason);
  bounded.addEventListener('abort', end, { once: true });
  try {
    // The race ends even if what is asked does not heed its signal.
    return await Promise.race([ask({ signal: bounded, timeout: timeoutMs, maxRetries: 0 }), ended.promise]);
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

function clientFor({ baseUrl, apiKey }: ServerSettings): OpenAI {
  return new OpenAI({
    baseURL: baseUrl,
    // The SDK insists on a key; without one the header is left out.
    apiKey: apiKey ?? 'none',
    ...(apiKey === null && { defaultHeaders: { Authorization: null } }),
    // Explicit, or the SDK would read them from the environment by itself.
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
  });
}
