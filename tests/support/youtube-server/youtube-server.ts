/**
 * A server on loopback that speaks as much of Google's flow for devices and of YouTube's Data API as is asked of them, and
 * strictly: what the documents do not have is refused. It keeps everything in memory, and fails on demand.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Channel, Refusal } from './channel';
import { answerConsent, Consents } from './consents';

/**
 * How a call fails: refused, with its connection cut before or in the midst of its bytes, taken in part, or answered when
 * something has happened since its bytes came.
 */
export type YoutubeFault =
  | { status: number; reason?: string; retryAfter?: string }
  | 'reset'
  | { takes: number; after: 'reset' | 'goes on' }
  | { first: () => Promise<unknown> };

export interface YoutubeAsked {
  /** Such as `POST /token`, without the query. */
  call: string;
  /** `Content-Range` of an upload's part; null for other calls. */
  range: string | null;
}

export interface YoutubeServer {
  baseUrl: string;
  app: { clientId: string; clientSecret: string };
  consents: Consents;
  channel: Channel;
  /** All calls in order. */
  asked: YoutubeAsked[];
  /** Asked before each call; null for an answer as it should be. */
  failing: (asked: YoutubeAsked) => YoutubeFault | null;
  /** What was asked against the documents. */
  broken: string[];
  close(): Promise<void>;
}

export async function startYoutubeServer(): Promise<YoutubeServer> {
  const app = { clientId: 'films.apps.example', clientSecret: 'GOCSPX-a-secret-of-the-tests' };
  const house: Omit<YoutubeServer, 'close'> = {
    ...{ baseUrl: '', app, asked: [], broken: [], consents: new Consents(app), channel: new Channel() },
    failing: () => null,
  };
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    answer(house, request, response).catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  house.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(house, {
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  });
}

async function answer(
  house: Omit<YoutubeServer, 'close'>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '', house.baseUrl);
  const call = `${request.method} ${url.pathname}`;
  const asked = { call, range: request.headers['content-range'] ?? null };
  house.asked.push(asked);
  const failing = house.failing(asked);
  if (failing === 'reset') return void request.socket.resetAndDestroy();
  const bytes = await buffer(request);
  if (failing && 'first' in failing) await failing.first();
  try {
    if (failing && 'status' in failing) {
      if (failing.retryAfter) response.setHeader('Retry-After', failing.retryAfter);
      throw new Refusal(failing.status, failing.reason ?? 'toldTo');
    }
    if (['POST /device/code', 'POST /token', 'POST /revoke'].includes(call)) {
      const told = answerConsent(house.consents, call, request.headers['content-type'], bytes.toString());
      return send(response, told.status, told.body);
    }
    if (!house.consents.isGood(request.headers.authorization ?? '')) throw new Refusal(401, 'authError');
    const parts = { url, headers: request.headers, bytes, base: house.baseUrl };
    if (failing && 'takes' in failing) {
      house.channel.take({ ...parts, bytes: bytes.subarray(0, failing.takes) }, bytes.length);
      if (failing.after === 'reset') return void request.socket.resetAndDestroy();
      const told = house.channel.standing(url);
      return send(response, told.status, null, told.headers);
    }
    const told = house.channel.answer(call, parts);
    send(response, told.status, told.body ?? null, told.headers);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.isBroken) house.broken.push(`${call}: ${error.reason}`);
    send(response, error.status, {
      error: { code: error.status, message: 'No.', errors: [{ reason: error.reason }] },
    });
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = body === null || body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    ...(text !== '' && { 'content-type': 'application/json; charset=UTF-8' }),
    ...headers,
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
