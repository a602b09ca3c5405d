/** A video as the home page's grid shows it: row to view, pure. */

import type { z } from 'zod';
import type { shelvedVideoSchema } from '#app/api/schemas/video-schemas.ts';
import { sharedPath } from '#app/shared/shared-path.ts';
import type { ShelvedVideo } from '#jobs/db/video-shelf.server.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';
import { progressOf, stageOf } from '#jobs/story/film/status.ts';
import { fileStem } from '#jobs/story/handoff/file-stem.ts';
import { storyLanguage } from '#jobs/story/language/language.ts';
import { languageDirection } from '#jobs/story/language/language-tag.ts';

/** See `shelvedVideoSchema`, which tells of each part. */
export type VideoCardView = z.infer<typeof shelvedVideoSchema>;

const OPENING_CHARACTERS = 120;

export function videoCardView(video: ShelvedVideo): VideoCardView {
  const imageKey = video.posterKey ?? video.pictureKey;
  const fileName = `${fileStem(video.title)}.mp4`;
  const language = storyLanguage({ story: video.opening, options: video.options });
  return {
    id: video.id,
    title: video.title,
    language,
    direction: languageDirection(language),
    format: video.options.format,
    status: video.facts.status,
    progress: progressOf(video.facts),
    stage: stageOf(video.facts),
    attention: video.attention,
    imageUrl: imageKey && mediaUrl(imageKey),
    durationMs: video.durationMs,
    createdAt: video.createdAt.toISOString(),
    opening: [...video.opening].slice(0, OPENING_CHARACTERS).join(''),
    download:
      video.filmKey === null
        ? null
        : { url: `${mediaUrl(video.filmKey)}?download=${encodeURIComponent(fileName)}`, fileName },
    relatives: video.relatives,
    sharePath: video.shareToken === null ? null : sharedPath(video.shareToken),
  };
}
