/** What it means when a bucket does not answer as it must. Pure. */
import { STORAGE_AWAY, STORAGE_REFUSED } from '#jobs/ports/disk-fault.ts';
import { type Fault, StoryError } from '#jobs/story/film/fault.ts';

const AWAY: Fault = {
  code: STORAGE_AWAY,
  message: 'The storage in which films are kept cannot be reached, or does not answer.',
  hint: 'See that the server that STORAGE_URL names is up. Films that wait for it then go on by themselves; anything else is to be tried again.',
  retryable: true,
};
const REFUSED: Fault = {
  code: STORAGE_REFUSED,
  message: 'The storage in which films are kept refuses what it is asked.',
  hint: 'See that STORAGE_URL names a bucket that is there, in its region, and that the keys that are set may read, write, list and delete in it. Films that wait for it then go on by themselves.',
  retryable: true,
};
const UNABLE: Fault = {
  code: STORAGE_REFUSED,
  message: 'The storage in which films are kept cannot do what is needed of it.',
  hint: 'Take a server that knows conditional writes (If-None-Match) and multipart uploads. Films that wait for it then go on by themselves.',
  retryable: true,
};

/** What a server says where waiting does not help, by the names of its errors. */
const REFUSALS: ReadonlySet<string> = new Set([
  'AccessDenied',
  'AllAccessDisabled',
  'AuthorizationHeaderMalformed',
  'CredentialsProviderError',
  'ExpiredToken',
  'IllegalLocationConstraintException',
  'InvalidAccessKeyId',
  'InvalidBucketName',
  'InvalidToken',
  'NoSuchBucket',
  'PermanentRedirect',
  'RequestTimeTooSkewed',
  'SignatureDoesNotMatch',
]);

/** Errors of our own making, which no server is to blame for. */
const OUR_OWN: ReadonlySet<string> = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError']);

interface Told {
  name: string;
  code: string | null;
  status: number | null;
}

/** What a call's error says of itself, without the words that a server adds: they may hold what was signed. */
function toldBy(thrown: unknown): Told | null {
  if (!(thrown instanceof Error)) return null;
  const { $metadata, code } = thrown as { $metadata?: { httpStatusCode?: number }; code?: unknown };
  return {
    name: thrown.name,
    code: typeof code === 'string' ? code : null,
    status: $metadata?.httpStatusCode ?? null,
  };
}

/** Whether there is nothing under the name that was asked for. */
export function isAbsent(thrown: unknown): boolean {
  const told = toldBy(thrown);
  return told?.status === 404 && told.name !== 'NoSuchBucket' && told.name !== 'NoSuchUpload';
}

/** Whether something is there already, or is just being written by somebody else. */
export function isTaken(thrown: unknown): boolean {
  const status = toldBy(thrown)?.status;
  return status === 412 || status === 409;
}

/**
 * The fault of a call that failed; the error itself where it is our own.
 * @param call its name, for the log
 */
export function storageFault(call: string, thrown: unknown): unknown {
  if (thrown instanceof StoryError) return thrown;
  const told = toldBy(thrown);
  // Of a file of this machine.
  if (thrown instanceof Error && 'path' in thrown) return thrown;
  if (!told || (OUR_OWN.has(told.name) && told.code === null)) return thrown;
  const { name, code, status } = told;
  const lacksRegion = thrown instanceof Error && thrown.message === 'Region is missing';
  const said = [lacksRegion ? 'no region is set' : null, name === 'Error' ? null : name, code, status]
    .filter((part) => part !== null)
    .join(', ');
  const cause = new Error(`${call}: ${said || 'no answer'}`);
  const isRefused =
    REFUSALS.has(name) || (status !== null && [301, 401, 403].includes(status)) || lacksRegion;
  const fault = status === 501 || name === 'NotImplemented' ? UNABLE : isRefused ? REFUSED : AWAY;
  return new StoryError(fault, { cause });
}

/** @param what came otherwise than it was stored, for the log */
export function brokenTransfer(what: string): StoryError {
  return new StoryError(AWAY, { cause: new Error(what) });
}

/** What Node says of a file that is not there: nothing is stored under a key. */
export function nothingStored(key: string): Error {
  return Object.assign(new Error(`Nothing is stored under ${key}.`), { code: 'ENOENT' });
}
