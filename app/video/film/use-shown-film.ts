import { useEffect, useRef, useState } from 'react';
import type { StatusView } from '#app/video/status-view.ts';
import type { FilmControl } from './film-control';

export interface ShownFilm {
  shown: 'film' | 'preview';
  /** Of the film that is shown: the newest one, or the one that is being watched. */
  status: StatusView | null;
  canSwitch: boolean;
  /** A film is ready, and is not shown while something else plays. */
  isWaiting: boolean;
  show(what: 'film' | 'preview'): void;
}

/**
 * Whether the film or the preview of the edits is shown: what was edited is seen at once, and so is a film that has
 * just become ready. What plays is never swapped away.
 */
export function useShownFilm(
  status: StatusView,
  { isEdited, hasPreview }: { isEdited: boolean; hasPreview: boolean },
  { isPlaying }: Pick<FilmControl, 'isPlaying'>,
): ShownFilm {
  const hasFilm = status.videoUrl !== null;
  const isFresh = hasFilm && status.status === 'completed' && !isEdited;
  const [shown, show] = useState<'film' | 'preview'>(isFresh ? 'film' : 'preview');
  const watched = useRef<StatusView | null>(hasFilm ? status : null);
  // The film that plays stays, though there is a newer one.
  if (hasFilm && (!isPlaying || watched.current?.videoUrl === status.videoUrl)) watched.current = status;

  const wanted = isFresh ? 'film' : 'preview';
  const before = useRef(wanted);
  const isWaiting = isFresh && shown === 'preview' && isPlaying;
  useEffect(() => {
    if (before.current === wanted || isPlaying) return;
    before.current = wanted;
    show(wanted);
  }, [wanted, isPlaying]);

  const canSwitch = hasFilm && hasPreview && !isFresh;
  return {
    shown: hasFilm && (shown === 'film' || !hasPreview) ? 'film' : 'preview',
    status: watched.current,
    canSwitch,
    isWaiting,
    show,
  };
}
