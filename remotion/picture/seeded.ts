/**
 * Numbers that look random but follow from a seed alone, so that every frame can be drawn anywhere, in
 * any order, and come out the same.
 */

/**
 * A number in [0, 1) for a seed and a name of what it decides.
 *
 * FNV-1a over the name, then the finaliser of MurmurHash3 (public domain, A. Appleby) to spread
 * neighbouring seeds apart.
 */
export function seededUnit(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ (seed | 0);
  for (let at = 0; at < name.length; at++) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

/** A number in [low, high) for a seed and a name. */
export function seededBetween(seed: number, name: string, low: number, high: number): number {
  return low + (high - low) * seededUnit(seed, name);
}

/** One of the choices for a seed and a name. */
export function seededChoice<T>(seed: number, name: string, choices: readonly [T, ...T[]]): T {
  return choices[Math.floor(seededUnit(seed, name) * choices.length)] ?? choices[0];
}
