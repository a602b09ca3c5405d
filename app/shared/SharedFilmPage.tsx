import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { spokenLength } from '#app/shell/length-words.ts';
import { displayTitle, titleLanguage } from '#app/video/status-words.ts';
import type { SharedView } from './shared-view';

/** The film with its captions, and the way to take it along. */
export function SharedFilmPage({ film }: { film: SharedView }) {
  const words = useWords();
  const { t, told } = words;
  const { format, filmUrl, posterUrl, captionsUrl, durationMs, fileName } = film;
  return (
    <div className="page-width shared" data-format={format}>
      <header className="shared-head">
        <h1 {...titleLanguage(film)}>{displayTitle(film.title, words)}</h1>
        {durationMs !== null && <p className="lead">{told(spokenLength(durationMs))}</p>}
      </header>
      <section className="film" data-format={format} data-ready aria-label={t('Film')}>
        <div className="film-frame">
          <div className="film-screen">
            <video
              controls
              playsInline
              preload="metadata"
              src={filmUrl}
              poster={posterUrl ?? undefined}
              aria-label={displayTitle(film.title, words)}
            >
              <track
                kind="captions"
                src={captionsUrl ?? undefined}
                srcLang={film.captionLanguage}
                label={film.languageName}
              />
            </video>
          </div>
        </div>
      </section>
      <p className="shared-ways">
        <a className="button button-primary" href={filmUrl} download={fileName}>
          <Icon name="download" /> {t('Download')}
        </a>
      </p>
    </div>
  );
}
