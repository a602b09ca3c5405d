/** The versions of a film as its page lists them. Pure. */
import type { z } from 'zod';
import type { versionSchema } from '#app/api/schemas/video-schemas.ts';
import type { Version } from '#jobs/db/versions.server.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';

/** See `versionSchema`, which tells of each part. */
export type VersionView = z.infer<typeof versionSchema>;

export function versionView({
  number,
  at,
  durationMs,
  storyboard,
  filmKey,
  posterKey,
  vttKey,
}: Version): VersionView {
  return {
    ...{ number, durationMs },
    at: at.toISOString(),
    scenes: storyboard.scenes.length,
    title: storyboard.title,
    videoUrl: mediaUrl(filmKey),
    posterUrl: mediaUrl(posterKey),
    vttUrl: mediaUrl(vttKey),
  };
}
