/** A video as the home page's grid shows it: row to view, pure. */

import type { ShelvedVideo } from '#jobs/db/video-shelf.server.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';
import { progressOf, stageOf, type VideoStatus } from '#jobs/story/film/status.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';

export interface VideoCardView {
  id: string;
  title: string;
  status: VideoStatus;
  progress: number;
  stage: string;
  attention: number;
  /** The poster, or the first picture while there is none. */
  imageUrl: string | null;
  durationMs: number | null;
  createdAt: string;
  format: FormatName;
  /** As chosen: a BCP 47 tag, or `auto`. */
  language: string;
  /** Beginning of the story, to tell untitled videos apart. */
  opening: string;
}

const OPENING_CHARACTERS = 120;

export function videoCardView(video: ShelvedVideo): VideoCardView {
  const imageKey = video.posterKey ?? video.pictureKey;
  return {
    id: video.id,
    title: video.title,
    status: video.facts.status,
    progress: progressOf(video.facts),
    stage: stageOf(video.facts),
    attention: video.attention,
    imageUrl: imageKey && mediaUrl(imageKey),
    durationMs: video.durationMs,
    createdAt: video.createdAt.toISOString(),
    format: video.options.format,
    language: video.options.language,
    opening: [...video.opening].slice(0, OPENING_CHARACTERS).join(''),
  };
}
