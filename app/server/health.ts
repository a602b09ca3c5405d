/** `/healthz`: whether the house can do its work, for people and for whatever watches the process. */
import type { RequestHandler } from 'express';
import type { EngineOverview } from '#jobs/ports/engine-overview.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { readHealth } from '#jobs/work/health.server.ts';

/**
 * Answers 200 when all is well and 503 otherwise, with the facts as JSON; models that end soon are told and do no harm
 * yet.
 */
export function healthAnswer(
  backend: Backend,
  { dataDir, engines }: { dataDir: string; engines?: Pick<EngineOverview, 'notices'> | undefined },
): RequestHandler {
  return (_request, response, next) => {
    const models = engines?.notices() ?? [];
    Promise.all([readHealth(backend, { dataDir }), models]).then(([health, notices]) => {
      response
        .status(health.ok ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json({ ...health, models: notices });
    }, next);
  };
}
