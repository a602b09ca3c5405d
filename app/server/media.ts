/** Stored files by key: Range, HEAD, ETag, the right type, cached for ever because a key's bytes never change. */
import { basename, dirname, extname } from 'node:path';
import { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import type { Logger } from 'pino';
import type { Storage } from '#jobs/ports/storage.ts';
import { isStorageKey, mediaUrl } from '#jobs/storage/media-url.ts';
import { readThumbnail } from '#jobs/storage/thumbnail.ts';
import { sendFault } from './fault-answer';
import type { Thumbnails } from './thumbnails';

const YEAR_MS = 365 * 24 * 3600 * 1000;

const TYPES: Record<string, string> = {
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.vtt': 'text/vtt; charset=utf-8',
  '.srt': 'application/x-subrip; charset=utf-8',
};

/** What is told of a file that is not there, or not for whoever asks. */
export const MISSING = {
  code: 'file_not_found',
  message: 'There is no such file.',
  hint: 'It may have been deleted with its video, or made anew under another name.',
};

const BEYOND_THE_END = {
  code: 'range_not_satisfiable',
  message: 'The file is shorter than the part that was asked for.',
  hint: 'Ask for a part within the size that Content-Range tells.',
};

/** What is already said about a file when it turns out that it cannot be sent. */
const HEADERS_OF_THE_FILE = ['Content-Disposition', 'ETag', 'Last-Modified', 'Accept-Ranges'];

/** The media type of a stored file by its name; a plain download for anything else. */
export function mediaTypeOf(key: string): string {
  return TYPES[extname(key)] ?? 'application/octet-stream';
}

/**
 * A file name that every system accepts, with the stored file's own extension.
 * @param wanted what the link asks for; empty falls back to `storyshort`.
 */
export function downloadName(wanted: string, key: string): string {
  const extension = extname(key);
  const stem = wanted
    .normalize('NFC')
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  return ([...stem].slice(0, 80).join('').trim() || 'storyshort') + extension;
}

/**
 * Sends a stored file, or the part of it that was asked for, from this machine: never by an address of the storage, which
 * would be good for whoever has it. What was removed is not sent, though a copy may still lie here.
 * @param caching as Express's `sendFile` takes it
 */
export function sendStored(
  { request, response, next }: { request: Request; response: Response; next: NextFunction },
  storage: Storage,
  key: string,
  caching: { immutable?: boolean; maxAge?: number; cacheControl?: boolean },
): void {
  const refuse = (error: Error & { status?: number; code?: string }) => {
    if (response.headersSent) return;
    for (const name of HEADERS_OF_THE_FILE) response.removeHeader(name);
    const isMissing = error.status === 404 || error.status === 403 || error.code === 'ENOENT';
    if (isMissing) sendFault(request, response, 404, MISSING);
    else if (error.status === 416) sendFault(request, response, 416, BEYOND_THE_END);
    else next(error);
  };
  const send = (file: string) => {
    response.type(mediaTypeOf(key));
    const options = { root: dirname(file), dotfiles: 'deny', ...caching } as const;
    response.sendFile(basename(file), options, (error?: Error & { status?: number }) => {
      if (error) refuse(error);
    });
  };
  storage
    .has(key)
    .then(async (isThere) => {
      if (isThere) send(await storage.localPath(key));
      else sendFault(request, response, 404, MISSING);
    })
    .catch(refuse);
}

/**
 * Serves `GET` and `HEAD` below `/media`; a picture's small sizes are made when they are first asked for.
 * @param storage where the files lie.
 * @param isHidden whether the files of a video are not to be had, by whoever asks: they may come back, or be another
 *   person's.
 * @param thumbnails the one maker of small sizes of that storage
 */
export function mediaRouter(
  storage: Storage,
  log: Logger,
  isHidden: (videoId: string, response: Response) => Promise<boolean>,
  thumbnails: Thumbnails,
): Router {
  const router = Router();
  const veil: RequestHandler = (request, response, next) => {
    const [, videoId = ''] = request.path.split('/');
    isHidden(videoId, response).then((hidden) => {
      if (hidden) sendFault(request, response, 404, MISSING);
      else next();
    }, next);
  };
  const shrink: RequestHandler = (request, response, next) => {
    const key = request.path.slice(1);
    const thumbnail = readThumbnail(key);
    if (!thumbnail) {
      next();
      return;
    }
    thumbnails.provide(key, thumbnail).then(
      () => next(),
      (error: unknown) => {
        log.warn({ err: error, key }, 'A picture could not be made smaller; it is sent as it is.');
        response.set('Cache-Control', 'no-store').redirect(302, mediaUrl(thumbnail.picture));
      },
    );
  };
  const serve: RequestHandler = (request, response, next) => {
    const key = request.path.slice(1);
    if (!isStorageKey(key)) {
      sendFault(request, response, 404, MISSING);
      return;
    }
    const { download } = request.query;
    if (typeof download === 'string') response.attachment(downloadName(download, key));
    sendStored({ request, response, next }, storage, key, { immutable: true, maxAge: YEAR_MS });
  };
  router.get('*', veil, shrink, serve);
  return router;
}
