/** The site as tools reach it that run within it: by the same operations, guards and limits as a request of its own. */
import type { AppLoadContext } from '@remix-run/node';
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express';
import { answerOperation } from '#app/api/answer-operation.server.ts';
import { isBelowRoot } from '#app/api/find-operation.ts';
import { PROBLEM_TYPE, problemOf } from '#app/api/problem.ts';
import type { PublicFault } from '#app/http/api-fault.ts';
import { linkTo } from '#app/http/door.ts';
import type { SiteAccess } from '#app/mcp/site-access.ts';
import { BEYOND_SCOPE } from '#app/server/door/door-guard.ts';
import { MISSING, mediaTypeOf } from '#app/server/media.ts';
import type { RateLimits } from '#app/server/rate-limits.ts';
import type { Thumbnails } from '#app/server/thumbnails.ts';
import { letsThrough } from '#jobs/accounts/token-scope.ts';
import { isStorageKey } from '#jobs/storage/media-url.ts';
import { readThumbnail } from '#jobs/storage/thumbnail.ts';

/** What of the server the tools need. */
export interface SiteParts {
  contextOf: (response: ExpressResponse) => AppLoadContext;
  limits: Pick<RateLimits, 'within'>;
  /** Whether files of a video are not to be had by whoever gets that answer. */
  isHiddenFrom: (videoId: string, response: ExpressResponse) => Promise<boolean>;
  thumbnails: Thumbnails;
}

/** Stands for the site in addresses that only its own operations read. */
const WITHIN = 'http://localhost';
const MEDIA = '/media/';

/** The site as whoever sent a request sees it. */
export function siteWithin(parts: SiteParts, request: ExpressRequest, response: ExpressResponse): SiteAccess {
  const context = parts.contextOf(response);
  const { visitor, door, log } = context;
  const opened = new Request(new URL(request.originalUrl, `http://${request.headers.host}`));
  return {
    addressOf: (path) => linkTo({ siteUrl: door?.siteUrl ?? null }, opened, path),
    send: async (path, init) => {
      const { pathname } = new URL(path, WITHIN);
      const asked = { method: init.method, path: pathname };
      if (visitor?.scopes && !letsThrough(visitor.scopes, init.method)) return refusal(403, BEYOND_SCOPE);
      const tooMany = await parts.limits.within(asked, request, response);
      if (tooMany) return refusal(tooMany.status, tooMany.fault);
      const answer = isBelowRoot(pathname)
        ? await answerOperation(context, new Request(new URL(path, WITHIN), init))
        : await readFile(parts, context, pathname, response);
      log.debug({ ...asked, status: answer.status }, 'answered within');
      return answer;
    },
  };
}

/** A stored picture, as `/media` would answer with it. */
async function readFile(
  { isHiddenFrom, thumbnails }: SiteParts,
  { backend: { storage }, log }: AppLoadContext,
  path: string,
  response: ExpressResponse,
): Promise<Response> {
  const key = path.startsWith(MEDIA) ? path.slice(MEDIA.length) : '';
  const [videoId = ''] = key.split('/');
  if (!isStorageKey(key) || (await isHiddenFrom(videoId, response))) return refusal(404, MISSING);
  const thumbnail = readThumbnail(key);
  const isSmall = thumbnail
    ? await thumbnails.provide(key, thumbnail).catch((error: unknown) => {
        log.warn({ err: error, key }, 'A picture could not be made smaller; it is sent as it is.');
        return false;
      })
    : true;
  const shown = thumbnail && !isSmall ? thumbnail.picture : key;
  if (!(await storage.has(shown))) return refusal(404, MISSING);
  return new Response(new Uint8Array(await storage.read(shown)), {
    headers: { 'content-type': mediaTypeOf(shown) },
  });
}

function refusal(status: number, fault: PublicFault): Response {
  const problem = problemOf({ status, fault, details: {} });
  return new Response(JSON.stringify(problem), { status, headers: { 'content-type': PROBLEM_TYPE } });
}
