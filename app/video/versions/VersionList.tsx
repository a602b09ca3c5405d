import { Form } from '@remix-run/react';
import { useState } from 'react';
import { useWords } from '#app/language/use-words.ts';
import { spokenLength } from '#app/shell/length-words.ts';
import { LocalTime } from '#app/video/LocalTime.tsx';
import { thumbnailOf } from '#jobs/storage/thumbnail.ts';
import type { VersionView } from './version-view';

/** Films that were finished before, to be watched beside the one that is there, and taken back. */
export function VersionList({ versions, current }: { versions: VersionView[]; current: string | null }) {
  const { t, told } = useWords();
  const [watched, watch] = useState<number | null>(null);
  if (versions.length < 2) return null;
  return (
    <section className="versions" aria-labelledby="versions-title">
      <h2 id="versions-title">{t('Versions')}</h2>
      <ol>
        {versions.map((version) => {
          const { number, at, durationMs, scenes, videoUrl, posterUrl, vttUrl } = version;
          const isCurrent = videoUrl === current;
          return (
            <li key={number} data-current={isCurrent || undefined}>
              {watched === number ? (
                <video src={videoUrl} poster={posterUrl} controls autoPlay playsInline>
                  <track kind="captions" src={vttUrl} />
                </video>
              ) : (
                <img src={thumbnailOf(posterUrl, 320)} alt="" loading="lazy" />
              )}
              <div className="version-words">
                <p>
                  <strong>{t('Version {{number}}', { number })}</strong>
                  {isCurrent && <span className="badge">{t('The film as it is')}</span>}
                </p>
                <p className="panel-note">
                  <LocalTime iso={at} withDate /> · {t('{{count}} scenes', { count: scenes })} ·{' '}
                  {told(spokenLength(durationMs))}
                </p>
                <div className="version-ways">
                  <button
                    type="button"
                    className="button"
                    onClick={() => watch(watched === number ? null : number)}
                  >
                    {t(watched === number ? 'Close' : 'Watch')}
                  </button>
                  {!isCurrent && (
                    <Form method="post">
                      <input type="hidden" name="version" value={number} />
                      <button type="submit" className="button" name="intent" value="restore-version">
                        {t('Take it back')}
                      </button>
                    </Form>
                  )}
                </div>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
