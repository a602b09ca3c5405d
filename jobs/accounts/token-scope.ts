/** What a program may do with a person's token. Pure. */
export const TOKEN_SCOPES = ['read', 'make'] as const;
/** `read`: look at their videos and fetch their files. `make`: also make, change and delete them. */
export type TokenScope = (typeof TOKEN_SCOPES)[number];

export function isTokenScope(value: unknown): value is TokenScope {
  return TOKEN_SCOPES.some((scope) => scope === value);
}

/** Whether a token lets a request of that method through. */
export function letsThrough(scopes: readonly TokenScope[], method: string): boolean {
  const isReading = method === 'GET' || method === 'HEAD';
  return scopes.includes('make') || (isReading && scopes.includes('read'));
}
