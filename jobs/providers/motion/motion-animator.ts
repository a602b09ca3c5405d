/** Has a picture-to-video server move a still: one paid call, then waiting. */
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { setTimeout as delay } from 'node:timers/promises';
import type { Animator, MotionRequest } from '#jobs/ports/animator.ts';
import { type CallDependencies, makeCall } from '#jobs/ports/calls/call.ts';
import type { ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { faultOfStatus, passingFault, restOf } from '#jobs/ports/calls/server-faults.ts';
import { StoryError } from '#jobs/story/film/fault.ts';
import { failedClip, inTrouble, lostClip, orderFault, tooLargeClip, unusable } from './clip-faults';
import { fittedStill } from './fitted-still';
import { type MotionSettings, serverOf } from './motion-settings';
import { type JobState, PROTOCOL_BY_NAME } from './protocols';

/** Raised when prompts change, so that clips are made anew. */
const VERSION = 1;

/** How long a clip is waited for, and how often it is looked at, ms. */
const PATIENCE_MS = 15 * 60_000;
const LOOK_MS = 5000;
/** Of one look, and of fetching the film, ms. */
const ANSWER_MS = 60_000;
/** Looks in a row that may come to nothing. */
const MOST_BLIND_LOOKS = 10;
/** No clip of a minute is larger. */
const MOST_BYTES = 200 * 1024 * 1024;

export interface AnimatorTools extends CallDependencies {
  /** How often a clip is looked at, where not as usual, ms. */
  lookMs?: number;
}

export function motionAnimator(settings: MotionSettings, tools: AnimatorTools = {}): Animator {
  const { model, lengths, secondUsd } = settings;
  return {
    identity: { name: 'motion', model: `${model}-${VERSION}` },
    service: { model, lengths, secondUsd },
    order: (request, signal) => order(settings, request, tools, signal),
    collect: (name, signal) => collect(settings, name, tools, signal),
  };
}

function headersOf({ apiKey }: MotionSettings, type?: string): Record<string, string> {
  return { ...(apiKey && { authorization: `Bearer ${apiKey}` }), ...(type && { 'content-type': type }) };
}

async function order(
  settings: MotionSettings,
  wanted: MotionRequest,
  tools: AnimatorTools,
  signal: AbortSignal,
): Promise<string> {
  const server = serverOf(settings);
  const protocol = PROTOCOL_BY_NAME[settings.protocol];
  const request = { ...wanted, ...(await fittedStill(wanted, protocol.sizeOf(wanted.format))) };
  const usd = (settings.secondUsd ?? 0) * request.seconds;
  const ask = async (bounded: AbortSignal) => {
    const body = protocol.orderBody(settings, request);
    const headers = headersOf(settings, typeof body === 'string' ? 'application/json' : undefined);
    const answer = await fetch(`${settings.baseUrl}${protocol.orderPath}`, {
      ...{ method: 'POST', headers, body, signal: bounded },
    });
    const told = await jsonOf(answer);
    if (!answer.ok) throw orderFault(settings, answer, told);
    const name = protocol.orderedJob(told);
    if (name === null) throw unusable('it names no job');
    return name;
  };
  return makeCall(
    {
      ...server,
      model: settings.model,
      purpose: 'motion',
      input: `${request.seconds} s ${request.prompt}`,
      limits: { concurrency: settings.concurrency, perMinute: settings.perMinute },
      estimate: { expectedUsd: usd, maximumUsd: usd, basis: settings.secondUsd === null ? 'untold' : 'told' },
      ask,
      costOf: () => null,
    },
    tools,
    signal,
  );
}

async function collect(
  settings: MotionSettings,
  name: string,
  { lookMs = LOOK_MS, clock }: AnimatorTools,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const now = () => clock?.now() ?? Date.now();
  let blind = 0;
  for (const until = now() + PATIENCE_MS; now() < until; ) {
    const seen = await look(settings, name, signal);
    if (seen.state === 'failed') throw failedClip(settings, seen);
    if (seen.state === 'done') {
      const film = await fetchFilm(settings, seen.address, signal);
      if (film) return film;
    }
    // A server in trouble is looked at again, but not for ever.
    blind = seen.state === 'waiting' ? 0 : blind + 1;
    if (blind >= MOST_BLIND_LOOKS) throw inTrouble(settings);
    await delay(Math.max(lookMs, seen.state === 'blind' ? seen.restMs : 0), undefined, { signal });
  }
  throw inTrouble(settings);
}

/** Nothing was seen, which may pass. */
interface Blind {
  state: 'blind';
  /** How long the server asks to be left alone, ms. */
  restMs: number;
}
const BLIND: Blind = { state: 'blind', restMs: 0 };

/** @throws the fault itself where the server asks to be left alone for longer than anybody waits here */
function blindFor(fault: ProviderFault): Blind {
  if (restOf(fault) !== null) throw fault;
  return { state: 'blind', restMs: fault.facts.retryAfterMs ?? 0 };
}

async function look(settings: MotionSettings, name: string, signal: AbortSignal): Promise<JobState | Blind> {
  const protocol = PROTOCOL_BY_NAME[settings.protocol];
  const answer = await get(settings, `${settings.baseUrl}${protocol.jobPath(name)}`, signal);
  if (answer === null) return BLIND;
  const passing = passingFault(answer, serverOf(settings), Date.now());
  if (passing) return blindFor(passing);
  if (answer.status === 404 || answer.status === 410) throw lostClip(settings);
  if (!answer.ok) throw faultOfStatus(answer, serverOf(settings));
  return protocol.stateOf(await jsonOf(answer), name) ?? BLIND;
}

/** Null where it has to be fetched again. */
async function fetchFilm(
  settings: MotionSettings,
  address: string,
  signal: AbortSignal,
): Promise<Uint8Array | null> {
  const url = filmUrl(settings, address);
  if (!url) throw lostClip(settings);
  const answer = await get(settings, url, signal);
  if (answer?.status === 404 || answer?.status === 410) throw lostClip(settings);
  if (!answer?.ok || !answer.body) return null;
  try {
    const bytes = await bytesOf(answer.body);
    return bytes.length > 0 ? bytes : null;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof StoryError) throw error;
    return null;
  }
}

/** @throws StoryError `clip_failed` for more than any clip has */
async function bytesOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of Readable.fromWeb(body as WebStream<Uint8Array>)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) throw tooLargeClip();
  }
  return Buffer.concat(chunks);
}

/** Of the same server alone: whatever else it names is asked for by nobody here. */
function filmUrl({ baseUrl }: MotionSettings, address: string): string | null {
  if (address.startsWith('/') && !address.startsWith('//')) {
    return address.startsWith('/videos/') || address.startsWith('/jobs/')
      ? `${baseUrl}${address}`
      : new URL(address, baseUrl).href;
  }
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && url.origin === new URL(baseUrl).origin ? url.href : null;
}

/** Null where the server cannot be reached now. */
async function get(settings: MotionSettings, url: string, signal: AbortSignal): Promise<Response | null> {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]);
  try {
    // No other server is asked, also where this one says so.
    return await fetch(url, { headers: headersOf(settings), signal: bounded, redirect: 'error' });
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

async function jsonOf(answer: Response): Promise<unknown> {
  return answer.json().catch(() => null);
}
