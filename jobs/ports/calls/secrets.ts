/** Keeping keys out of everything that is shown, logged or stored. */

const KEY_LIKE = /\b(?:sk|pk|key|rk)[-_][\w*.…-]{6,}|Bearer\s+\S+/gi;
/** Shortest part of a key that is taken out of a text. */
const SHORTEST_PART = 6;

/**
 * A text without the key, without its beginning or end (servers like to quote those), and without anything
 * else that looks like a key.
 */
export function withoutSecrets(text: string, apiKey: string | null): string {
  let clean = text;
  if (apiKey) {
    clean = clean.replaceAll(apiKey, '…');
    if (apiKey.length >= 2 * SHORTEST_PART) {
      clean = clean
        .replaceAll(apiKey.slice(0, SHORTEST_PART), '…')
        .replaceAll(apiKey.slice(-SHORTEST_PART), '…');
    }
  }
  return clean.replace(KEY_LIKE, '…');
}
