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
  return (
    <div className="covers">
      <h3>Cover</h3>
      {covers.length === 0 && (
        <p role="status">
          {isLooking
            ? 'The film’s best frames are being found…'
            : 'No frame of this film was found to do better than its poster.'}
        </p>
      )}
      <ol>
        {covers.map(({ atMs, url, fileName, isPoster }) => (
          <li key={atMs} data-chosen={isPoster || undefined}>
            <img
              src={thumbnailOf(url, 320)}
              alt={`The film at ${clockLength(atMs)}`}
              loading="lazy"
              decoding="async"
            />
            {isPoster ? (
              <span className="cover-chosen">
                <Icon name="check" /> Poster
              </span>
            ) : (
              <PostForm videoId={videoId} fields={{ intent: 'choose-cover', atMs: String(atMs) }} send={send}>
                <button className="button" type="submit">
                  Use <span className="visually-hidden">the frame at {clockLength(atMs)} as poster</span>
                </button>
              </PostForm>
            )}
            <a
              className="button button-quiet"
              href={`${url}?download=${encodeURIComponent(fileName)}`}
              download={fileName}
            >
              <Icon name="download" /> <span className="visually-hidden">Download the frame at </span>
              <span className="figures">{clockLength(atMs)}</span>
            </a>
          </li>
        ))}
      </ol>
    </div>
  );
}
