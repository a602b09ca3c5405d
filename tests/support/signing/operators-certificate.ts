/** Certificates as an operator would have them, from an authority of the tests. */
import { KeyObject } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import type { KeyFiles } from '#jobs/signing/signing-key.server.ts';

const AUTHORITY = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const RSA = { modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };

/** Kinds of keys. */
export const KEY_KINDS = {
  'P-256': { name: 'ECDSA', namedCurve: 'P-256' },
  'P-384': { name: 'ECDSA', namedCurve: 'P-384' },
  'P-521': { name: 'ECDSA', namedCurve: 'P-521' },
  Ed25519: { name: 'Ed25519' },
  RSA: { name: 'RSASSA-PKCS1-v1_5', ...RSA },
} as const;

export interface OperatorsCertificate {
  files: KeyFiles;
  /** The authority's own certificate, PEM: for who trusts it. */
  anchor: string;
}

/** Whose certificate it is, as it calls them. */
export const OPERATOR = 'Films of Example, Library & Co';

interface Wishes {
  keyKind?: keyof typeof KEY_KINDS;
  /** How long from now it is valid, days; begins a thousand days ago. */
  days?: number;
  /** What it is for. */
  purpose?: string;
  /** Whether it names an organization; absent for yes. */
  isOfOrganization?: boolean;
  /** Password of the key's file; absent for none. */
  password?: string;
}

/** @param folder where certificate and key are written */
export async function writeOperatorsCertificate(
  folder: string,
  {
    keyKind = 'P-256',
    days = 400,
    purpose = '1.3.6.1.5.5.7.3.36',
    isOfOrganization = true,
    password,
  }: Wishes = {},
): Promise<OperatorsCertificate> {
  const authority = await crypto.subtle.generateKey(AUTHORITY, true, ['sign', 'verify']);
  const own = (await crypto.subtle.generateKey(KEY_KINDS[keyKind], true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  const day = 86_400_000;
  const dates = {
    notBefore: new Date(Date.now() - 1000 * day),
    notAfter: new Date(Date.now() + days * day),
    signingAlgorithm: AUTHORITY,
  };
  const root = await X509CertificateGenerator.createSelfSigned({
    ...{ ...dates, name: 'CN=The tests’ authority', serialNumber: '01', keys: authority },
    extensions: [
      new BasicConstraintsExtension(true, 1, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await SubjectKeyIdentifierExtension.create(authority.publicKey),
    ],
  });
  const leaf = await X509CertificateGenerator.create({
    ...{
      ...dates,
      subject: [{ CN: [OPERATOR] }, ...(isOfOrganization ? [{ O: ['Example Library'] }] : [])],
      issuer: root.subject,
    },
    ...{ serialNumber: '02', signingKey: authority.privateKey, publicKey: own.publicKey },
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([purpose]),
      await AuthorityKeyIdentifierExtension.create(authority.publicKey),
      await SubjectKeyIdentifierExtension.create(own.publicKey),
    ],
  });
  const files = { cert: join(folder, `${keyKind}-cert.pem`), key: join(folder, `${keyKind}-key.pem`) };
  const locked = password === undefined ? {} : { cipher: 'aes-256-cbc', passphrase: password };
  const key = KeyObject.from(own.privateKey).export({ type: 'pkcs8', format: 'pem', ...locked });
  await writeFile(files.cert, `${leaf.toString('pem')}\n${root.toString('pem')}\n`);
  await writeFile(files.key, key);
  return { files, anchor: root.toString('pem') };
}
