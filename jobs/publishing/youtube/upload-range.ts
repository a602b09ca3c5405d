/** How far an upload is, as its server tells it. Pure. */

/**
 * The first byte that the server has not got, of the `Range` of its 308: `bytes=0-524287` holds 524288 bytes.
 * @param range null where the server has none yet
 * @returns null for what cannot be understood
 */
export function firstMissingByte(range: string | null): number | null {
  if (range === null) return 0;
  const last = /^\s*(?:bytes=)?0-(\d{1,15})\s*$/.exec(range)?.[1];
  return last === undefined ? null : Number(last) + 1;
}

/** `Content-Range` of a part of a file, the last byte not included; of none of it, to ask how far the upload is. */
export function contentRange(total: number, part?: { from: number; to: number }): string {
  return part ? `bytes ${part.from}-${part.to - 1}/${total}` : `bytes */${total}`;
}
