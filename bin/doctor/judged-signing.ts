/** Whether films can be signed with the certificate that is set. Pure. */
import type { Signatory } from '#jobs/story/provenance/provenance-file.ts';
import { type Finding, fault, note, ok } from './finding';

/** What was seen of a certificate: whose it is, or why nothing can be signed with it. */
export type SigningSight = Pick<Signatory, 'name' | 'validUntil'> | { message: string; hint: string };

/** Renewing one takes people's time. */
const SOON_MS = 30 * 86_400_000;

/** @param sight null where none is set @param nowMs ms since 1970 */
export function judgeSigning(sight: SigningSight | null, nowMs: number): Finding {
  if (sight === null)
    return ok(
      'signing',
      'Films are signed with a test certificate, which proves nothing about who made them.',
    );
  if ('message' in sight)
    return fault('signing', `${sight.message} Films are made, and not signed.`, sight.hint);
  const { name, validUntil } = sight;
  const until = validUntil.slice(0, 10);
  return Date.parse(validUntil) - nowMs < SOON_MS
    ? note(
        'signing',
        `The certificate of ${name} expires on ${until}.`,
        'renew it; films are not signed after',
      )
    : ok('signing', `Films are signed by ${name}, until ${until}.`);
}
