/** `/healthz`: whether the house can do its work, for people and for whatever watches the process. */
import type { RequestHandler } from 'express';
import type { Desk } from '../../jobs/queue/enqueue.server';
import { readHealth } from '../../jobs/queue/health.server';

/** Answers 200 when all is well and 503 otherwise, with the facts as JSON. */
export function healthAnswer(desk: Desk, { dataDir }: { dataDir: string }): RequestHandler {
  return (_request, response, next) => {
    readHealth(desk, { dataDir }).then((health) => {
      response
        .status(health.ok ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json(health);
    }, next);
  };
}
