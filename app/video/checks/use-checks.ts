import { useAwaited } from '#app/video/live/use-awaited.ts';
import type { ChecksView } from './checks-view';

/** How often is asked whether a film has been looked at, ms. */
const ASK_MS = 3000;
/** After so many questions a person may reload: no worker seems to have the time. */
const MOST_QUESTIONS = 60;

/** What was found in a video's film, and what is found meanwhile. @param hasFilm whether there is one to be looked at */
export function useChecks(videoId: string, loaded: ChecksView, hasFilm: boolean): ChecksView {
  const [checks] = useAwaited({
    loaded,
    address: `/api/checks?id=${videoId}`,
    isAwaited: ({ state }) => hasFilm && state === 'pending',
    everyMs: ASK_MS,
    mostQuestions: MOST_QUESTIONS,
  });
  return checks;
}
