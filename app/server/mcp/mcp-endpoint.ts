/** The Model Context Protocol by streamable HTTP: each call is a request of its own, and nothing is kept in between. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Response as ExpressResponse, type RequestHandler, text } from 'express';
import type { Logger } from 'pino';
import { isDeeperThan, jsonTooDeep, MOST_LEVELS } from '#app/http/json-depth.ts';
import type { SiteAccess } from '#app/mcp/site-access.ts';
import { MAX_BODY_BYTES } from '#app/server/body-limit.ts';
import { sendFault } from '#app/server/fault-answer.ts';
import { webHeaders } from '#app/server/web-headers.ts';
import house from '#package.json' with { type: 'json' };
import { type SiteParts, siteWithin } from './site-within';

/** Stands behind the guards and the door, which let a program with any token through: operations ask for its scope. */
export function mcpEndpoint(parts: SiteParts): RequestHandler[] {
  const answer: RequestHandler = (request, response, next) => {
    const body = typeof request.body === 'string' ? request.body : '';
    if (isDeeperThan(MOST_LEVELS, body)) {
      const { status, fault } = jsonTooDeep();
      sendFault(request, response, status, fault);
      return;
    }
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const asked = new Request(new URL(request.originalUrl, 'http://localhost'), {
      ...{ method: request.method, headers: webHeaders(request), signal: gone.signal },
      body,
    });
    const { log } = parts.contextOf(response);
    const site = siteWithin(parts, request, response);
    openHandler(site, log)
      .then((handler) => handler.fetch(asked))
      .then((answered) => send(answered, response))
      .catch((error: unknown) => {
        // Whoever went away hears of nothing.
        if (!gone.signal.aborted) next(error);
      });
  };
  // A body of a known length, which the guard has judged, and as it is: nothing is unpacked.
  return [text({ type: () => true, limit: MAX_BODY_BYTES, inflate: false }), answer];
}

/** The protocol's library is loaded when it is first spoken: a start need not wait. */
async function openHandler(site: SiteAccess, log: Logger) {
  const [{ createMcpHandler }, { createMcpServer }] = await Promise.all([
    import('@modelcontextprotocol/server'),
    import('#app/mcp/mcp-server.ts'),
  ]);
  return createMcpHandler(() => createMcpServer(site, house.version), {
    // A stream says at once that it is there, and now and then that it still is: who follows a film waits for long.
    responseMode: 'sse',
    onerror: (error) => log.debug({ err: error }, 'A call by MCP was not as it should be.'),
  });
}

async function send(answered: Response, response: ExpressResponse): Promise<void> {
  response.status(answered.status);
  answered.headers.forEach((value, name) => {
    response.setHeader(name, value);
  });
  // What stands between must neither keep a stream nor gather it.
  response.set({ 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
  if (answered.body === null) {
    response.end();
    return;
  }
  response.flushHeaders();
  await pipeline(Readable.fromWeb(answered.body as Parameters<typeof Readable.fromWeb>[0]), response);
}
