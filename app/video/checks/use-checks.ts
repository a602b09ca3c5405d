import { useEffect, useState } from 'react';
import type { ChecksView } from './checks-view';

/** How often is asked whether a film has been looked at, ms. */
const ASK_MS = 3000;
/** After so many questions a person may reload: no worker seems to have the time. */
const MOST_QUESTIONS = 60;

/** What was found in a video's film, and what is found meanwhile. */
export function useChecks(videoId: string, loaded: ChecksView, filmUrl: string | null): ChecksView {
  const [news, setNews] = useState<{ filmUrl: string | null; checks: ChecksView } | null>(null);
  const known = news?.filmUrl === filmUrl ? news.checks : loaded;
  const isAsked = filmUrl !== null && loaded.state === 'pending' && known.state === 'pending';
  useEffect(() => {
    if (!isAsked) return;
    let questions = 0;
    const asking = setInterval(async () => {
      questions += 1;
      if (questions >= MOST_QUESTIONS) clearInterval(asking);
      // A server that is away is asked again.
      const answer = await fetch(`/api/checks?id=${videoId}`).catch(() => null);
      if (answer?.ok) setNews({ filmUrl, checks: await answer.json() });
    }, ASK_MS);
    return () => clearInterval(asking);
  }, [isAsked, videoId, filmUrl]);
  return known;
}
