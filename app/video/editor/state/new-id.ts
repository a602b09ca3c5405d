/** Ids and seeds of what the editor adds. Effects: chance. */

/** A random UUID, also on a page that is served without TLS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, hex);
}

/** A seed of 31 bits. */
export function newSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] as number) & 0x7fff_ffff;
}
