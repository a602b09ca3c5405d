/** The files of films that are told to an address of their owner's: good for whoever has their link, for a while. */
import { Router } from 'express';
import { sendFault } from '#app/server/fault-answer.ts';
import { sendStored } from '#app/server/media.ts';
import { findLentFiles } from '#jobs/db/publishing/publications.server.ts';
import type { Backend } from '#jobs/work/commands.server.ts';
import { isLentToken, LENT_NAMES, type LentFile } from '#jobs/work/publishing/lent-path.ts';
import type { PublishingPlaces } from '#jobs/work/publishing/publishing-places.server.ts';

/** Serves `GET` and `HEAD` of `/s/lent.…/film.mp4` and its like; leaves all other links to whoever comes next. */
export function lentFiles(
  { db, storage }: Pick<Backend, 'db' | 'storage'>,
  places: Pick<PublishingPlaces, 'lent'>,
): Router {
  const router = Router();
  for (const [file, name] of Object.entries(LENT_NAMES) as [LentFile, string][]) {
    router.get(`/:token/${name}`, (request, response, next) => {
      const { token = '' } = request.params;
      if (!isLentToken(token)) return next();
      response.set({ 'X-Robots-Tag': 'noindex', 'Cache-Control': 'private, no-store' });
      const publicationId = places.lent(token, file);
      const found = publicationId === null ? Promise.resolve(null) : findLentFiles(db, publicationId);
      found.then((files) => {
        const key = files?.[file];
        if (key) sendStored({ request, response, next }, storage, key, { cacheControl: false });
        else sendFault(request, response, 404, EXPIRED);
      }, next);
    });
  }
  return router;
}

const EXPIRED = {
  code: 'link_not_found',
  message: 'This link leads nowhere.',
  hint: 'It has expired, or its film was deleted: publish the film again.',
};
