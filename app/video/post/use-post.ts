import { useCallback, useEffect, useState } from 'react';
import { raiseToast } from '#app/shell/toasts/toast-queue.ts';
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
  const [news, setNews] = useState<{ since: PostView; post: PostView } | null>(null);
  // What came with the page later knows all that was asked before.
  const post = news?.since === loaded ? news.post : loaded;
  const isAwaited = post.isLooking || post.platforms.some(({ file }) => file.state === 'making');
  useEffect(() => {
    if (!isAwaited) return;
    let questions = 0;
    const asking = setInterval(async () => {
      questions += 1;
      if (questions >= MOST_QUESTIONS) clearInterval(asking);
      // A server that is away is asked again.
      const answer = await fetch(`/api/post?id=${videoId}`).catch(() => null);
      if (answer?.ok) setNews({ since: loaded, post: await answer.json() });
    }, ASK_MS);
    return () => clearInterval(asking);
  }, [isAwaited, videoId, loaded]);
  const send = useCallback(
    async (fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams({ ...fields, id: videoId });
      const answer = await fetch('/api/post', { method: 'POST', body }).catch(() => null);
      const said = await answer?.json().catch(() => null);
      if (answer?.ok && said) setNews({ since: loaded, post: said });
      else
        raiseToast({
          tone: 'error',
          title: said?.error?.message ?? 'StoryShort could not be reached, and nothing was changed.',
          detail: said?.error?.hint ?? 'Try again in a moment.',
        });
    },
    [videoId, loaded],
  );
  return { post, send };
}
