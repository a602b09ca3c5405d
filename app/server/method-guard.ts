/** Which methods each address of the API understands: others get 405 with Allow, unknown addresses 404. */
import type { RequestHandler } from 'express';
import { DOCUMENT_PATH, PAGE_PATH } from '#app/api/docs-page.ts';
import { isBelowRoot, operationMethods } from '#app/api/find-operation.ts';
import { MCP_PATH } from '#app/mcp/mcp-path.ts';
import { sendFault } from './fault-answer';

const READING = ['GET', 'HEAD'];
const PAGE_METHODS = ['GET', 'HEAD', 'POST'];

/** By its address; `/api/v1` has its own, see `app/api`. */
export const API_METHODS: Record<string, readonly string[]> = {
  '/api/generate-script': ['POST'],
  '/api/process-video': ['POST'],
  '/api/upload': ['POST'],
  '/api/video-status': READING,
  '/api/storyboard': PAGE_METHODS,
  '/api/update-film': ['POST'],
  '/api/project': PAGE_METHODS,
  '/api/assets': READING,
  '/api/checks': READING,
  '/api/post': PAGE_METHODS,
  '/api/publications': READING,
  '/api/timeline': READING,
  '/api/provenance': READING,
  '/api/audition': ['POST'],
  '/api/batch': PAGE_METHODS,
  '/api/batch-results': READING,
  [PAGE_PATH]: READING,
  [DOCUMENT_PATH]: READING,
  '/healthz': READING,
  // Nothing is kept between calls: no stream of news is opened, no session ended.
  [MCP_PATH]: ['POST'],
};

/**
 * The methods that a path understands, or null where there is nothing.
 * @param path the request's path without its query.
 */
export function methodsOf(path: string): readonly string[] | null {
  const plain = path.length > 1 ? path.replace(/\/+$/, '') : path;
  const known = API_METHODS[plain];
  if (known) return known;
  if (isBelowRoot(plain)) return operationMethods(plain);
  if (plain.startsWith('/media/') || plain.startsWith('/s/')) return READING;
  if (plain === '/api' || plain.startsWith('/api/')) return null;
  // Programs look there for what we do not have, such as a server for OAuth: a page would be no answer.
  if (plain.startsWith('/.well-known/')) return null;
  return PAGE_METHODS;
}

/** Answers what the API does not have, before anything else looks at the request. */
export const methodGuard: RequestHandler = (request, response, next) => {
  const methods = methodsOf(request.path);
  if (methods === null) {
    sendFault(request, response, 404, {
      code: 'not_found',
      message: 'There is nothing at this address.',
      hint: isBelowRoot(request.path)
        ? 'See /api/docs for all that there is.'
        : `The API has ${Object.keys(API_METHODS).join(', ')}.`,
    });
  } else if (!methods.includes(request.method)) {
    response.set('Allow', methods.join(', '));
    sendFault(request, response, 405, {
      code: 'method_not_allowed',
      message: `${request.method} is not possible here.`,
      hint: `Use ${methods.join(' or ')}.`,
    });
  } else next();
};
