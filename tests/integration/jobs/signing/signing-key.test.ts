/** Certificates as operators have them, whole and broken. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeSigning } from '#bin/doctor/seen-signing.ts';
import { CertificateError, type KeyFiles, readSigningKey } from '#jobs/signing/signing-key.server.ts';
import { testSigningKey } from '#jobs/signing/test-certificate.server.ts';
import { OPERATOR, writeOperatorsCertificate } from '#tests/support/signing/operators-certificate.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-signing-'));
});
afterAll(() => rm(folder, { recursive: true }));

const newFolder = () => mkdtemp(join(folder, 'operator-'));

async function refused(files: KeyFiles, now?: Date): Promise<CertificateError> {
  const error = await readSigningKey(files, now).catch((thrown: unknown) => thrown);
  if (!(error instanceof CertificateError)) throw new Error('It was taken.', { cause: error });
  return error;
}

describe('an operator’s certificate', () => {
  it('is read with its key, and says whose it is', async () => {
    const { files } = await writeOperatorsCertificate(await newFolder());
    const { signatory, certificates, kind } = await readSigningKey(files);
    expect(signatory).toMatchObject({ name: OPERATOR, isTest: false });
    expect([certificates.length, kind.name]).toEqual([2, 'ES256']);
    expect(await seeSigning({ signing: files })).toMatchObject({ name: signatory.name });
  });

  it('that expired is refused, and one that is not valid yet', async () => {
    const { files } = await writeOperatorsCertificate(await newFolder(), { days: -3 });
    const error = await refused(files);
    expect(error.message).toMatch(/^The certificate at C2PA_CERT expired on \d{4}-\d\d-\d\d\.$/);
    expect(await seeSigning({ signing: files })).toEqual({ message: error.message, hint: error.hint });
    const early = await refused(files, new Date('2001-01-01'));
    expect(early.message).toContain('is valid from');
  });

  it('for another purpose is refused', async () => {
    const { files } = await writeOperatorsCertificate(await newFolder(), { purpose: '1.3.6.1.5.5.7.3.1' });
    expect((await refused(files)).message).toContain('not one for signing content');
  });

  it('that names no organization is refused: nobody else would take it', async () => {
    const { files } = await writeOperatorsCertificate(await newFolder(), { isOfOrganization: false });
    expect((await refused(files)).message).toContain('names no organization');
  });

  it('is refused with another’s key', async () => {
    const one = await writeOperatorsCertificate(await newFolder());
    const other = await writeOperatorsCertificate(await newFolder());
    const error = await refused({ cert: one.files.cert, key: other.files.key });
    expect(error.message).toContain('is not the key of the certificate');
  });

  it('that cannot be read is told of without its path, nor a word of the key', async () => {
    const { files } = await writeOperatorsCertificate(await newFolder(), { password: 'a secret word' });
    const { files: whole } = await writeOperatorsCertificate(await newFolder());
    const rubbish = join(folder, 'rubbish.pem');
    await writeFile(rubbish, '-----BEGIN CERTIFICATE-----\nc2VjcmV0\n-----END CERTIFICATE-----\n');
    const key = (await readFile(files.key, 'utf8')).split('\n')[1] ?? '';
    expect(key.length).toBeGreaterThan(20);
    const tried = [
      files,
      { cert: join(folder, 'absent.pem'), key: whole.key },
      { cert: whole.cert, key: join(folder, 'absent.pem') },
      { cert: folder, key: whole.key },
      { cert: rubbish, key: whole.key },
      { cert: whole.key, key: whole.key },
      { cert: whole.cert, key: rubbish },
    ];
    const told = await Promise.all(tried.map((pair) => refused(pair)));
    expect(told.map(({ message }) => message)).toEqual([
      expect.stringContaining('locked by a password'),
      expect.stringMatching(/^C2PA_CERT .*ENOENT/),
      expect.stringMatching(/^C2PA_KEY .*ENOENT/),
      expect.stringMatching(/^C2PA_CERT .*EISDIR/),
      expect.stringContaining('without a certificate'),
      expect.stringContaining('without a certificate'),
      expect.stringContaining('without a key'),
    ]);
    const said = told.map((error) => `${error.stack} ${error.hint} ${String(error.cause)}`).join('\n');
    for (const secret of [key, 'a secret word', 'absent.pem', 'rubbish.pem'])
      expect(said).not.toContain(secret);
  });
});

describe('the test certificate', () => {
  it('is made once, for its owner’s eyes, and says what it is', async () => {
    const file = join(await newFolder(), 'data', 'c2pa-test.pem');
    const first = await testSigningKey(file);
    expect(first.signatory.isTest).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const second = await testSigningKey(file);
    expect(second.signatory).toEqual(first.signatory);
    expect(first.certificates[0].issuer).not.toBe(first.certificates[0].subject);
  });

  it('that cannot be written is told of without its path', async () => {
    const file = join(await newFolder(), 'a-file');
    await writeFile(file, '');
    const error = await testSigningKey(join(file, 'c2pa-test.pem')).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(CertificateError);
    expect(String(error)).toMatch(/DATA_DIR \((?:ENOTDIR|EEXIST)\)/);
    expect(String(error)).not.toContain('a-file');
  });

  it('is made anew where it is damaged', async () => {
    const file = join(await newFolder(), 'c2pa-test.pem');
    const first = await testSigningKey(file);
    await writeFile(file, (await readFile(file)).subarray(0, 300));
    const second = await testSigningKey(file);
    expect(second.signatory.fingerprint).not.toBe(first.signatory.fingerprint);
  });
});
