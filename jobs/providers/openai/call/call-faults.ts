/** What a failed call means, in words for the person whose film it is and for the operator. */
import { APIConnectionError, APIConnectionTimeoutError, APIError, OpenAIError } from 'openai';
import { ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { readRetryAfterMs } from '#jobs/ports/calls/retry-after.ts';
import { hostOf, isOpenAi } from '#jobs/providers/openai/settings/settings.ts';
import { type Asked, serverName, truncatedAnswer, variablePrefix } from './answer-faults';
import { withoutSecrets } from './secrets';

/** Error codes with which a server says that the content, not the request, is the trouble. */
const REFUSAL_CODES = new Set([
  'moderation_blocked',
  'content_policy_violation',
  'content_filter',
  'safety_violation',
  'image_generation_user_error_moderation',
]);

/** Error codes of a spent balance: waiting does not fill it. */
const SPENT_CODES = new Set(['insufficient_quota', 'billing_hard_limit_reached', 'billing_not_active']);

/** Longest part of a server's own words that is passed on. */
const LONGEST_QUOTE = 200;

/** Turns whatever a call threw into a fault. Nothing of the original error is kept, for it may hold the key. */
export function callFault(error: unknown, asked: Asked, nowMs: number): ProviderFault {
  if (error instanceof ProviderFault) return error;
  if (error instanceof APIConnectionTimeoutError) return timeoutFault(asked);
  if (error instanceof APIConnectionError) return connectionFault(error, asked);
  if (error instanceof APIError && error.status !== undefined) return statusFault(error, asked, nowMs);
  if (error instanceof SyntaxError) return truncatedAnswer(asked);
  if (error instanceof OpenAIError || isNetworkError(error)) return connectionFault(error, asked);
  return new ProviderFault(
    {
      code: 'unexpected',
      message: `Something unexpected went wrong with ${serverName(asked)}: ${redacted(error, asked)}`,
      hint: 'Try again. If it happens every time, please report it.',
      retryable: false,
    },
    { maybeCharged: true },
  );
}

export function timeoutFault(asked: Asked): ProviderFault {
  return new ProviderFault(
    {
      code: 'provider_timeout',
      message: `${serverName(asked)} did not answer in time.`,
      hint: 'Try again; the server may be busy.',
      retryable: true,
    },
    { maybeCharged: true },
  );
}

function connectionFault(error: unknown, asked: Asked): ProviderFault {
  const codes = causeCodes(error);
  const neverReached = codes.find((code) =>
    /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_INVALID_URL|CERT_|ERR_TLS|DEPTH_ZERO|UNABLE_TO_)/.test(
      code,
    ),
  );
  if (neverReached) {
    return new ProviderFault({
      code: 'provider_unreachable',
      message: `${serverName(asked)} cannot be reached (${neverReached}).`,
      hint: `Check that it runs and that ${variablePrefix(asked)}_BASE_URL or OPENAI_BASE_URL is right, then try again.`,
      retryable: true,
    });
  }
  return new ProviderFault(
    {
      code: 'connection_lost',
      message: `The connection to the server (${hostOf(asked.settings)}) broke in the middle of an answer.`,
      hint: 'Try again.',
      retryable: true,
    },
    { maybeCharged: true },
  );
}

function statusFault(error: APIError, asked: Asked, nowMs: number): ProviderFault {
  const status = error.status ?? 0;
  const code = typeof error.code === 'string' ? error.code : '';
  const type = typeof error.type === 'string' ? error.type : '';
  const retryAfterMs = error.headers ? readRetryAfterMs(error.headers, nowMs) : null;
  const prefix = variablePrefix(asked);
  const server = serverName(asked);
  const permanent = (name: string, message: string, hint: string) =>
    new ProviderFault({ code: name, message, hint, retryable: false }, { status });
  const passing = (name: string, message: string, hint: string) =>
    new ProviderFault({ code: name, message, hint, retryable: true }, { status, retryAfterMs });

  if (REFUSAL_CODES.has(code) || REFUSAL_CODES.has(type)) return contentRefusal(asked, status);
  if (SPENT_CODES.has(code) || SPENT_CODES.has(type) || status === 402) {
    return permanent(
      'quota_exhausted',
      `${server} says that the account’s balance or quota is used up.`,
      'Add credit to the account or raise its limit, then try again; or use the built-in studio.',
    );
  }
  if (status === 401) {
    return permanent(
      'key_rejected',
      `${server} does not accept the key.`,
      `Check ${prefix}_API_KEY or OPENAI_API_KEY for typing errors, or make a new key.`,
    );
  }
  if (status === 403) {
    return permanent(
      'key_forbidden',
      `${server} does not allow this key to use “${asked.settings.model}”.`,
      isOpenAi(asked.settings.baseUrl)
        ? 'Give the key’s project access to the model; picture models ask for a verified organisation.'
        : 'Give the key access to the model, or choose another one.',
    );
  }
  if (status === 404) {
    return permanent(
      'model_unknown',
      `${server} does not know the model “${asked.settings.model}”, or does not offer this service at all.`,
      `Check ${prefix}_MODEL and ${prefix}_BASE_URL.`,
    );
  }
  if (status === 429) {
    return passing('rate_limited', `${server} asks to be called less often.`, 'Try again in a minute.');
  }
  if (status >= 500 || status === 408 || status === 409 || status === 425) {
    return passing(
      'provider_unavailable',
      `${server} has trouble of its own (status ${status}).`,
      'Try again in a few minutes.',
    );
  }
  return permanent(
    'request_rejected',
    `${server} rejects the request (status ${status}): ${quote(error, asked)}`,
    `Check that “${asked.settings.model}” takes the settings given for it (${prefix}_…).`,
  );
}

function contentRefusal(asked: Asked, status: number): ProviderFault {
  const [code, what] =
    asked.capability === 'image' ? ['picture_refused', 'this picture'] : ['content_refused', 'this text'];
  return new ProviderFault(
    {
      code,
      message: `${serverName(asked)} refuses ${what} because of its content rules.`,
      hint: 'Describe the scene in milder words.',
      retryable: false,
    },
    { status, refused: true },
  );
}

/** The server's own words, one line, without keys. */
function quote(error: APIError, asked: Asked): string {
  const body: unknown = error.error;
  const isTold =
    typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string';
  return redacted(isTold ? body.message : error, asked);
}

function redacted(told: unknown, asked: Asked): string {
  const text = told instanceof Error ? told.message : String(told);
  const line = withoutSecrets(text, asked.settings.apiKey).replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
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

/** What `fetch` throws while a body is read: a TypeError “terminated” whose cause tells of the socket. */
function isNetworkError(error: unknown): boolean {
  return (
    error instanceof Error &&
    (causeCodes(error).some((code) => /^(E[A-Z]+|UND_ERR_)/.test(code)) ||
      (error instanceof TypeError && /terminated|fetch failed|network|aborted/i.test(error.message)))
  );
}
