/** What a film's page is told of publishing. */
import type { AppLoadContext } from '@remix-run/node';
import { listPublications } from '#jobs/db/publishing/publications.server.ts';
import { listTargets, type PublishingTarget } from '#jobs/db/publishing/publishing-accounts.server.ts';
import type { Video } from '#jobs/story/film/video.ts';
import type { Provenance } from '#jobs/story/provenance/provenance-file.ts';
import type { PublishingWords } from '#jobs/story/publishing/publishing-choices.ts';
import { suggestedWords } from '#jobs/story/publishing/suggested-words.ts';
import { type PublicationView, publicationView } from './publication-view';

export interface PublishingView {
  /** The newest first. */
  publications: PublicationView[];
  /** Where the visitor's films can be published. */
  targets: PublishingTarget[];
  suggested: PublishingWords;
}

/**
 * @param provenance of its film; null where it cannot be told now
 * @returns null where this site publishes nothing, or there is no film yet
 */
export async function readPublishing(
  { backend, publishing }: AppLoadContext,
  video: Video,
  provenance: Provenance | null,
): Promise<PublishingView | null> {
  if (!publishing || video.filmKey === null) return null;
  const [publications, targets] = await Promise.all([
    listPublications(backend.db, video.id),
    listTargets(backend.db, backend.ownerId),
  ]);
  const suggested = suggestedWords(video, provenance);
  return { publications: publications.map(publicationView), targets, suggested };
}
