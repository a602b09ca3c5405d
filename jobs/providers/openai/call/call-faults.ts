/** What a failed call means, in words for the person whose film it is and for the operator. */
import { APIConnectionError, APIConnectionTimeoutError, APIError, OpenAIError } from 'openai';
import { MODEL_UNKNOWN, ProviderFault, REQUEST_REJECTED } from '#jobs/ports/calls/provider-fault.ts';
import {
  connectionFault,
  contentRefusal,
  isNetworkError,
  passingFault,
  quoted,
  timeoutFault,
  unexpectedFault,
} from '#jobs/ports/calls/server-faults.ts';
import { serverName } from '#jobs/ports/capability.ts';
import { isOpenAi } from '#jobs/providers/openai/settings/settings.ts';
import { type Asked, serverOf, truncatedAnswer, variablePrefix } from './answer-faults';

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

/** Error codes of a model that is not there or not there any more; servers send them with 400, 403 or 404. */
const GONE_CODES = new Set(['model_not_found', 'model_deprecated', 'deprecated']);

/** Turns whatever a call threw into a fault. Nothing of the original error is kept, for it may hold the key. */
export function callFault(error: unknown, asked: Asked, nowMs: number): ProviderFault {
  const server = serverOf(asked);
  const unreachable = () => connectionFault(error, server, checkAddress(asked));
  if (error instanceof ProviderFault) return error;
  if (error instanceof APIConnectionTimeoutError) return timeoutFault(server);
  if (error instanceof APIConnectionError) return unreachable();
  if (error instanceof APIError && error.status !== undefined) return statusFault(error, asked, nowMs);
  if (error instanceof SyntaxError) return truncatedAnswer(asked);
  if (error instanceof OpenAIError || isNetworkError(error)) return unreachable();
  return unexpectedFault(error, server, asked.settings.apiKey);
}

function checkAddress(asked: Asked): string {
  return `Check that it runs and that ${variablePrefix(asked)}_BASE_URL or OPENAI_BASE_URL is right, then try again.`;
}

function statusFault(error: APIError, asked: Asked, nowMs: number): ProviderFault {
  const status = error.status ?? 0;
  const code = typeof error.code === 'string' ? error.code : '';
  const type = typeof error.type === 'string' ? error.type : '';
  const prefix = variablePrefix(asked);
  const server = serverName(serverOf(asked));
  const permanent = (name: string, message: string, hint: string) =>
    new ProviderFault({ code: name, message, hint, retryable: false }, { status });

  if (REFUSAL_CODES.has(code) || REFUSAL_CODES.has(type)) return contentRefusal(status, serverOf(asked));
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
  if (status === 404 || status === 410 || GONE_CODES.has(code) || GONE_CODES.has(type)) {
    return permanent(
      MODEL_UNKNOWN,
      `${server} does not know the model “${asked.settings.model}”, or does not offer this service at all.`,
      `Check ${prefix}_MODEL and ${prefix}_BASE_URL.`,
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
  const passing = passingFault({ status, headers: error.headers }, serverOf(asked), nowMs);
  if (passing) return passing;
  return permanent(
    REQUEST_REJECTED,
    `${server} rejects the request (status ${status}): ${quote(error, asked)}`,
    `Check that “${asked.settings.model}” takes the settings given for it (${prefix}_…).`,
  );
}

/** The server's own words, one line, without keys. */
function quote(error: APIError, asked: Asked): string {
  const body: unknown = error.error;
  const isTold =
    typeof body === 'object' && body !== null && 'message' in body && typeof body.message === 'string';
  return quoted(isTold ? body.message : error, asked.settings.apiKey);
}
