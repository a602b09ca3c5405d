/** The words that a film is published with where nobody gives others. Pure. */
import type { Video } from '#jobs/story/film/video.ts';
import { platformPost } from '#jobs/story/post/platform-post.ts';
import { postOf } from '#jobs/story/post/post.ts';
import { postedFilm } from '#jobs/story/post/posted-film.ts';
import type { Provenance } from '#jobs/story/provenance/provenance-file.ts';
import type { PublishingWords } from './publishing-choices';

/**
 * What the film is posted with on YouTube, which takes the least of all places that films are published at.
 * @param provenance where the film comes from; null where nobody can tell now
 */
export function suggestedWords(video: Video, provenance: Provenance | null): PublishingWords {
  const film = postedFilm(video, provenance);
  const { title, text } = platformPost(postOf(film), 'youtube', film.language);
  return { title: title ?? '', description: text };
}
