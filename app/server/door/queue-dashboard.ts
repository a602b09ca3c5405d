/** pg-boss's own dashboard, for admins: which jobs wait, and which failed for what. */
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { DashboardHandler } from '@pg-boss/dashboard/handler';
import type { Response as Answer, Request as Asked, RequestHandler } from 'express';
import { sendFault } from '#app/server/fault-answer.ts';
import { webHeaders } from '#app/server/web-headers.ts';
import { visitorIn } from './door-guard';

export const QUEUE_PATH = '/queue';

/** Its pages bring scripts of their own, without the nonce of ours; it shows ids and faults, nothing that people typed. */
const POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

export interface QueueDashboard {
  handle: RequestHandler;
  close(): Promise<void>;
}

/** Loaded and opened when it is first looked at. */
export function queueDashboard(databaseUrl: string): QueueDashboard {
  let dashboard: Promise<DashboardHandler> | null = null;
  const open = async () => {
    const { createDashboardHandler } = await import('@pg-boss/dashboard/handler');
    return createDashboardHandler({
      databases: [{ url: databaseUrl, name: 'StoryShort' }],
      basePath: QUEUE_PATH,
    });
  };
  return {
    handle: (request, response, next) => {
      if (visitorIn(response)?.role !== 'admin') {
        sendFault(request, response, 404, {
          code: 'not_found',
          message: 'There is nothing at this address.',
          hint: 'Go back to your videos.',
        });
        return;
      }
      dashboard ??= open();
      dashboard
        .then((handle) => handle(webRequest(request)))
        .then((answer) => pass(answer, response))
        .catch(next);
    },
    close: async () => (await dashboard)?.close(),
  };
}

function webRequest(request: Asked): Request {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return new Request(`${request.protocol}://${request.headers.host}${request.originalUrl}`, {
    ...{ method: request.method, headers: webHeaders(request) },
    ...(hasBody && { body: Readable.toWeb(request) as BodyInit, duplex: 'half' }),
  } as RequestInit);
}

function pass(answer: Response, response: Answer): void {
  response.status(answer.status);
  answer.headers.forEach((value, name) => {
    response.append(name, value);
  });
  response.set('Content-Security-Policy', POLICY);
  if (!answer.body) {
    response.end();
    return;
  }
  Readable.fromWeb(answer.body as ReadableStream<Uint8Array>)
    .on('error', () => response.destroy())
    .pipe(response);
}
