/** What may be asked for without an account. Pure. */

/** The site's own looks, shared films, and whether it is well. */
const OPEN =
  /^\/(?:assets|fonts|icons|maps|sample|styles|auditions|s)\/|^\/(?:favicon\.(?:ico|svg)|robots\.txt|healthz)$/;
/** Pages by which somebody comes in. */
const ENTRY = /^\/(?:login|setup)$|^\/(?:join|reset)\/[^/]+$/;
/** Where a program with a token may ask. */
const OF_PROGRAMS = /^\/(?:api|media)\//;

export function isOpen(path: string): boolean {
  return OPEN.test(path);
}

export function isEntry(path: string): boolean {
  return ENTRY.test(path);
}

export function isOfPrograms(path: string): boolean {
  return OF_PROGRAMS.test(path);
}
