import { ApiFault } from './api-fault';

/**
 * Checks the key under which a repeated request makes nothing new.
 * @returns null when there is none.
 * @throws ApiFault 400 unless it is 1 to 200 printable ASCII characters.
 */
export function readIdempotencyKey(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' && /^[\x20-\x7e]{1,200}$/.test(value)) return value;
  throw new ApiFault(400, {
    code: 'invalid_idempotency_key',
    message: 'The idempotency key is not usable.',
    hint: 'Send 1 to 200 printable ASCII characters, such as a UUID.',
  });
}
