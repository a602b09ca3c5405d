/** `/healthz`: whether the house can do its work, for people and for whatever watches the process. */
import type { RequestHandler } from 'express';
import type { Backend } from '#jobs/work/commands.server.ts';
import { readHealth } from '#jobs/work/health.server.ts';

/** Answers 200 when all is well and 503 otherwise, with the facts as JSON. */
export function healthAnswer(backend: Backend, { dataDir }: { dataDir: string }): RequestHandler {
  return (_request, response, next) => {
    readHealth(backend, { dataDir }).then((health) => {
      response
        .status(health.ok ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json(health);
    }, next);
  };
}
