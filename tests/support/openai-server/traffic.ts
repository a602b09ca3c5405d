/** What a server's calls add up to, as the server saw them. */

import { readRetryAfterMs } from '#jobs/ports/calls/retry-after.ts';
import { SERVED, type Served } from '#jobs/providers/openai/settings/settings.ts';
import type { Route } from './fault-plan';
import type { SeenCall } from './server';

/** What a route is asked for. */
export const CAPABILITY_OF: Readonly<Record<Exclude<Route, 'models'>, Served>> = {
  chat: 'script',
  generations: 'image',
  edits: 'image',
  speech: 'speech',
  realtime: 'speech',
  transcriptions: 'transcribe',
  moderations: 'moderation',
};

export interface Traffic {
  /** Most calls under way at once. */
  atOnce: number;
  /** Most calls that came within any minute. */
  perMinute: number;
}

/** What each capability was asked for at most. */
export function trafficOf(calls: readonly SeenCall[]): Record<Served, Traffic> {
  const traffic = SERVED.map((capability) => {
    const own = calls.filter(({ route }) => route !== 'models' && CAPABILITY_OF[route] === capability);
    return [capability, { atOnce: mostAtOnce(own), perMinute: mostWithin(own, 60_000) }] as const;
  });
  return Object.fromEntries(traffic) as Record<Served, Traffic>;
}

function mostAtOnce(calls: readonly SeenCall[]): number {
  const changes = calls.flatMap(({ at, endedAt }) => [
    { at, by: 1 },
    { at: endedAt ?? Number.POSITIVE_INFINITY, by: -1 },
  ]);
  // Of what happened in one millisecond, what ended came first.
  changes.sort((a, b) => a.at - b.at || a.by - b.by);
  let underWay = 0;
  let most = 0;
  for (const { by } of changes) {
    underWay += by;
    most = Math.max(most, underWay);
  }
  return most;
}

function mostWithin(calls: readonly SeenCall[], ms: number): number {
  const at = calls.map((call) => call.at).sort((a, b) => a - b);
  let first = 0;
  let most = 0;
  for (const [last, time] of at.entries()) {
    while ((at[first] ?? time) <= time - ms) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** Whole answers without a fault, which nobody should ask for again. */
export function finishedCalls(calls: readonly SeenCall[]): SeenCall[] {
  return calls.filter(({ paid, fault }) => paid && fault === null);
}

/** Inputs that were asked for again although they had been answered. */
function askedAfterAnswer(calls: readonly SeenCall[]): SeenCall[] {
  const answered = new Set<string>();
  return calls.filter((call) => {
    const isRepeated = answered.has(call.inputHash);
    if (call.paid && call.fault === null) answered.add(call.inputHash);
    return isRepeated;
  });
}

/** Inputs that were asked for again although they had been answered, each with all its calls in their order. */
export function storiesAskedAfterAnswer(calls: readonly SeenCall[]): string[] {
  const inputs = new Set(askedAfterAnswer(calls).map(({ inputHash }) => inputHash));
  return [...inputs].map((input) => {
    const own = calls.filter(({ inputHash }) => inputHash === input);
    const since = own[0]?.at ?? 0;
    const lines = own.map(({ at, endedAt, fault, status, paid, abandoned }) => {
      const ended = endedAt === null ? 'open' : `${endedAt - since}`;
      const marks = [paid && 'paid', abandoned && 'abandoned'].filter(Boolean).join(' ');
      return `  ${at - since} to ${ended} ms: ${fault?.kind ?? 'no fault'}, status ${status} ${marks}`;
    });
    return [`${own[0]?.route} ${JSON.stringify(own[0]?.fields)}`, ...lines].join('\n');
  });
}

/** A try that followed one that failed. */
export interface Repetition {
  route: Route;
  /** From 2. */
  number: number;
  /** From the end of the one before to its arrival, ms. */
  waitedMs: number;
  /** What the server had asked for, ms. */
  retryAfterMs: number;
}

/** All further tries of equal inputs that the server had ended, in the order in which they came. */
export function repetitionsIn(calls: readonly SeenCall[]): Repetition[] {
  const before = new Map<string, { call: SeenCall; number: number }>();
  return calls.flatMap((call) => {
    const last = before.get(call.inputHash);
    const number = (last?.number ?? 0) + 1;
    before.set(call.inputHash, { call, number });
    // When a client gave up is known to it alone.
    if (!last || last.call.endedAt === null || last.call.abandoned) return [];
    const { fault, endedAt } = last.call;
    const headers = new Headers(fault?.kind === 'status' ? fault.headers : {});
    const retryAfterMs = readRetryAfterMs(headers, 0) ?? 0;
    return [{ route: call.route, number, waitedMs: call.at - endedAt, retryAfterMs }];
  });
}
