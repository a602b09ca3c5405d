import { useSubmit } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { raiseToast } from '#app/shell/toasts/toast-queue.ts';
import type { StatusView, TransitionView } from '#app/video/status-view.ts';
import { displayTitle } from '#app/video/status-words.ts';
import { notifyIfHidden } from './notice';
import { seenTransitions } from './seen-transitions';
import { toastWords } from './toast-words';

/** How long a toast stays, ms. */
const TOAST_MS = 5000;

/**
 * Raises a toast for each transition of a video, in order and once in this tab. The end is told by a
 * notification as well, where nobody sees the page and the person allowed it.
 * @param transitions those that the newest answer told, oldest first; they may have been told before.
 * @param retryCost what retrying will cost, such as `≈ $0.10`; null where it is free.
 */
export function useTransitionToasts(
  { id, title, error }: Pick<StatusView, 'id' | 'title' | 'error'>,
  transitions: readonly TransitionView[],
  retryCost: string | null,
): void {
  const words = useWords();
  const submit = useSubmit();
  const retry = () => submit({ intent: 'process' }, { method: 'post', action: `/video/${id}` });
  const latest = useRef({ title, error, retry, retryCost });
  useEffect(() => {
    latest.current = { title, error, retry, retryCost };
  });
  useEffect(() => {
    for (const transition of transitions) {
      if (!seenTransitions.see(id, transition.id)) continue;
      const { title: name, error: fault, ...ways } = latest.current;
      const isLast = transition === transitions.at(-1);
      const said = toastWords(transition, isLast ? (fault?.hint ?? null) : null, words);
      const canRetry = transition.to === 'failed' && isLast && fault?.retryable !== false;
      const label =
        ways.retryCost === null ? words.t('Retry') : words.t('Retry for {{cost}}', { cost: ways.retryCost });
      raiseToast({
        tone: said.tone,
        title: said.title,
        detail: said.detail,
        id: transition.id,
        durationMs: TOAST_MS,
        ...(canRetry && { action: { label, perform: () => latest.current.retry() } }),
      });
      if (transition.to === 'completed' || transition.to === 'failed') {
        notifyIfHidden(displayTitle(name, words), said.title, transition.id);
      }
    }
  }, [id, transitions, words]);
}
