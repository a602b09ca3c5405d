import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { soundAlone } from '#app/shell/one-sound.ts';
import type { StatusView } from '#app/video/status-view.ts';
import { displayTitle, titleLanguage } from '#app/video/status-words.ts';
import { thumbnailOf } from '#jobs/storage/thumbnail.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import type { FormatName, StoryProps } from '#remotion/contract/story-props.ts';

const FilmPreview = lazy(() => import('./FilmPreview'));

interface FilmFrameProps {
  status: StatusView;
  /** English name of the film's language. */
  languageName: string;
  format: FormatName;
  preview: StoryProps | null;
}

/** The phone in which everything is shown: newest picture, then the live preview, then the film. */
export function FilmFrame({ status, languageName, format, preview }: FilmFrameProps) {
  const isInBrowser = useIsInBrowser();
  const isReady = status.status === 'completed' && status.videoUrl !== null;
  return (
    <section className="film" data-format={format} data-ready={isReady || undefined} aria-label="Film">
      <div className="film-frame">
        <div className="film-screen">
          {isReady ? (
            <FinishedFilm status={status} languageName={languageName} />
          ) : preview && isInBrowser ? (
            <Suspense fallback={<Making status={status} />}>
              <FilmPreview story={preview} />
            </Suspense>
          ) : (
            <Making status={status} />
          )}
        </div>
      </div>
      {!isReady && preview && (
        <p className="film-note">
          Live preview.{isFinished(status.status) ? null : ' The finished film follows by itself.'}
        </p>
      )}
    </section>
  );
}

/** The player's controls have their own strip below the picture, so that they never lie on the captions. */
function FinishedFilm({ status, languageName }: { status: StatusView; languageName: string }) {
  const film = useRef<HTMLVideoElement>(null);
  const stop = useCallback(() => film.current?.pause(), []);
  return (
    <video
      // A new film under the same title must not go on playing the old one.
      key={status.videoUrl}
      ref={film}
      onPlay={() => soundAlone(stop)}
      controls
      playsInline
      preload="metadata"
      src={status.videoUrl ?? undefined}
      poster={status.posterUrl ? thumbnailOf(status.posterUrl, 720) : undefined}
      aria-label={displayTitle(status.title)}
    >
      <track
        kind="captions"
        src={status.vttUrl ?? undefined}
        srcLang={status.language}
        label={languageName}
      />
    </video>
  );
}

function Making({ status }: { status: StatusView }) {
  const newest = status.storyboard.scenes.findLast((scene) => scene.imageUrl !== null);
  const isWorking = !isFinished(status.status);
  return (
    <div className={isWorking ? 'film-making shimmer' : 'film-making'}>
      {newest?.imageUrl && <img key={newest.imageUrl} src={thumbnailOf(newest.imageUrl, 720)} alt="" />}
      {isWorking && !newest && (
        <p aria-hidden="true" {...titleLanguage(status)}>
          {displayTitle(status.title)}
        </p>
      )}
      {!isWorking && <p>{status.status === 'cancelled' ? 'Cancelled' : 'No film yet'}</p>}
    </div>
  );
}

function useIsInBrowser(): boolean {
  const [isInBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  return isInBrowser;
}
