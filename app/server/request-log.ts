import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { withoutToken } from '#app/shared/shared-path.ts';

/**
 * Logs each answer: what changes something at `info`, reading at `debug`, our own faults at
 * `error`.
 */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    const path = withoutToken(request.path);
    response.on('finish', () => {
      const isReading = request.method === 'GET' || request.method === 'HEAD';
      // 503 is what the health page says of a house without a worker.
      const isFault = response.statusCode >= 500 && response.statusCode !== 503;
      const level = isFault ? 'error' : isReading ? 'debug' : 'info';
      const ms = Math.round(performance.now() - startedAt);
      log[level]({ method: request.method, path, status: response.statusCode, ms }, 'answered');
    });
    next();
  };
}
