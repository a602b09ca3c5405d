import { createHash } from 'node:crypto';

/**
 * A short stable name for all that an asset is made from: equal inputs, equal names. Keys of objects may
 * come in any order; `undefined` counts as absent.
 * @returns 24 hexadecimal characters (96 bits of SHA-256).
 */
export function fingerprint(inputs: unknown): string {
  return createHash('sha256').update(canonicalJson(inputs)).digest('hex').slice(0, 24);
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
