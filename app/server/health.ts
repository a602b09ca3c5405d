/** `/healthz`: whether the house can do its work, for people and for whatever watches the process. */
import type { RequestHandler, Response } from 'express';
import type { EngineOverview, ModelNotice } from '#jobs/ports/engine-overview.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { diskNews, readHealth } from '#jobs/work/health.server.ts';

/**
 * Answers 200 when all is well and 503 otherwise, with the facts as JSON; models that end soon are told and do no harm
 * yet. What is not known yet, just after the start, is null.
 */
export function healthAnswer(
  backend: Backend,
  {
    engines,
    isInside = () => true,
  }: {
    engines?: Pick<EngineOverview, 'notices'> | undefined;
    /** Whether who asks may know more than that it is well. */
    isInside?: (response: Response) => boolean;
  },
): RequestHandler {
  const readDisk = diskNews(backend.storage);
  // Null until it was heard once.
  let models: readonly ModelNotice[] | null = engines ? null : [];
  return (_request, response, next) => {
    // Who watches the process does not wait for somebody else's server: the next answer has what it says.
    void engines?.notices().then((notices) => {
      models = notices;
    });
    readHealth(backend, readDisk).then((health) => {
      response
        .status(health.ok ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json(isInside(response) ? { ...health, models } : { ok: health.ok });
    }, next);
  };
}
