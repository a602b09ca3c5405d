/** Secrets that people carry to us: made here, shown once, and known afterwards by their hash alone. */
import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, so that nobody guesses one; letters and digits that survive in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret. It is as long as the hash, so a plain one keeps it safe. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
