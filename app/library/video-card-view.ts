/** A video as the home page's grid shows it: row to view, pure. */

import { mediaUrl } from '#jobs/storage/media-url.ts';
import { progressOf, stageOf, type VideoStatus } from '#jobs/story/film/status.ts';
import { attentionOf, factsOf, type Video } from '#jobs/story/film/video.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import { languageDirection } from '#jobs/story/language/language-tag.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';

export interface VideoCardView {
  id: string;
  title: string;
  /** Of title and story: a BCP 47 tag. */
  language: string;
  direction: 'ltr' | 'rtl';
  format: FormatName;
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
  const language = storyLanguage(video);
  return {
    id: video.id,
    title: video.title,
    language,
    direction: languageDirection(language),
    format: video.options.format,
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
