/** What it means when AWS Lambda does not draw, in words for the person whose film it is. Pure. */
import { ProviderFault } from '#jobs/ports/calls/provider-fault.ts';
import { withoutSecrets } from '#jobs/ports/calls/secrets.ts';
import { connectionFault, isNetworkError } from '#jobs/ports/calls/server-faults.ts';
import type { CalledServer } from '#jobs/ports/capability.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

/** Longest part of somebody else's words that is passed on, characters. */
const LONGEST_QUOTE = 240;
/** How long a film waits where Amazon runs as many functions as it lets the account, ms. */
const CROWDED_REST_MS = 90_000;
const PAID = 'It may have been charged, and is not ordered again by itself.';
const MADE = 'what is already made is kept';

/** Codes of the faults after which a render can never be had. */
const OVER: ReadonlySet<string> = new Set([
  'lambda_memory',
  'lambda_timeout',
  'lambda_crowded',
  'lambda_picture',
  'lambda_version',
  'lambda_render_failed',
  'lambda_output',
  'lambda_lost',
]);

/** Whether an ordered render can never be had, so that another one has to be ordered; a rejected key is no such thing. */
export function isRenderOver(error: unknown): boolean {
  return error instanceof StoryError && OVER.has(error.code);
}

/**
 * Somebody else's words in one line. Addresses that are lent to a function are as good as keys: they go without what
 * they are signed with.
 */
export function withoutSignatures(text: string): string {
  const clean = withoutSecrets(text, null)
    .replace(/(https?:\/\/[^\s?"'<>)]+)\?[^\s"'<>)]+/gi, '$1?…')
    .replace(/\b(?:AKIA|ASIA)[A-Z0-9]{8,}\b/g, '…')
    .replace(/\bX-Amz-[\w-]+=[^\s&]+/gi, '…')
    .replace(/\s+/g, ' ')
    .trim();
  return clean.length > LONGEST_QUOTE ? `${clean.slice(0, LONGEST_QUOTE)}…` : clean;
}

const permanent = (code: string, message: string, hint: string, maybeCharged = false) =>
  new ProviderFault({ code, message, hint, retryable: false }, { maybeCharged });

/** Amazon runs as many functions at once as the account may have. @param restMs how long to wait; null where nobody says */
function crowdedFault(restMs: number | null, maybeCharged: boolean): ProviderFault {
  return new ProviderFault(
    {
      code: 'lambda_crowded',
      message: 'Amazon runs as many functions at once as it lets this account.',
      hint: 'StoryShort goes on by itself in a while. For more at once ask Amazon to raise the account’s “Concurrent executions” of AWS Lambda.',
      retryable: true,
    },
    { status: 429, retryAfterMs: restMs, maybeCharged },
  );
}

export function refusedFault(): ProviderFault {
  return permanent(
    'lambda_refused',
    'Amazon does not let StoryShort use the function that draws, or read what it drew.',
    'See that the keys that are set are those of Remotion’s user policy (docs/scaling.md), for LAMBDA_REGION, and still valid.',
  );
}

function missingFault(name: string): ProviderFault {
  return permanent(
    'lambda_missing',
    `There is no function ${name} in its region.`,
    'Deploy it (docs/scaling.md), or set LAMBDA_FUNCTION and LAMBDA_REGION to one that is there.',
  );
}

/** Names of what AWS says where keys do not open something. */
const REFUSALS =
  /AccessDenied|UnrecognizedClient|InvalidSignature|SignatureDoesNotMatch|ExpiredToken|InvalidClientTokenId|InvalidAccessKeyId|CredentialsProviderError|AWS credentials|AWS_ACCESS_KEY_ID|AWS_SECRET_ACCESS_KEY/;
/** Of the function, or of the site that it was sent to. */
const OTHER_VERSION = /Incompatible site|Version mismatch/i;
const CROWDED = /TooManyRequests|ConcurrentInvocationLimitExceeded|Concurrency limit|Rate Exceeded|throttl/i;

interface Told {
  name: string;
  message: string;
  status: number | null;
  retryAfterS: number | null;
}

function toldBy(error: unknown): Told {
  if (!(error instanceof Error)) return { name: '', message: String(error), status: null, retryAfterS: null };
  const { $metadata, retryAfterSeconds } = error as {
    $metadata?: { httpStatusCode?: number };
    retryAfterSeconds?: unknown;
  };
  const seconds = Number(retryAfterSeconds);
  return {
    ...{ name: error.name, message: error.message, status: $metadata?.httpStatusCode ?? null },
    retryAfterS: retryAfterSeconds !== undefined && Number.isFinite(seconds) ? seconds : null,
  };
}

/**
 * The fault of a call that failed, of an order or of a look at it. After what may have been charged nothing is tried
 * again by itself.
 * @param functionName which was asked
 * @param isPaid whether it was an order
 */
export function lambdaFault(
  error: unknown,
  server: CalledServer,
  { functionName, isPaid }: { functionName: string; isPaid: boolean },
): ProviderFault {
  if (error instanceof ProviderFault) return isPaid ? held(error) : error;
  const { name, message, status, retryAfterS } = toldBy(error);
  if (name === 'ResourceNotFoundException') return missingFault(functionName);
  if (!isPaid && (name === 'NoSuchKey' || name === 'NotFound')) return lostFault();
  if (REFUSALS.test(`${name} ${message}`) || status === 401 || status === 403) return refusedFault();
  if (CROWDED.test(`${name} ${message}`) || status === 429)
    return crowdedFault(retryAfterS === null ? null : retryAfterS * 1000, false);
  if (OTHER_VERSION.test(message)) return versionFault(message);
  if (/function returned error|Unhandled|Task timed out|Runtime\./.test(message))
    return permanent(
      'lambda_function_failed',
      `The function that draws broke off before it began: ${withoutSignatures(message)}`,
      'Look into its logs (CloudWatch). A function with more memory or a longer timeout may help; then retry.',
      isPaid,
    );
  if (status !== null && status >= 500)
    return new ProviderFault(
      {
        code: 'provider_unavailable',
        message: `Amazon has trouble of its own (status ${status}).`,
        hint: 'Try again in a few minutes.',
        retryable: true,
      },
      { status },
    );
  if (isNetworkError(error)) {
    const lost = connectionFault(error, server, 'Check the machine’s way to Amazon, then try again.');
    return isPaid ? held(lost) : lost;
  }
  return permanent(
    'lambda_rejected',
    `The function that draws does not take what it is asked: ${withoutSignatures(message)}`,
    'See that LAMBDA_SITE and LAMBDA_FUNCTION were deployed for this version of StoryShort (docs/scaling.md).',
    isPaid,
  );
}

/** Of what may have been charged nothing is ordered again unless a person says so. */
function held(fault: ProviderFault): ProviderFault {
  if (!fault.facts.maybeCharged || !fault.retryable) return fault;
  const { code, message } = fault.toFault();
  return new ProviderFault(
    { code, message: `${message} ${PAID}`, hint: `Retry: ${MADE}.`, retryable: false },
    fault.facts,
  );
}

function versionFault(message: string): ProviderFault {
  return permanent(
    'lambda_version',
    `The function that draws, or its site, is of another version of Remotion: ${withoutSignatures(message)}`,
    'Deploy function and site of this version, and set LAMBDA_FUNCTION and LAMBDA_SITE to them (docs/scaling.md).',
  );
}

/** Of a render that failed in its function. @param message the function's own words */
export function renderingFault(message: string): ProviderFault {
  const words = withoutSignatures(message);
  if (CROWDED.test(message)) return crowdedFault(CROWDED_REST_MS, true);
  if (OTHER_VERSION.test(message)) return versionFault(message);
  const over = (code: string, what: string, hint: string) => permanent(code, `${what} ${PAID}`, hint, true);
  if (
    /out of memory|ERR_INSUFFICIENT_RESOURCES|signal: killed|SIGKILL|OutOfMemory|Target closed|Session closed/i.test(
      message,
    )
  )
    return over(
      'lambda_memory',
      'The function that draws ran out of memory.',
      `Deploy one with more memory and set LAMBDA_FUNCTION to it, then retry: ${MADE}.`,
    );
  if (/delayRender|timed? ?out|Timeout/i.test(message))
    return over(
      'lambda_timeout',
      'The function that draws did not come to its end in time.',
      `Deploy one with a longer timeout and set LAMBDA_FUNCTION to it, then retry: ${MADE}.`,
    );
  if (
    /Error loading image|Could not load image|source image cannot be decoded|Could not load font/i.test(
      message,
    )
  )
    return over(
      'lambda_picture',
      `The function that draws could not load a picture, a clip or a font: ${words}`,
      'See that the bucket of STORAGE_URL can be reached from Amazon, and that LAMBDA_SITE was deployed with its fonts; then retry.',
    );
  return over(
    'lambda_render_failed',
    `The function that draws could not draw a scene: ${words}`,
    `Retry: ${MADE}. If it fails again, the function’s logs (CloudWatch) have the details.`,
  );
}

/** Nothing is known of an order any more. */
export function lostFault(): ProviderFault {
  return new ProviderFault({
    code: 'lambda_lost',
    message: 'What was ordered of AWS Lambda is not there any more.',
    hint: `Retry: it is ordered anew, and ${MADE}.`,
    retryable: false,
  });
}

/** What came is not the scene. @param what is wrong with it */
export function outputFault(what: string): ProviderFault {
  return permanent(
    'lambda_output',
    `What the function drew cannot be used: ${withoutSignatures(what)} ${PAID}`,
    'See that LAMBDA_SITE was deployed from this version of StoryShort (docs/scaling.md), then retry.',
    true,
  );
}
