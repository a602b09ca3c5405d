/** A certificate for houses without one of their own: it lets films be looked into, and proves nothing about anybody. */
import { KeyObject, randomBytes } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { TEST_NAME } from './signatory';
import { CertificateError, readSigningKey, type SigningKey } from './signing-key.server';

const KEY_KIND = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
/** Signing documents. */
const PURPOSE = '1.3.6.1.5.5.7.3.36';
const YEARS = 10;

/**
 * Reads the house's test certificate with its key; made where there is none that can be used.
 * @param file whose owner alone can read it
 * @throws CertificateError where it cannot be written
 */
export async function testSigningKey(file: string): Promise<SigningKey> {
  try {
    return await readSigningKey({ cert: file, key: file });
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
  }
  await writeTestCertificate(file);
  return readSigningKey({ cert: file, key: file });
}

async function writeTestCertificate(file: string): Promise<void> {
  const pem = await testCertificate();
  const own = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(own, pem, { mode: 0o600 });
    // Whole or not at all; of two that are made at once one stays, and both signed what they signed.
    await rename(own, file);
  } catch (error) {
    const { code = 'no reason given' } = error as NodeJS.ErrnoException;
    // A disk that has no room for it has none for a film either, and says so there.
    throw new CertificateError(
      `The test certificate could not be written into DATA_DIR (${code}).`,
      'See that the worker may write there.',
    );
  } finally {
    await rm(own, { force: true }).catch(() => undefined);
  }
}

/** Key, certificate and issuer, whose own key is thrown away: nobody can issue another one. */
async function testCertificate(): Promise<string> {
  const [issuer, own] = await Promise.all([newKeys(), newKeys()]);
  const notBefore = new Date();
  const notAfter = new Date(notBefore);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + YEARS);
  const dates = { notBefore, notAfter, signingAlgorithm: KEY_KIND };
  const root = await X509CertificateGenerator.createSelfSigned({
    ...dates,
    name: 'CN=StoryShort test issuer',
    serialNumber: newSerial(),
    keys: issuer,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await SubjectKeyIdentifierExtension.create(issuer.publicKey),
    ],
  });
  const leaf = await X509CertificateGenerator.create({
    ...dates,
    // Validators take no signature in the name of no organization.
    subject: [{ CN: [TEST_NAME] }, { O: ['StoryShort'] }],
    serialNumber: newSerial(),
    issuer: root.subject,
    signingKey: issuer.privateKey,
    publicKey: own.publicKey,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([PURPOSE]),
      await AuthorityKeyIdentifierExtension.create(issuer.publicKey),
      await SubjectKeyIdentifierExtension.create(own.publicKey),
    ],
  });
  const key = KeyObject.from(own.privateKey).export({ type: 'pkcs8', format: 'pem' });
  return [String(key).trim(), leaf.toString('pem'), root.toString('pem'), ''].join('\n');
}

function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(KEY_KIND, true, ['sign', 'verify']);
}

/** Positive, as serial numbers must be. */
function newSerial(): string {
  return `1${randomBytes(15).toString('hex').slice(1)}`;
}
