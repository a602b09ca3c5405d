/** The last stop of everything that was thrown: logged in full, told in brief. */
import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { asApiFault } from '#app/http/api-fault.ts';
import { RETRY_AFTER_S } from '#app/http/database-fault.ts';
import { withoutToken } from '#app/shared/shared-path.ts';
import { sendFault } from './fault-answer';

const UNEXPECTED = {
  code: 'unexpected',
  message: 'Something went wrong on our side.',
  hint: 'Try again in a moment; the server’s log has the details.',
};

/**
 * Answers 400 where the request itself could not be understood, 503 while the database is away, what the disk says, or
 * 500; never shows a stack.
 */
export function faultHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (isClientFault(error)) {
      sendFault(request, response, 400, {
        code: 'bad_request',
        message: 'The request could not be understood.',
        hint: 'Check its address and its headers.',
      });
      return;
    }
    const told = asApiFault(error);
    if (told?.status === 503) {
      response.set('Retry-After', String(RETRY_AFTER_S));
      sendFault(request, response, 503, told.fault);
      return;
    }
    log.error({ err: error, method: request.method, path: withoutToken(request.path) }, 'A request failed.');
    sendFault(request, response, told?.status ?? 500, told?.fault ?? UNEXPECTED);
  };
}

/** Parsers and file senders mark what the sender did wrong with a 4xx status; a bad escape is a URIError. */
function isClientFault(error: unknown): boolean {
  if (error instanceof URIError) return true;
  if (!(error instanceof Error) || !('status' in error)) return false;
  return typeof error.status === 'number' && error.status >= 400 && error.status < 500;
}
