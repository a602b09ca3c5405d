/**
 * Who may change something: this site's own pages and programs, never the pages of another site. Decided
 * from Fetch Metadata (https://www.w3.org/TR/fetch-metadata/) and from Origin where that is absent.
 */
import type { RequestHandler } from 'express';
import { sendFault } from './fault-answer';

export interface RequestSource {
  host: string | undefined;
  origin: string | undefined;
  secFetchSite: string | undefined;
}

/** Whether a request comes from our own page or from no page at all. */
export function isOwnRequest({ host, origin, secFetchSite }: RequestSource): boolean {
  if (secFetchSite !== undefined && secFetchSite !== 'same-origin' && secFetchSite !== 'none') return false;
  if (origin === undefined) return true;
  const from = URL.canParse(origin) ? new URL(origin) : null;
  return (
    from !== null &&
    (from.protocol === 'http:' || from.protocol === 'https:') &&
    from.host === host?.toLowerCase()
  );
}

/** Refuses everything but reading when it comes from another site. */
export const originGuard: RequestHandler = (request, response, next) => {
  const isReading = request.method === 'GET' || request.method === 'HEAD';
  const source = {
    host: request.headers.host,
    origin: request.headers.origin,
    secFetchSite: request.get('sec-fetch-site'),
  };
  if (isReading || isOwnRequest(source)) {
    next();
    return;
  }
  sendFault(request, response, 403, {
    code: 'cross_origin',
    message: 'The request comes from the page of another site.',
    hint: 'Send it from this site’s own pages, or from a program that sends no Origin header.',
  });
};
