import { useEffect, useRef } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { soundAlone } from '#app/shell/one-sound.ts';
import type { StatusView } from '#app/video/status-view.ts';
import { displayTitle } from '#app/video/status-words.ts';
import { thumbnailOf } from '#jobs/storage/thumbnail.ts';
import type { FilmControl } from './film-control';

interface FinishedFilmProps {
  status: StatusView;
  languageName: string;
  control: FilmControl;
}

/** The player's controls have their own strip below the picture, so that they never lie on the captions. */
export function FinishedFilm({ status, languageName, control }: FinishedFilmProps) {
  const words = useWords();
  const film = useRef<HTMLVideoElement>(null);
  const { attach, moved, played } = control;
  useEffect(() => {
    const shown = film.current;
    if (!shown) return;
    const stop = () => shown.pause();
    const onPlay = () => {
      soundAlone(stop);
      played(true);
    };
    const onStop = () => played(false);
    const onMove = () => moved(shown.currentTime * 1000);
    // Where no sound may begin by itself, the film waits for a press.
    const play = () => void shown.play().catch(() => {});
    attach({
      playFrom: (ms) => {
        shown.currentTime = ms / 1000;
        play();
      },
      show: (ms) => {
        if (shown.paused) shown.currentTime = ms / 1000;
      },
      toggle: () => (shown.paused ? play() : stop()),
    });
    shown.addEventListener('play', onPlay);
    shown.addEventListener('pause', onStop);
    shown.addEventListener('timeupdate', onMove);
    return () => {
      shown.removeEventListener('play', onPlay);
      shown.removeEventListener('pause', onStop);
      shown.removeEventListener('timeupdate', onMove);
      played(false);
      attach(null);
    };
  }, [attach, moved, played]);
  return (
    <video
      ref={film}
      controls
      playsInline
      preload="metadata"
      src={status.videoUrl ?? undefined}
      poster={status.posterUrl ? thumbnailOf(status.posterUrl, 720) : undefined}
      aria-label={displayTitle(status.title, words)}
    >
      <track
        kind="captions"
        src={status.vttUrl ?? undefined}
        srcLang={status.captionLanguage}
        label={languageName}
      />
    </video>
  );
}
