import { readdirSync } from 'node:fs';
import { extname } from 'node:path';
import type { RequestHandler } from 'express';

/**
 * Sends the brotli copy of a built file, `name.br`, to those who can read it; it stands before the middleware
 * that serves the folder. The copies are looked for once: a build's files do not change.
 */
export function brotliFiles(folder: string): RequestHandler {
  const copies = new Set(readdirSync(folder).filter((name) => name.endsWith('.br')));
  return (request, response, next) => {
    const copy = `${request.path.slice(1)}.br`;
    if (copies.has(copy)) {
      response.vary('Accept-Encoding');
      if (request.acceptsEncodings('br')) {
        response.type(extname(request.path)).set('Content-Encoding', 'br');
        request.url = `/${copy}`;
      }
    }
    next();
  };
}
