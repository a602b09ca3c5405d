/** Everything that a video's page shows: row and history to view, pure. */

import { storyPropsOf } from '../../jobs/domain/film-props';
import type { HistoryEntry, Video } from '../../jobs/domain/video';
import { mediaUrl } from '../../jobs/storage/media-url';
import type { FormatName, StoryProps } from '../../remotion/story-props';
import { type StatusView, statusView } from './status-view';

export interface HistoryView {
  id: string;
  /** ISO 8601 */
  at: string;
  message: string;
}

export interface VideoPageView {
  status: StatusView;
  story: string;
  format: FormatName;
  /** What the player needs; null until every scene can be shown. */
  preview: StoryProps | null;
  history: HistoryView[];
}

export function videoPageView(video: Video, history: readonly HistoryEntry[]): VideoPageView {
  return {
    status: statusView(video),
    story: video.story,
    format: video.options.format,
    // The finished film is shown instead as soon as there is one.
    preview: video.status === 'completed' ? null : storyPropsOf(video, mediaUrl),
    history: history.map(({ id, at, message }) => ({ id, at: at.toISOString(), message })),
  };
}
