/** Which names of this site are answered to: anything else is a page of somebody else's name (DNS rebinding). */
import type { RequestHandler } from 'express';
import { sendFault } from './fault-answer';

const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Whether a Host header names this site, on any port.
 * @param header the raw Host header, such as `localhost:4000`.
 * @param extraNames further names, lower case, without a port.
 */
export function isAllowedHost(header: string | undefined, extraNames: readonly string[]): boolean {
  const match = /^(\[[0-9a-f:.]+\]|[^:[\]/@\s]+)(?::\d{1,5})?$/i.exec(header ?? '');
  const name = match?.[1]?.toLowerCase();
  return name !== undefined && (OWN_NAMES.includes(name) || extraNames.includes(name));
}

/** Refuses requests under names that are not ours, and request targets that are not a path. */
export function hostGuard(extraNames: readonly string[]): RequestHandler {
  return (request, response, next) => {
    if (!isAllowedHost(request.headers.host, extraNames)) {
      sendFault(request, response, 403, {
        code: 'unknown_host',
        message: 'This site does not answer to that name.',
        hint: 'Open it as localhost, or add the name to ALLOWED_HOSTS and start again.',
      });
    } else if (!request.url.startsWith('/')) {
      sendFault(request, response, 400, {
        code: 'bad_request_target',
        message: 'The request does not ask for a path.',
        hint: 'Ask for a path that begins with “/”.',
      });
    } else next();
  };
}
