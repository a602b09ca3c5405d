/** How much may be sent: decided from the announced length, before a single byte of the body is read. */
import type { Request, RequestHandler, Response } from 'express';
import { operationAt } from '#app/api/find-operation.ts';
import type { BodySize } from '#app/api/operation.ts';
import { MAX_BATCH_BYTES } from '#jobs/story/batch/batch-limits.ts';
import { MAX_UPLOAD_BYTES as OWN_FILE_BYTES } from '#jobs/story/film/own/own-limits.ts';
import { MAX_OWN_MUSIC_BYTES } from '#jobs/story/order/own-music.ts';
import { MAX_PROJECT_BYTES } from '#jobs/story/project/project-limits.ts';
import { sendFault } from './fault-answer';

/** Largest request body, in bytes: the longest story several times over. */
export const MAX_BODY_BYTES = 100 * 1024;

/** Largest form that brings a music file along. */
export const MAX_UPLOAD_BYTES = MAX_OWN_MUSIC_BYTES + MAX_BODY_BYTES;

/** Largest body with a person's own file for a scene; each kind has its own limit, see `own-limits.ts`. */
const MAX_OWN_FILE_BYTES = Math.max(...Object.values(OWN_FILE_BYTES)) + MAX_BODY_BYTES;

/** Up to this many bytes a refused body is let run out, so that the sender gets to read the answer. */
const MAX_DRAINED_BYTES = 32 * 1024 * 1024;

export type BodyVerdict = 'accepted' | 'too_large' | 'length_unknown';

/**
 * What to do with a body from its headers alone; Node holds a sender to the announced length.
 * @param contentLength the raw Content-Length header.
 * @param transferEncoding the raw Transfer-Encoding header; a body of unknown length is not taken.
 * @param limit bytes, see `limitOf`
 */
export function judgeBody(
  contentLength: string | undefined,
  transferEncoding: string | undefined,
  limit = MAX_BODY_BYTES,
): BodyVerdict {
  if (transferEncoding !== undefined) return 'length_unknown';
  if (contentLength === undefined) return 'accepted';
  return Number(contentLength) <= limit ? 'accepted' : 'too_large';
}

/** Largest request that brings a project file. */
export const MAX_PROJECT_UPLOAD_BYTES = MAX_PROJECT_BYTES + MAX_BODY_BYTES;

/** Largest request that brings a batch's stories: room for what a form puts around each of a thousand files. */
export const MAX_BATCH_UPLOAD_BYTES = MAX_BATCH_BYTES + 512 * 1024;

/** Where batches are sent. */
const BATCH_PATHS = ['/batches', '/api/batch'];

/** Where project files are sent: their bytes go to the disk as they come. */
const PROJECT_PATHS = ['/import', '/api/project'];

/**
 * How much may be sent where: music comes with the form for a new film, files for scenes have their own address, and a
 * project comes by itself.
 */
export function limitOf(path: string, contentType: string | undefined, method = 'POST'): number {
  const isForm = /^multipart\/form-data\b/iu.test(contentType ?? '');
  const size = operationAt(method, path)?.body?.size;
  // Music comes with a form alone.
  if (size) return SIZES[size === 'music' && !isForm ? 'text' : size];
  if (PROJECT_PATHS.includes(path)) return MAX_PROJECT_UPLOAD_BYTES;
  if (path === '/api/upload') return MAX_OWN_FILE_BYTES;
  if (BATCH_PATHS.includes(path)) return MAX_BATCH_UPLOAD_BYTES;
  return path === '/create' && isForm ? MAX_UPLOAD_BYTES : MAX_BODY_BYTES;
}

/** How much bodies of operations may bring, bytes. */
const SIZES: Record<BodySize, number> = {
  text: MAX_BODY_BYTES,
  music: MAX_UPLOAD_BYTES,
  'own-file': MAX_OWN_FILE_BYTES,
  project: MAX_PROJECT_UPLOAD_BYTES,
};

const HINTS = new Map([
  [MAX_OWN_FILE_BYTES, `Send a clip of at most ${OWN_FILE_BYTES.clip / 1024 / 1024} MB.`],
  [MAX_UPLOAD_BYTES, `Send a music file of at most ${MAX_OWN_MUSIC_BYTES / 1024 / 1024} MB.`],
  [MAX_BATCH_UPLOAD_BYTES, `Send at most ${MAX_BATCH_BYTES / 1024 / 1024} MB of stories in one batch.`],
  [MAX_PROJECT_UPLOAD_BYTES, `Send a project file of at most ${MAX_PROJECT_BYTES / 1024 ** 3} GB.`],
]);

/** Refuses bodies that are too large (413) or do not say how large they are (411). */
export const bodyLimit: RequestHandler = (request, response, next) => {
  const contentLength = request.headers['content-length'];
  const limit = limitOf(request.path, request.headers['content-type'], request.method);
  const verdict = judgeBody(contentLength, request.headers['transfer-encoding'], limit);
  if (verdict === 'accepted') {
    next();
    return;
  }
  closeUnlessDrained(request, response);
  if (verdict === 'too_large') {
    sendFault(request, response, 413, {
      code: 'body_too_large',
      message: `The request is larger than ${Math.round(limit / 1024)} kB.`,
      hint: hintOf(limit),
    });
  } else {
    sendFault(request, response, 411, {
      code: 'length_required',
      message: 'The request does not say how large its body is.',
      hint: 'Send a Content-Length header instead of a chunked body.',
    });
  }
};

/** Ends a connection with its refusal, where more is on its way than is let run out. */
export function closeUnlessDrained({ headers }: Request, response: Response): void {
  const isUnknown = headers['transfer-encoding'] !== undefined;
  if (isUnknown || !(Number(headers['content-length'] ?? 0) <= MAX_DRAINED_BYTES))
    response.set('Connection', 'close');
}

function hintOf(limit: number): string {
  return HINTS.get(limit) ?? 'Send the story’s text alone; it may have up to 10,000 characters.';
}
