/** The files of shared films, under their links alone: a link that was withdrawn serves nothing any more. */
import { Router } from 'express';
import { isShareToken, SHARED_FILES, type SharedFile } from '#app/shared/shared-path.ts';
import { findSharedFilm, type SharedFilm } from '#jobs/db/shared-videos.server.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { sendFault } from './fault-answer';
import { sendStored } from './media';

const KEYS: Record<SharedFile, keyof SharedFilm & `${string}Key`> = {
  film: 'filmKey',
  poster: 'posterKey',
  captions: 'vttKey',
};

/** Serves `GET` and `HEAD` of `/s/<token>/film.mp4` and its like; what is kept of them is asked for again each time. */
export function sharedFiles({ db, storage }: Pick<Backend, 'db' | 'storage'>): Router {
  const router = Router();
  router.use((_request, response, next) => {
    // For the page of the link as well.
    response.set('X-Robots-Tag', 'noindex');
    next();
  });
  for (const [file, name] of Object.entries(SHARED_FILES) as [SharedFile, string][]) {
    router.get(`/:token/${name}`, (request, response, next) => {
      const { token = '' } = request.params;
      const found = isShareToken(token) ? findSharedFilm(db, token) : Promise.resolve(null);
      found.then((film) => {
        const key = film?.[KEYS[file]];
        if (!key) {
          sendFault(request, response, 404, WITHDRAWN);
          return;
        }
        response.set('Cache-Control', 'private, no-cache');
        sendStored({ request, response, next }, storage, key, { cacheControl: false });
      }, next);
    });
  }
  return router;
}

const WITHDRAWN = {
  code: 'link_not_found',
  message: 'This link leads nowhere.',
  hint: 'It was withdrawn, or its film was deleted. Ask whoever sent it.',
};
