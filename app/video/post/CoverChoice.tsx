import { Rich } from '#app/language/Rich.tsx';
import { useWords } from '#app/language/use-words.ts';
import { Icon } from '#app/shell/Icon.tsx';
import { clockLength } from '#app/shell/length-words.ts';
import { thumbnailOf } from '#jobs/storage/thumbnail.ts';
import { PostForm } from './PostForm';
import type { CoverView } from './post-view';

interface CoverChoiceProps {
  videoId: string;
  covers: readonly CoverView[];
  isLooking: boolean;
  send: (fields: Readonly<Record<string, string>>) => Promise<void>;
}

/** The film’s best frames: one of them is its poster, and each can be taken. */
export function CoverChoice({ videoId, covers, isLooking, send }: CoverChoiceProps) {
  const { t, told } = useWords();
  return (
    <div className="covers">
      <h3>{t('Cover')}</h3>
      {covers.length === 0 && (
        <p role="status">
          {isLooking
            ? t('The film’s best frames are being found…')
            : t('No frame of this film was found to do better than its poster.')}
        </p>
      )}
      <ol>
        {covers.map(({ atMs, url, fileName, isPoster }) => (
          <li key={atMs} data-chosen={isPoster || undefined}>
            <img
              src={thumbnailOf(url, 320)}
              alt={t('The film at {{time}}', { time: told(clockLength(atMs)) })}
              loading="lazy"
              decoding="async"
            />
            {isPoster ? (
              <span className="cover-chosen">
                <Icon name="check" /> {t('Poster')}
              </span>
            ) : (
              <PostForm videoId={videoId} fields={{ intent: 'choose-cover', atMs: String(atMs) }} send={send}>
                <button className="button" type="submit">
                  <Rich
                    text="Use <what>the frame at {{time}} as poster</what>"
                    parts={{ what: <span className="visually-hidden" /> }}
                    values={{ time: told(clockLength(atMs)) }}
                  />
                </button>
              </PostForm>
            )}
            <a
              className="button button-quiet"
              href={`${url}?download=${encodeURIComponent(fileName)}`}
              download={fileName}
            >
              <Icon name="download" />{' '}
              <Rich
                text="<what>Download the frame at </what><clock>{{time}}</clock>"
                parts={{ what: <span className="visually-hidden" />, clock: <span className="figures" /> }}
                values={{ time: told(clockLength(atMs)) }}
              />
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}
