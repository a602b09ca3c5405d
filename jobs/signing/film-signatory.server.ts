/** In whose name a film is signed, as its own file says. */
import { X509Certificate } from 'node:crypto';
import type { Signatory } from '#jobs/story/provenance/provenance-file.ts';
import { manifestsIn } from './manifest-box';
import { signatoryOf } from './signatory';

/** Our films have all of it within so many bytes, however many scenes they have. */
export const SIGNED_HEAD_BYTES = 256 * 1024;

/** What the box of a signature is called. */
const LABEL = 'c2pa.signature\0';
/** A chain of certificates (33) in CBOR: an array of at most 23, whose first is a byte string of two bytes’ length. */
const CHAIN = /^[\x80-\x97]\x59/;
const CHAIN_KEY = Buffer.from([0x18, 0x21]);

/**
 * Reads it from the beginning of a film's file, in which our signatures have it. Whether the signature holds is not
 * looked into, and the file may have come from anywhere: nothing of it is given to a parser but one certificate.
 * @returns null where nobody signed it, or others than us
 */
export function signatoryIn(head: Uint8Array): Signatory | null {
  const found = manifestsIn(head);
  if (!found) return null;
  const manifests = Buffer.from(found.buffer, found.byteOffset, found.byteLength);
  const label = manifests.lastIndexOf(LABEL, undefined, 'latin1');
  const chain = label < 0 ? -1 : manifests.indexOf(CHAIN_KEY, label + LABEL.length);
  if (chain < 0) return null;
  const [array, length, certificate] = [chain + 2, chain + 4, chain + 6];
  if (certificate > manifests.length || !CHAIN.test(manifests.toString('latin1', array, length))) return null;
  try {
    const bytes = manifests.subarray(certificate, certificate + manifests.readUInt16BE(length));
    return signatoryOf(new X509Certificate(bytes));
  } catch {
    // What is no certificate names nobody.
    return null;
  }
}
