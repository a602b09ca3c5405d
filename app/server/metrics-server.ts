/** `/metrics` on a port of its own, for what watches the house; nothing else is there. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { isDatabaseAway } from '#jobs/db/away/database-away.ts';
import { type Env, EnvError } from '#jobs/env.server.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { openHouseMetrics } from '#jobs/work/watching/house-metrics.server.ts';

const PLAIN_TEXT = { 'Content-Type': 'text/plain; charset=utf-8' };

/**
 * Listens for scrapes. While the rows cannot be read it answers 503.
 * @throws EnvError where the port cannot be had
 */
export async function startMetricsServer(
  { METRICS_PORT, METRICS_HOST }: { METRICS_PORT: number } & Pick<Env, 'METRICS_HOST'>,
  backend: Pick<Backend, 'db' | 'storage'>,
  log: Logger,
): Promise<Server> {
  const metrics = openHouseMetrics(backend);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url?.split('?')[0] !== '/metrics') {
      response.writeHead(404, PLAIN_TEXT).end('Only GET /metrics is here.\n');
      return;
    }
    metrics.scrape().then(
      (text) => response.writeHead(200, { 'Content-Type': metrics.contentType }).end(text),
      (error: unknown) => {
        if (!isDatabaseAway(error)) log.warn({ err: error }, 'The metrics could not be read.');
        response
          .writeHead(503, { ...PLAIN_TEXT, 'Retry-After': '5' })
          .end('The database does not answer, so that nothing can be told; ask again in a moment.\n');
      },
    );
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(METRICS_PORT, METRICS_HOST, listening);
  }).catch((error: NodeJS.ErrnoException) => {
    throw new EnvError(
      `Metrics cannot be told on ${METRICS_HOST}:${METRICS_PORT} (${error.code}). Set METRICS_PORT and METRICS_HOST to a free port of this machine (see .env.example), or leave them out.`,
    );
  });
  const { address, port } = server.address() as AddressInfo;
  log.info({ address, port }, 'Metrics are told.');
  return server;
}
