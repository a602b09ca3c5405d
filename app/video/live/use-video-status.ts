import { useFetcher, useNavigation, useRevalidator } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { EARLY_PACE, HIDDEN_POLL_INTERVAL_MS, nextPace, STEADY_PACE } from '#app/video/poll-pace.ts';
import type { StatusView, TransitionView } from '#app/video/status-view.ts';
import { usePolling } from '#app/video/use-polling.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import { setRevalidationScope } from './revalidation-scope';
import { seenTransitions } from './seen-transitions';
import type { StatusAnswer } from './status-answer';
import { isLater } from './transition-order';

const NO_TRANSITIONS: readonly TransitionView[] = [];

export interface LiveStatus {
  status: StatusView;
  /** What the newest answer told of, oldest first. */
  transitions: readonly TransitionView[];
  /** False while the server cannot be reached; polling goes on, more slowly. */
  isConnected: boolean;
}

/**
 * Follows a video while it is unfinished: loads the status route once into a fetcher, then revalidates it
 * at the pace of `poll-pace.ts`. Everything else on the page is reloaded only when the status has changed.
 * @param loaded the status that the page came with.
 * @param toldFrom id of the transition after which a tab that has not met the video yet is told of them.
 * @param isExpecting keeps asking although the video is finished: it was just told to go on.
 */
export function useVideoStatus(
  loaded: StatusView,
  { toldFrom, isExpecting }: { toldFrom: string; isExpecting: boolean },
): LiveStatus {
  const fetcher = useFetcher<StatusAnswer>({ key: `status:${loaded.id}` });
  const { revalidate, state: revalidation } = useRevalidator();
  const [pace, setPace] = useState(loaded.status === 'pending' ? EARLY_PACE : STEADY_PACE);
  const answer = fetcher.data;
  const asked = answer?.kind === 'status' ? answer.status : null;
  const status = asked && asked.id === loaded.id && asked.updatedAt >= loaded.updatedAt ? asked : loaded;
  const active = answer?.kind !== 'gone' && (isExpecting || !isFinished(status.status));
  const navigation = useNavigation().state;
  const busy = revalidation !== 'idle' || fetcher.state !== 'idle' || navigation !== 'idle';

  useEffect(() => {
    if (answer)
      setPace((current) => nextPace(current, answer.kind === 'unreachable' ? 'unanswered' : 'answered'));
  }, [answer]);

  const load = fetcher.load;
  const statusPath = `/api/video-status?id=${loaded.id}`;
  const isLoadedOnce = useRef(false);
  useEffect(() => {
    seenTransitions.begin(loaded.id, toldFrom);
    // A tab that comes back after the end still has to tell of it.
    const hasNews = isLater(loaded.cursor, seenTransitions.last(loaded.id) ?? toldFrom);
    if ((!active && !hasNews) || isLoadedOnce.current) return;
    isLoadedOnce.current = true;
    load(statusPath);
  }, [active, load, statusPath, loaded.id, loaded.cursor, toldFrom]);

  const poll = useCallback(() => {
    setRevalidationScope('status');
    revalidate();
  }, [revalidate]);
  usePolling({
    active: active && answer !== undefined,
    busy,
    pace,
    hiddenMs: HIDDEN_POLL_INTERVAL_MS,
    poll,
  });

  // A reload of the page's own data follows each change, so that the preview has what was made, and shows a deleted
  // video's 404.
  const isBehind =
    answer?.kind === 'gone' || status.status !== loaded.status || madeOf(status) !== madeOf(loaded);
  const reloadedFor = useRef('');
  useEffect(() => {
    if (busy) return;
    setRevalidationScope(null);
    const reason = answer?.kind === 'gone' ? 'gone' : `${status.status} ${status.updatedAt}`;
    if (!isBehind || reloadedFor.current === reason) return;
    reloadedFor.current = reason;
    setRevalidationScope('page');
    revalidate();
  }, [busy, isBehind, answer, status, revalidate]);

  return {
    status,
    transitions: asked?.transitions ?? NO_TRANSITIONS,
    isConnected: answer?.kind !== 'unreachable',
  };
}

/** What there is of a video's scenes. */
function madeOf({ storyboard }: StatusView): string {
  return storyboard.scenes.map(({ imageUrl, audioUrl }) => `${imageUrl} ${audioUrl}`).join(' ');
}
