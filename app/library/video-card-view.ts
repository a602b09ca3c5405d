/** A video as the home page's grid shows it: row to view, pure. */

import { mediaUrl } from '#jobs/storage/media-url.ts';
import { progressOf, stageOf, type VideoStatus } from '#jobs/story/film/status.ts';
import { attentionOf, factsOf, type Video } from '#jobs/story/film/video.ts';

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
  /** Beginning of the story, to tell untitled videos apart. */
  opening: string;
}

const OPENING_CHARACTERS = 120;

export function videoCardView(video: Video): VideoCardView {
  const facts = factsOf(video);
  const pictureKey = video.scenes.find((scene) => scene.pictureKey)?.pictureKey ?? null;
  const imageKey = video.posterKey ?? pictureKey;
  return {
    id: video.id,
    title: video.title,
    status: video.status,
    progress: progressOf(facts),
    stage: stageOf(facts),
    attention: attentionOf(video),
    imageUrl: imageKey && mediaUrl(imageKey),
    durationMs: video.durationMs,
    createdAt: video.createdAt.toISOString(),
    opening: [...video.story].slice(0, OPENING_CHARACTERS).join(''),
  };
}
