import { useCallback } from 'react';
import { toldFault } from '#app/http/told-fault.ts';
import { useWords } from '#app/language/use-words.ts';
import { raiseToast } from '#app/shell/toasts/toast-queue.ts';
import { useAwaited } from '#app/video/live/use-awaited.ts';
import type { PostView } from './post-view';

/** How often is asked how far things are, ms. */
const ASK_MS = 2000;
/** After so many questions a person may reload: no worker seems to have the time. */
const MOST_QUESTIONS = 900;

interface ShownPost {
  post: PostView;
  /** Asks for something, and shows what became of it. */
  send: (fields: Readonly<Record<string, string>>) => Promise<void>;
}

/** What is ready of a video’s film, and what gets ready meanwhile. @param loaded with the page, each time anew */
export function usePost(videoId: string, loaded: PostView): ShownPost {
  const { t, told } = useWords();
  const [post, tell] = useAwaited({
    loaded,
    address: `/api/post?id=${videoId}`,
    isAwaited: ({ isLooking, platforms }) =>
      isLooking || platforms.some(({ file }) => file.state === 'making'),
    everyMs: ASK_MS,
    mostQuestions: MOST_QUESTIONS,
  });
  const send = useCallback(
    async (fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams({ ...fields, id: videoId });
      const answer = await fetch('/api/post', { method: 'POST', body }).catch(() => null);
      const said = await answer?.json().catch(() => null);
      const refused = toldFault(said);
      if (answer?.ok && said) tell(said);
      else
        raiseToast({
          tone: 'error',
          title: refused
            ? told(refused.message)
            : t('StoryShort could not be reached, and nothing was changed.'),
          detail: refused ? told(refused.hint) : t('Try again in a moment.'),
        });
    },
    [videoId, tell, t, told],
  );
  return { post, send };
}
