import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { raiseToast } from '#app/shell/toasts/toast-queue.ts';
import type { SceneEditView, StoryboardView } from '#app/video/editor/storyboard-view.ts';
import type { Edit } from '#jobs/story/storyboard/edit.ts';
import type { Storyboard } from '#jobs/story/storyboard/storyboard.ts';
import { type Ask, askStoryboard, readStoryboardAgain } from './ask-storyboard';
import { scenesOf, withPending } from './pending-edits';

/** How long the page waits before it tries to save again, ms. */
const AGAIN_MS = 2000;

/** An edit that met another one of the same part. */
export interface Conflict {
  edit: Edit;
  /** The storyboard as the others left it. */
  theirs: StoryboardView;
}

export interface StoryboardControl {
  /** As the server has it. */
  view: StoryboardView;
  /** With what was done since. */
  board: Storyboard;
  scenes: SceneEditView[];
  /** `unsaved` while the server cannot be reached: nothing is lost, and the page keeps trying. */
  state: 'saved' | 'saving' | 'unsaved';
  conflict: Conflict | null;
  edit(edit: Edit): void;
  ask(ask: Ask): void;
  /** Goes on after a conflict: with one's own part, or with the others'. */
  settle(keep: 'mine' | 'theirs'): void;
}

/**
 * The storyboard of a page: each edit is seen at once and saved in its order. What was loaded anew, or changed in
 * another tab, is taken over as soon as nothing is waiting to be saved.
 * @param made is another text whenever something was made, so that it is asked for
 */
export function useStoryboard(videoId: string, loaded: StoryboardView, made: string): StoryboardControl {
  const { told } = useWords();
  const [view, setView] = useState(loaded);
  const [queue, setQueue] = useState<readonly Ask[]>([]);
  const [isUnreachable, setUnreachable] = useState(false);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const busy = useRef(false);
  const revision = useRef(loaded.revision);

  const take = useCallback((next: StoryboardView) => {
    revision.current = next.revision;
    setView(next);
  }, []);

  useEffect(() => {
    if (!busy.current && loaded.revision >= revision.current) take(loaded);
  }, [loaded, take]);

  useEffect(() => {
    const [first] = queue;
    if (!first || busy.current) return;
    busy.current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void askStoryboard(videoId, first, revision.current).then((answer) => {
      if (answer.kind === 'unreachable') {
        setUnreachable(true);
        timer = setTimeout(() => {
          busy.current = false;
          setQueue((waiting) => [...waiting]);
        }, AGAIN_MS);
        return;
      }
      busy.current = false;
      setUnreachable(false);
      if (answer.kind === 'saved') take(answer.storyboard);
      if (answer.kind === 'refused')
        raiseToast({ tone: 'error', title: told(answer.refusal.message), detail: told(answer.refusal.hint) });
      if (answer.kind === 'conflict') {
        take(answer.storyboard);
        if (first.kind === 'edit') setConflict({ edit: first.edit, theirs: answer.storyboard });
      }
      setQueue((waiting) => waiting.slice(1));
    });
    return () => clearTimeout(timer);
  }, [queue, videoId, take, told]);

  useReadAgain(videoId, { isIdle: queue.length === 0, made }, take);
  useUnsavedWarning(queue.length > 0);

  const ask = useCallback((next: Ask) => setQueue((waiting) => [...waiting, next]), []);
  const edit = useCallback((next: Edit) => ask({ kind: 'edit', edit: next }), [ask]);
  const settle = useCallback(
    (keep: 'mine' | 'theirs') => {
      if (conflict && keep === 'mine') ask({ kind: 'edit', edit: conflict.edit });
      setConflict(null);
    },
    [conflict, ask],
  );

  const board = useMemo(() => {
    const edits = queue.flatMap((waiting) => (waiting.kind === 'edit' ? [waiting.edit] : []));
    return withPending(view.board, edits);
  }, [view, queue]);
  const scenes = useMemo(() => scenesOf(board, view), [board, view]);
  const state = queue.length === 0 ? 'saved' : isUnreachable ? 'unsaved' : 'saving';
  return { view, board, scenes, state, conflict, edit, ask, settle };
}

/** Takes over what was made meanwhile, and what was done elsewhere when one comes back to the page. */
function useReadAgain(
  videoId: string,
  { isIdle, made }: { isIdle: boolean; made: string },
  take: (view: StoryboardView) => void,
): void {
  const seen = useRef(made);
  useEffect(() => {
    if (!isIdle) return;
    let isOver = false;
    const read = () => {
      if (document.visibilityState !== 'visible') return;
      void readStoryboardAgain(videoId).then((answer) => {
        if (!isOver && answer.kind === 'saved') take(answer.storyboard);
      });
    };
    if (seen.current !== made) {
      seen.current = made;
      read();
    }
    window.addEventListener('focus', read);
    document.addEventListener('visibilitychange', read);
    return () => {
      isOver = true;
      window.removeEventListener('focus', read);
      document.removeEventListener('visibilitychange', read);
    };
  }, [videoId, isIdle, made, take]);
}

function useUnsavedWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
