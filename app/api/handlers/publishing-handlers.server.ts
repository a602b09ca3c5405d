import type { PUBLISHING_OPERATIONS } from '#app/api/operations/publishing-operations.ts';
import { publicationView } from '#app/publishing/publication-view.ts';
import { publishAsAsked } from '#app/publishing/publish-acts.server.ts';
import { findPublication, listPublications } from '#jobs/db/publishing/publications.server.ts';
import { listTargets } from '#jobs/db/publishing/publishing-accounts.server.ts';
import { findVideo } from '#jobs/db/videos.server.ts';
import { videoNotFound } from '#jobs/work/commands.server.ts';
import { retryPublication, stopPublication } from '#jobs/work/publishing/publish-film.server.ts';
import type { Handlers } from './handler';

export const PUBLISHING_HANDLERS: Handlers<keyof typeof PUBLISHING_OPERATIONS> = {
  listPublishingTargets: async ({ backend }) => ({
    status: 200,
    body: { targets: await listTargets(backend.db, backend.ownerId) },
  }),

  listPublications: async ({ backend }, { params }) => {
    if (!(await findVideo(backend.db, params.id))) throw videoNotFound();
    const publications = await listPublications(backend.db, params.id);
    return { status: 200, body: { publications: publications.map(publicationView) } };
  },

  publishVideo: async (context, { params, body }) => {
    const { id, isNew } = await publishAsAsked(context, params.id, body);
    const publication = await findPublication(context.backend.db, params.id, id);
    if (!publication) throw videoNotFound();
    return { status: isNew ? 201 : 200, body: publicationView(publication) };
  },

  retryPublication: async ({ backend }, { params }) => {
    await retryPublication(backend, params.id, params.publicationId);
    return { status: 202 };
  },

  stopPublication: async ({ backend }, { params }) => {
    await stopPublication(backend, params.id, params.publicationId);
    return { status: 204 };
  },
};
