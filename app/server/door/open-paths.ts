/** What may be asked for without an account. Pure. */
import { MCP_PATH } from '#app/mcp/mcp-path.ts';

/** The site's own looks and language, shared films, and whether it is well. */
const OPEN =
  /^\/(?:assets|fonts|icons|maps|sample|styles|auditions|s)\/|^\/(?:favicon\.(?:ico|svg)|choose-language|robots\.txt|healthz)$/;
/** Pages by which somebody comes in. */
const ENTRY = /^\/(?:login|setup)$|^\/(?:join|reset)\/[^/]+$/;
/** Where a program with a token may ask, besides where models do. */
const OF_PROGRAMS = /^\/(?:api|media)\//;

export function isOpen(path: string): boolean {
  return OPEN.test(path);
}

export function isEntry(path: string): boolean {
  return ENTRY.test(path);
}

export function isOfPrograms(path: string): boolean {
  return OF_PROGRAMS.test(path) || asksWithin(path);
}

/** Where a token's scope is asked for each operation within a request, not for the request. */
export function asksWithin(path: string): boolean {
  return path.replace(/\/$/, '') === MCP_PATH;
}
