import { useAwaited } from '#app/video/live/use-awaited.ts';
import { isAnyUnderWay, type PublicationView } from './publication-view';

/** How often is asked how far they are, ms. */
const ASK_MS = 2000;

interface Published {
  publications: PublicationView[];
}

/** A video's publications as they were loaded, and as they become while any is on its way. */
export function usePublications(videoId: string, loaded: Published): readonly PublicationView[] {
  const [{ publications }] = useAwaited<Published>({
    loaded,
    address: `/api/publications?videoId=${videoId}`,
    isAwaited: (known) => isAnyUnderWay(known.publications),
    everyMs: ASK_MS,
  });
  return publications;
}
