import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import type { StatusView } from '#app/video/status-view.ts';
import { displayTitle, titleLanguage } from '#app/video/status-words.ts';
import { thumbnailOf } from '#jobs/storage/thumbnail.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import type { FormatName, StoryProps } from '#remotion/contract/story-props.ts';
import { FinishedFilm } from './FinishedFilm';
import type { FilmControl } from './film-control';
import { useShownFilm } from './use-shown-film';
import { useStrip } from './use-strip';

const FilmPreview = lazy(() => import('./FilmPreview'));

interface FilmFrameProps {
  status: StatusView;
  /** What the language of its captions is called. */
  languageName: string;
  format: FormatName;
  preview: StoryProps | null;
  /** Whether the preview differs from the film that is there. */
  isEdited: boolean;
  control: FilmControl;
}

/** The phone in which everything is shown: newest picture, then the live preview, then the film. */
export function FilmFrame(props: FilmFrameProps) {
  const { t } = useWords();
  const { status, languageName, format, preview, isEdited, control } = props;
  const isInBrowser = useIsInBrowser();
  const film = useShownFilm(status, { isEdited, hasPreview: preview !== null }, control);
  const isFilm = film.shown === 'film';
  const section = useRef<HTMLElement>(null);
  const stripped = useStrip(section, preview !== null);
  return (
    <section
      ref={section}
      className="film"
      data-format={format}
      data-ready={isFilm || undefined}
      data-strip={stripped !== null || undefined}
      style={stripped === null ? undefined : { minBlockSize: stripped }}
      aria-label={t('Film')}
    >
      <div className="film-frame">
        <div className="film-screen">
          {film.shown === 'film' && film.status ? (
            // A new film under the same title must not go on playing the old one.
            <FinishedFilm
              key={film.status.videoUrl}
              status={film.status}
              languageName={languageName}
              control={control}
            />
          ) : preview && isInBrowser ? (
            <Suspense fallback={<Making status={status} hasPreview={preview !== null} />}>
              <FilmPreview story={preview} control={control} />
            </Suspense>
          ) : (
            <Making status={status} hasPreview={preview !== null} />
          )}
        </div>
      </div>
      {film.canSwitch && (
        <fieldset className="film-switch">
          <legend className="visually-hidden">{t('What is shown')}</legend>
          {(['preview', 'film'] as const).map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={film.shown === name}
              onClick={() => film.show(name)}
            >
              {t(name === 'film' ? 'Film' : 'Preview of your edits')}
            </button>
          ))}
        </fieldset>
      )}
      {film.isWaiting && (
        <p className="film-note">
          <button type="button" className="button" onClick={() => film.show('film')}>
            {t('The film is ready: watch it')}
          </button>
        </p>
      )}
      {!film.canSwitch && !isFilm && preview && (
        <p className="film-note">
          {t(
            isFinished(status.status)
              ? 'Live preview.'
              : 'Live preview. The finished film follows by itself.',
          )}
        </p>
      )}
    </section>
  );
}

/** What is shown while there is no film, or until its preview is loaded. */
function Making({ status, hasPreview }: { status: StatusView; hasPreview: boolean }) {
  const words = useWords();
  const { t } = words;
  const newest = status.storyboard.scenes.findLast((scene) => scene.imageUrl !== null);
  const isWorking = !isFinished(status.status);
  return (
    <div className={isWorking ? 'film-making shimmer' : 'film-making'}>
      {newest?.imageUrl && <img key={newest.imageUrl} src={thumbnailOf(newest.imageUrl, 720)} alt="" />}
      {isWorking && !newest && (
        <p aria-hidden="true" {...titleLanguage(status)}>
          {displayTitle(status.title, words)}
        </p>
      )}
      {!isWorking && !hasPreview && <p>{t(status.status === 'cancelled' ? 'Cancelled' : 'No film yet')}</p>}
    </div>
  );
}

function useIsInBrowser(): boolean {
  const [isInBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  return isInBrowser;
}
