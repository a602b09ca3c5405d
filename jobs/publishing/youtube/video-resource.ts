/** A film as YouTube's Data API is told of it. Pure. */
import type { PublishedFilm } from '#jobs/ports/publisher.ts';

/**
 * A tag by which a video is known again as one that was sent: an upload whose end nobody heard of is not sent twice.
 * @param publicationId of the film's way there
 */
export function tagOf(publicationId: string): string {
  return `storyshort-${publicationId.replaceAll('-', '').slice(0, 16)}`;
}

/** The body of `videos.insert`, with the parts that it has. */
export function videoResource({ publicationId, words, wishes, facts }: PublishedFilm) {
  return {
    parts: ['snippet', 'status'],
    body: {
      snippet: {
        ...words,
        tags: [tagOf(publicationId)],
        categoryId: wishes.category,
        defaultLanguage: facts.language,
        defaultAudioLanguage: facts.language,
      },
      status: {
        privacyStatus: wishes.privacy,
        selfDeclaredMadeForKids: wishes.madeForKids,
        containsSyntheticMedia: facts.madeWithAi,
      },
    },
  };
}
