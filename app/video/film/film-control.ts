/** What plays the film on a page, and where it stands: one for the player that is shown, whichever that is. */
import { useCallback, useMemo, useRef, useState } from 'react';

/** A player that can be told what to do. Times are ms of the film. */
export interface FilmPlayer {
  playFrom(ms: number): void;
  /** Shows a moment, unless something plays. */
  show(ms: number): void;
  toggle(): void;
}

export interface FilmControl {
  /** Told by the player that is shown; null when it goes. */
  attach(player: FilmPlayer | null): void;
  /** Told by it as it plays. */
  moved(ms: number): void;
  /** Told by it when it begins and stops. */
  played(isPlaying: boolean): void;
  playFrom(ms: number): void;
  show(ms: number): void;
  toggle(): void;
  /** Where it stands, ms; null before anything was played. */
  atMs: number | null;
  isPlaying: boolean;
}

/** How often the page is told where the film stands, ms: scenes change no faster. */
const TOLD_MS = 100;

export function useFilmControl(): FilmControl {
  const player = useRef<FilmPlayer | null>(null);
  const [atMs, setAtMs] = useState<number | null>(null);
  const [isPlaying, played] = useState(false);
  const attach = useCallback((next: FilmPlayer | null) => {
    player.current = next;
  }, []);
  const moved = useCallback((ms: number) => setAtMs(Math.floor(ms / TOLD_MS) * TOLD_MS), []);
  const playFrom = useCallback((ms: number) => player.current?.playFrom(ms), []);
  const show = useCallback((ms: number) => player.current?.show(ms), []);
  const toggle = useCallback(() => player.current?.toggle(), []);
  return useMemo(
    () => ({ attach, moved, played, playFrom, show, toggle, atMs, isPlaying }),
    [attach, moved, playFrom, show, toggle, atMs, isPlaying],
  );
}
