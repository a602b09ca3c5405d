/** Header fields by lower-case name, as both `Headers` and a plain record can give them. */
export interface HeaderFields {
  get(name: string): string | null;
}

/** A server that asks for more than this is not waited for inside a job, ms; what is longer is cut to it. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * How long a server asks to be left alone, ms, or null when it does not say. Reads `retry-after-ms` (used by
 * OpenAI and Azure, finer than a second) before `Retry-After`, which is either whole seconds or an HTTP date
 * (RFC 9110, 10.2.3). A date that has passed asks for no wait; nonsense counts as absent.
 */
export function readRetryAfterMs(headers: HeaderFields, nowMs: number): number | null {
  const fine = readNumber(headers.get('retry-after-ms'));
  if (fine !== null) return Math.min(fine, LONGEST_MS);
  const field = headers.get('retry-after');
  const seconds = readNumber(field);
  if (seconds !== null) return Math.min(seconds * 1000, LONGEST_MS);
  const date = field === null || !/[a-z]{3}/i.test(field) ? Number.NaN : Date.parse(field);
  return Number.isNaN(date) ? null : Math.min(Math.max(0, date - nowMs), LONGEST_MS);
}

function readNumber(text: string | null): number | null {
  return text !== null && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : null;
}
