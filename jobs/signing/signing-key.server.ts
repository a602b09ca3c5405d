/** Certificate and key as they lie on the disk: read, and held against what C2PA asks of them. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Signatory } from '#jobs/story/provenance/provenance-file.ts';
import { signatoryOf } from './signatory';

/** Where an operator keeps them, PEM both. */
export interface KeyFiles {
  /** The certificate, and after it those by which it was issued. */
  cert: string;
  key: string;
}

/** How signatures are made, by their names in COSE. */
export interface SignatureKind {
  name: 'ES256' | 'ES384' | 'ES512' | 'EdDSA' | 'PS256';
  /** Of one signature. */
  bytes: number;
}

export interface SigningKey {
  kind: SignatureKind;
  key: KeyObject;
  /** The signatory's own first. */
  certificates: [X509Certificate, ...X509Certificate[]];
  signatory: Signatory;
}

/** Why nothing can be signed with a certificate, in words for people; never holds a path or a key. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
  /** What mends it. */
  readonly hint: string;

  constructor(message: string, hint: string, options?: { cause: unknown }) {
    super(message, options);
    this.hint = hint;
  }
}

/** What a certificate must be for: e-mail, documents, or C2PA's own claims. */
const PURPOSES = ['1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.36', '1.3.6.1.4.1.62558.2.1'];
const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const LEAST_RSA_BITS = 2048;
const ASK_ANEW = 'Have one issued for signing content (docs/provenance.md says which).';

/** @throws CertificateError where nothing can be signed with them now */
export async function readSigningKey(files: KeyFiles, now = new Date()): Promise<SigningKey> {
  const certificates = certificatesIn(await textOf('C2PA_CERT', files.cert));
  const key = keyIn(await textOf('C2PA_KEY', files.key));
  const [own] = certificates;
  if (!own.checkPrivateKey(key))
    throw new CertificateError(
      'C2PA_KEY is not the key of the certificate at C2PA_CERT.',
      'Name the two that belong together; the signatory’s own certificate comes first in its file.',
    );
  const [from, until] = [new Date(own.validFrom), new Date(own.validTo)];
  if (now > until)
    throw new CertificateError(
      `The certificate at C2PA_CERT expired on ${dayOf(until)}.`,
      'Put the renewed one in its place.',
    );
  if (now < from)
    throw new CertificateError(
      `The certificate at C2PA_CERT is valid from ${dayOf(from)} on alone.`,
      'Wait for that, or look whether the clock is right.',
    );
  const isFit = own.keyUsage?.some((purpose) => PURPOSES.includes(purpose));
  if (own.ca || !isFit)
    throw new CertificateError('The certificate at C2PA_CERT is not one for signing content.', ASK_ANEW);
  // The C2PA’s own validator takes no signature without one.
  if (!/^O=./m.test(own.subject))
    throw new CertificateError('The certificate at C2PA_CERT names no organization (O).', ASK_ANEW);
  return { kind: kindOf(key), key, certificates, signatory: signatoryOf(own) };
}

async function textOf(variable: keyof typeof WHAT, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code = 'no reason given' } = error as NodeJS.ErrnoException;
    throw new CertificateError(
      `${variable} names a file that cannot be read (${code}).`,
      `Name ${WHAT[variable]} that the worker’s user may read.`,
    );
  }
}

const WHAT = { C2PA_CERT: 'a certificate in PEM', C2PA_KEY: 'a private key in PEM' };

function certificatesIn(text: string): SigningKey['certificates'] {
  try {
    const [own, ...others] = [...text.matchAll(CERTIFICATE)].map(([pem]) => new X509Certificate(pem));
    if (own) return [own, ...others];
  } catch {
    // What cannot be read is none.
  }
  throw new CertificateError(
    'C2PA_CERT names a file without a certificate in it.',
    `Name ${WHAT.C2PA_CERT}.`,
  );
}

function keyIn(text: string): KeyObject {
  try {
    return createPrivateKey(text);
  } catch {
    // What the library says may tell of the key.
    throw new CertificateError(
      'C2PA_KEY names a file without a key in it that can be used, or one that is locked by a password.',
      `Name ${WHAT.C2PA_KEY}, not encrypted.`,
    );
  }
}

function kindOf(key: KeyObject): SignatureKind {
  const { namedCurve, modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
  switch (`${key.asymmetricKeyType} ${namedCurve ?? ''}`.trim()) {
    case 'ec prime256v1':
      return { name: 'ES256', bytes: 64 };
    case 'ec secp384r1':
      return { name: 'ES384', bytes: 96 };
    case 'ec secp521r1':
      return { name: 'ES512', bytes: 132 };
    case 'ed25519':
      return { name: 'EdDSA', bytes: 64 };
    case 'rsa':
    case 'rsa-pss':
      if (modulusLength >= LEAST_RSA_BITS) return { name: 'PS256', bytes: Math.ceil(modulusLength / 8) };
  }
  throw new CertificateError('The key at C2PA_KEY is of a kind with which C2PA does not sign.', ASK_ANEW);
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
