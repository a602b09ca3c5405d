import { Link } from '@remix-run/react';
import { clockLength } from '#app/shell/length-words.ts';
import { LocalTime } from '#app/video/LocalTime.tsx';
import { displayTitle, statusLabel, titleLanguage } from '#app/video/status-words.ts';
import { thumbnailOf, thumbnailSet } from '#jobs/storage/thumbnail.ts';
import { isFinished } from '#jobs/story/film/status.ts';
import type { VideoCardView } from './video-card-view';

/** One video in the grid: its poster, and how far it is. */
export function VideoCard({ video }: { video: VideoCardView }) {
  const isWorking = !isFinished(video.status);
  return (
    <article className="video-card" data-status={video.status} data-format={video.format}>
      <div className="poster">
        {video.imageUrl ? (
          <img
            src={thumbnailOf(video.imageUrl, 480)}
            srcSet={thumbnailSet(video.imageUrl)}
            sizes="(min-width: 56rem) 15rem, 45vw"
            alt=""
            loading="lazy"
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
          <span className="poster-length">{clockLength(video.durationMs)}</span>
        )}
        {video.status !== 'completed' && (
          <span className="badge" data-tone={toneOf(video)}>
            {isWorking && <span className="pulse" aria-hidden="true" />}
            {statusLabel(video.status)}
            {isWorking && <span className="figures"> {video.progress}%</span>}
          </span>
        )}
        {isWorking && (
          <span className="poster-progress" aria-hidden="true" style={{ inlineSize: `${video.progress}%` }} />
        )}
      </div>
      <h3 {...titleLanguage(video)}>
        <Link to={`/video/${video.id}`} prefetch="intent">
          {displayTitle(video.title)}
        </Link>
      </h3>
      <p className="video-card-note">
        {video.attention > 0 && video.status === 'completed' ? (
          <span>{attentionText(video.attention)}</span>
        ) : (
          <LocalTime iso={video.createdAt} withDate />
        )}
      </p>
    </article>
  );
}

function toneOf({ status }: VideoCardView): string {
  return status === 'failed' ? 'bad' : status === 'cancelled' ? 'quiet' : 'busy';
}

function attentionText(count: number): string {
  return `${count} ${count === 1 ? 'scene needs' : 'scenes need'} attention`;
}
