/** A call through OpenAI's own client. */
import OpenAI from 'openai';
import { type CallDependencies, type CallPlan, makeCall } from '#jobs/ports/calls/call.ts';
import { hostOf, type ServerSettings } from '#jobs/providers/openai/settings/settings.ts';
import type { Asked } from './answer-faults';
import { callFault } from './call-faults';

export interface ClientCall<T>
  extends Pick<CallPlan<T>, 'purpose' | 'input' | 'estimate' | 'costOf' | 'mostUnusable'> {
  asked: Asked;
  /** Asks and reads the whole answer; throws a `ProviderFault` for an answer that cannot be used. */
  ask: (client: OpenAI, options: AskOptions) => Promise<T>;
}

/** To be passed to the client with every request. */
export interface AskOptions {
  signal: AbortSignal;
  /** ms */
  timeout: number;
  maxRetries: 0;
}

/** Makes a call; see `makeCall`. The client's own retries stay off, because each try is paid. */
export function callByClient<T>(
  { asked, ask, ...call }: ClientCall<T>,
  dependencies: CallDependencies,
  signal: AbortSignal,
): Promise<T> {
  const { capability, settings } = asked;
  const client = clientFor(settings);
  return makeCall(
    {
      ...call,
      capability,
      model: settings.model,
      host: hostOf(settings),
      limits: settings.limits,
      ask: (bounded, timeout) => ask(client, { signal: bounded, timeout, maxRetries: 0 }),
      faultOf: (error, nowMs) => callFault(error, asked, nowMs),
    },
    dependencies,
    signal,
  );
}

/** The protocol's client for a server. */
export function clientFor({ baseUrl, apiKey }: ServerSettings): OpenAI {
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
