import { useEffect, useState } from 'react';
import { isAnyUnderWay, type PublicationView } from './publication-view';

/** How often is asked how far they are, ms. */
const ASK_MS = 2000;

/** A video's publications as they were loaded, and as they become while any is on its way. */
export function usePublications(
  videoId: string,
  loaded: readonly PublicationView[],
): readonly PublicationView[] {
  const [news, setNews] = useState<{
    of: readonly PublicationView[];
    publications: PublicationView[];
  } | null>(null);
  const known = news?.of === loaded ? news.publications : loaded;
  const isAsked = isAnyUnderWay(known);
  useEffect(() => {
    if (!isAsked) return;
    let isOver = false;
    const asking = setInterval(async () => {
      // A server that is away is asked again.
      const answer = await fetch(`/api/publications?videoId=${videoId}`).catch(() => null);
      if (!answer?.ok) return;
      const { publications } = await answer.json();
      if (!isOver) setNews({ of: loaded, publications });
    }, ASK_MS);
    return () => {
      isOver = true;
      clearInterval(asking);
    };
  }, [isAsked, videoId, loaded]);
  return known;
}
