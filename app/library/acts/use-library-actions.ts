import { useFetchers, useSubmit } from '@remix-run/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Words } from '#app/language/page-words.ts';
import { useWords } from '#app/language/use-words.ts';
import { raiseToast } from '#app/shell/toasts/toast-queue.ts';
import { UNDO_MS } from '#jobs/story/film/undo-time.ts';
import { deletedWords, undoneWords } from './deleted-words';
import type { LibraryAnswer, LibraryIntent } from './library-answer';
import { onLibraryNews } from './library-news';

/** Where the home page's forms are sent. */
export const LIBRARY_ACTION = '/?index';

export interface LibraryActions {
  duplicate(id: string): void;
  /** Deletes at once; a toast offers to bring them back. */
  remove(ids: readonly string[]): void;
}

type Send = (intent: LibraryIntent, ids: readonly string[]) => void;

/** Asks for something of several videos; whoever listens is told the answer. */
function useSending(): Send {
  const submit = useSubmit();
  return useCallback(
    (intent, ids) => {
      const form = new FormData();
      form.set('intent', intent);
      form.set('inPlace', '1');
      for (const id of ids) form.append('id', id);
      // A key of its own: what is asked before its answer came does not take its place.
      const fetcherKey = `${intent} ${ids.join()} ${Date.now()}`;
      submit(form, { method: 'post', action: LIBRARY_ACTION, navigate: false, fetcherKey });
    },
    [submit],
  );
}

/** Asks for videos that were deleted to be brought back. */
export function useUndo(): (ids: readonly string[]) => void {
  const send = useSending();
  return useCallback((ids) => send('undo', ids), [send]);
}

/** What may be done with the shelf's videos, told in toasts when it is done. */
export function useLibraryActions(): LibraryActions {
  const send = useSending();
  const words = useWords();
  useEffect(() => onLibraryNews((answer) => tell(answer, (ids) => send('undo', ids), words)), [send, words]);
  return useMemo(
    () => ({
      duplicate: (id) => send('duplicate', [id]),
      remove: (ids) => {
        send('delete', ids);
        // What had the focus goes with its card.
        document.getElementById('shelf-title')?.focus({ preventScroll: true });
      },
    }),
    [send],
  );
}

/** Raises a toast for videos that were deleted, with the way back. */
export function tellDeleted(
  videos: readonly { id: string; title: string }[],
  undo: (ids: readonly string[]) => void,
  words: Words,
): void {
  const ids = videos.map(({ id }) => id);
  if (ids.length === 0) return;
  raiseToast({
    tone: 'plain',
    title: deletedWords(videos, words),
    id: `deleted ${ids.join()}`,
    durationMs: UNDO_MS,
    action: { label: words.t('Undo'), perform: () => undo(ids) },
  });
}

/** What is refused beside the field or button that asked for it. */
const TOLD_IN_PLACE: readonly LibraryIntent[] = ['rename', 'share', 'withdraw'];

function tell(answer: LibraryAnswer, undo: (ids: readonly string[]) => void, words: Words): void {
  const { t, told } = words;
  if (answer.done === 'delete') tellDeleted(answer.videos, undo, words);
  else if (answer.done === 'duplicate')
    raiseToast({ tone: 'success', title: t('Duplicated. The copy has everything its original has.') });
  else if (answer.done === 'undo') {
    const { isBad, text } = undoneWords(answer, words);
    raiseToast({ tone: isBad ? 'error' : 'success', title: text });
  } else if (answer.done === null && !TOLD_IN_PLACE.includes(answer.intent)) {
    raiseToast({ tone: 'error', title: told(answer.fault.message), detail: told(answer.fault.hint) });
  }
}

/** Ids of the videos that are being deleted just now: they are gone from the page before the answer comes. */
export function useVanishing(): ReadonlySet<string> {
  const fetchers = useFetchers();
  const known = useRef<ReadonlySet<string>>(new Set());
  const ids = fetchers.flatMap(({ formData }) =>
    formData?.get('intent') === 'delete' ? formData.getAll('id').map(String) : [],
  );
  const vanishing = new Set(ids);
  if (ids.length !== known.current.size || ids.some((id) => !known.current.has(id)))
    known.current = vanishing;
  return known.current;
}
