/** What one connection may take of the server, and how many there may be: nobody who is slow or many keeps others out. */
import type { Server, ServerOptions } from 'node:http';
import type { RequestHandler } from 'express';
import { sendFault } from './fault-answer';

export interface ServerLimits {
  /** All headers of a request together, bytes; more is answered with 431 by Node. */
  headerBytes: number;
  /** Time to send them, ms; then 408. */
  headersMs: number;
  /** Time to send a whole request, ms: the largest project file over a slow line. */
  requestMs: number;
  /** How long a connection may wait for its next request, ms. */
  idleMs: number;
  /** How often slow senders are looked for, ms. */
  checkMs: number;
  /** Connections at once: a thousand pages with six each. Further ones are closed. */
  connections: number;
}

export const SERVER_LIMITS: ServerLimits = {
  headerBytes: 16 * 1024,
  headersMs: 20_000,
  requestMs: 30 * 60_000,
  idleMs: 10_000,
  checkMs: 5000,
  connections: 6000,
};

/** Headers of one request; browsers send about twenty. */
const MOST_HEADERS = 100;

/** For `http.createServer`. */
export function serverOptions(limits: ServerLimits = SERVER_LIMITS): ServerOptions {
  return {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: limits.checkMs,
  };
}

/** Limits what the options of a server cannot. */
export function limitConnections(server: Server, { connections }: ServerLimits = SERVER_LIMITS): void {
  server.maxConnections = connections;
  // None is cut off unseen: a guard that looked for it would take it for absent.
  server.maxHeadersCount = 0;
}

/** Refuses requests with more headers than anybody needs. */
export const headerLimit: RequestHandler = (request, response, next) => {
  if (request.rawHeaders.length <= 2 * MOST_HEADERS) {
    next();
    return;
  }
  sendFault(request, response, 431, {
    code: 'too_many_headers',
    message: `The request has more than ${MOST_HEADERS} headers.`,
    hint: 'Send fewer of them; cookies of other sites on this name may be deleted in the browser’s settings.',
  });
};
