import { useWords } from '#app/language/use-words.ts';
import type { VideoCardView } from '#app/library/video-card-view.ts';
import { clockLength } from '#app/shell/length-words.ts';
import { statusLabel } from '#app/video/status-words.ts';
import { thumbnailOf, thumbnailSet } from '#jobs/storage/thumbnail.ts';
import { isFinished } from '#jobs/story/film/status.ts';

/**
 * A video's picture, or the beginning of its story, with its length or how far it is.
 * @param isFirst among those that are in sight at once
 */
export function Poster({ video, isFirst }: { video: VideoCardView; isFirst: boolean }) {
  const { t, told } = useWords();
  const isWorking = !isFinished(video.status);
  return (
    <div className="poster">
      {video.imageUrl ? (
        <img
          src={thumbnailOf(video.imageUrl, 480)}
          srcSet={thumbnailSet(video.imageUrl)}
          sizes="(min-width: 56rem) 15rem, 45vw"
          alt=""
          loading={isFirst ? 'eager' : 'lazy'}
        />
      ) : (
        <p
          className={isWorking ? 'poster-blank shimmer' : 'poster-blank'}
          lang={video.language}
          dir={video.direction}
          aria-hidden="true"
        >
          {video.opening}
        </p>
      )}
      {video.status === 'completed' && video.durationMs !== null && (
        <span className="poster-length">{told(clockLength(video.durationMs))}</span>
      )}
      {video.status !== 'completed' && (
        <span className="badge" data-tone={toneOf(video)}>
          {isWorking && <span className="pulse" aria-hidden="true" />}
          {t(statusLabel(video.status))}
          {isWorking && <span className="figures"> {t('{{progress}}%', { progress: video.progress })}</span>}
        </span>
      )}
      {isWorking && (
        <span className="poster-progress" aria-hidden="true" style={{ inlineSize: `${video.progress}%` }} />
      )}
    </div>
  );
}

function toneOf({ status }: VideoCardView): string {
  return status === 'failed' ? 'bad' : status === 'cancelled' ? 'quiet' : 'busy';
}
