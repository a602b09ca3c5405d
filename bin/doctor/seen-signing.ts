import type { Env } from '#jobs/env.server.ts';
import { CertificateError, readSigningKey } from '#jobs/signing/signing-key.server.ts';
import type { SigningSight } from './judged-signing';

/** Reads certificate and key as a worker would; null where none is set. */
export async function seeSigning({ signing }: Pick<Env, 'signing'>): Promise<SigningSight | null> {
  if (signing === null) return null;
  try {
    return (await readSigningKey(signing)).signatory;
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
    return { message: error.message, hint: error.hint };
  }
}
