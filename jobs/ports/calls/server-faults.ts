/** What a failed call means, whoever's server it is, in words for the person whose film it is. */
import { type CalledServer, serverName } from '#jobs/ports/capability.ts';
import { ProviderFault, REQUEST_REJECTED } from './provider-fault';
import { type HeaderFields, readRetryAfterMs } from './retry-after';
import { withoutSecrets } from './secrets';

/** A server that asks for more is not waited for inside an attempt, ms. */
export const LONGEST_REST_MS = 60_000;
/** Longest part of somebody else's words that is passed on, characters. */
const LONGEST_QUOTE = 200;

const TRY_AGAIN = 'Try again in a few minutes.';
const CHECK_ADDRESS = 'Check that it runs and that the address set for it is right, then try again.';

/** Turns whatever a call threw into a fault. Nothing of the original error is kept, for it may hold a key. */
export function faultOfError(error: unknown, server: CalledServer): ProviderFault {
  if (error instanceof ProviderFault) return error;
  return isNetworkError(error) ? connectionFault(error, server) : unexpectedFault(error, server);
}

/** What is read of an answer that is none, such as a `Response`. */
interface AnsweredStatus {
  status: number;
  headers?: HeaderFields | undefined;
}

/** What a status outside of 200 to 299 means, where the server is not known to mean more by it. */
export function faultOfStatus(answer: AnsweredStatus, server: CalledServer): ProviderFault {
  const { status } = answer;
  const name = serverName(server);
  const permanent = (code: string, message: string, hint: string) =>
    new ProviderFault({ code, message, hint, retryable: false }, { status });
  const passing = passingFault(answer, server, Date.now());
  if (passing) return passing;
  if (status === 401 || status === 403) {
    return permanent('key_rejected', `${name} does not accept the key.`, 'Check the key set for it.');
  }
  if (status === 402) {
    return permanent(
      'quota_exhausted',
      `${name} says that the account’s balance or quota is used up.`,
      'Add credit to the account or raise its limit, then try again; or use the built-in studio.',
    );
  }
  return permanent(REQUEST_REJECTED, `${name} rejects the request (status ${status}).`, CHECK_ADDRESS);
}

/** The fault of a status that passes by itself, or null for any other. */
export function passingFault(
  { status, headers }: AnsweredStatus,
  server: CalledServer,
  nowMs: number,
): ProviderFault | null {
  const facts = { status, retryAfterMs: headers ? readRetryAfterMs(headers, nowMs) : null };
  const passing = (code: string, message: string, hint: string) =>
    new ProviderFault({ code, message, hint, retryable: true }, facts);
  const name = serverName(server);
  const isPassing = status === 429 || status >= 500;
  if (isPassing && facts.retryAfterMs !== null && facts.retryAfterMs > LONGEST_REST_MS)
    return restingFault(server, facts.retryAfterMs);
  if (status === 429) {
    return passing('rate_limited', `${name} asks to be called less often.`, 'Try again in a minute.');
  }
  if (status >= 500 || status === 408 || status === 409 || status === 425) {
    return passing('provider_unavailable', `${name} has trouble of its own (status ${status}).`, TRY_AGAIN);
  }
  return null;
}

/** A server that asked to be left alone for longer than anybody waits in the middle of a film. */
export function restingFault(server: CalledServer, restMs: number): ProviderFault {
  const minutes = Math.ceil(restMs / 60_000);
  const length =
    minutes === 1 ? 'a minute' : minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
  return new ProviderFault(
    {
      code: 'provider_resting',
      message: `${serverName(server)} asks to be left alone for ${length}.`,
      hint: 'StoryShort goes on by itself then; what is made is kept.',
      retryable: true,
    },
    { retryAfterMs: restMs },
  );
}

/** How long a server asks to be left alone, ms, where that is for the queue to wait; null for any other error. */
export function restOf(error: unknown): number | null {
  const restMs = error instanceof ProviderFault ? error.facts.retryAfterMs : null;
  return restMs !== null && restMs > LONGEST_REST_MS ? restMs : null;
}

/** The model refuses the content: it is asked with milder words once, and then not at all. */
export function contentRefusal(status: number, server: CalledServer): ProviderFault {
  const [code, what] =
    server.capability === 'image' || server.capability === 'motion'
      ? ['picture_refused', 'this picture']
      : ['content_refused', 'this text'];
  return new ProviderFault(
    {
      code,
      message: `${serverName(server)} refuses ${what} because of its content rules.`,
      hint: 'Describe the scene in milder words.',
      retryable: false,
    },
    { status, refused: true },
  );
}

export function timeoutFault(server: CalledServer): ProviderFault {
  return new ProviderFault(
    {
      code: 'provider_timeout',
      message: `${serverName(server)} did not answer in time.`,
      hint: 'Try again; the server may be busy.',
      retryable: true,
    },
    { maybeCharged: true },
  );
}

/** @param hint what to do about a server that was never reached. */
export function connectionFault(error: unknown, server: CalledServer, hint = CHECK_ADDRESS): ProviderFault {
  const neverReached = causeCodes(error).find((code) =>
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_INVALID_URL|CERT_|ERR_TLS|DEPTH_ZERO|UNABLE_TO_)/.test(
      code,
    ),
  );
  if (neverReached) {
    const message = `${serverName(server)} cannot be reached (${neverReached}).`;
    return new ProviderFault({ code: 'provider_unreachable', message, hint, retryable: true });
  }
  return new ProviderFault(
    {
      code: 'connection_lost',
      message: `The connection to the server (${server.host}) broke in the middle of an answer.`,
      hint: 'Try again.',
      retryable: true,
    },
    { maybeCharged: true },
  );
}

export function unexpectedFault(
  error: unknown,
  server: CalledServer,
  apiKey: string | null = null,
): ProviderFault {
  return new ProviderFault(
    {
      code: 'unexpected',
      message: `Something unexpected went wrong with ${serverName(server)}: ${quoted(error, apiKey)}`,
      hint: 'Try again. If it happens every time, please report it.',
      retryable: false,
    },
    { maybeCharged: true },
  );
}

/** Somebody else's words, one line, without keys. */
export function quoted(told: unknown, apiKey: string | null): string {
  const text = told instanceof Error ? told.message : String(told);
  const line = withoutSecrets(text, apiKey).replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
}

/** Whether the network failed: what `fetch` throws, also while a body is read (“terminated”). */
export function isNetworkError(error: unknown): boolean {
  return (
    error instanceof Error &&
    (causeCodes(error).some((code) => /^(E[A-Z]+|UND_ERR_)/.test(code)) ||
      (error instanceof TypeError && /terminated|fetch failed|network|aborted/i.test(error.message)))
  );
}

/** Codes of an error and of what caused it, outermost first. */
function causeCodes(error: unknown): string[] {
  const codes: string[] = [];
  for (let current = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string') codes.push(current.code);
    if (current instanceof AggregateError) codes.push(...current.errors.flatMap(causeCodes));
  }
  return codes;
}
