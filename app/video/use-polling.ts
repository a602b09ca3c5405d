import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type PollPace, pollDelay } from './poll-pace';

export interface Polling {
  /** Whether there is still something to wait for. */
  active: boolean;
  /** Whether a question is under way: the next one waits for its end. */
  busy: boolean;
  pace: PollPace;
  /** How long to wait between questions while the page is hidden, ms; by default none is asked then. */
  hiddenMs?: number;
  /** Asks once. */
  poll: () => void;
}

/**
 * Asks again and again while the page is visible, and seldom or not at all while it is hidden; coming back to
 * a hidden page asks at once. Never asks while a question is under way.
 */
export function usePolling({ active, busy, pace, hiddenMs, poll }: Polling): void {
  const visible = useSyncExternalStore(onVisibilityChange, isVisible, () => true);
  const latestPoll = useRef(poll);
  const wasHidden = useRef(false);
  useEffect(() => {
    latestPoll.current = poll;
  });
  useEffect(() => {
    if (!visible) wasHidden.current = true;
    if (!active || busy || (!visible && hiddenMs === undefined)) return;
    const delay = !visible
      ? Math.max(hiddenMs ?? 0, pollDelay(pace))
      : wasHidden.current
        ? 0
        : pollDelay(pace);
    if (visible) wasHidden.current = false;
    const timer = setTimeout(() => latestPoll.current(), delay);
    return () => clearTimeout(timer);
  }, [active, busy, pace, hiddenMs, visible]);
}

function onVisibilityChange(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}

function isVisible(): boolean {
  return document.visibilityState === 'visible';
}
