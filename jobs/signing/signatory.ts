/** Who a certificate says that somebody is. Pure. */
import type { X509Certificate } from 'node:crypto';
import type { Signatory } from '#jobs/story/provenance/provenance-file.ts';

/** What certificates are called that StoryShort makes itself. */
export const TEST_NAME = 'StoryShort test certificate, proves nothing about who made this';

/** Longest name that is told. */
const MOST_CHARACTERS = 100;

export function signatoryOf(certificate: X509Certificate): Signatory {
  // Its legacy object has the names as they are, and a key that cannot be read in it ends the process.
  const name = nameIn(certificate, 'CN') ?? nameIn(certificate, 'O') ?? 'somebody without a name';
  return {
    name,
    isTest: name === TEST_NAME,
    fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    validUntil: new Date(certificate.validTo).toISOString(),
  };
}

/** @param attribute of the subject, whose text has a line for each, with some signs escaped (RFC 2253) */
function nameIn({ subject }: X509Certificate, attribute: string): string | null {
  const line = subject.split('\n').find((said) => said.startsWith(`${attribute}=`));
  const name = line?.slice(attribute.length + 1).replace(/\\([^0-9A-Fa-f])/g, '$1');
  return name?.slice(0, MOST_CHARACTERS) || null;
}
