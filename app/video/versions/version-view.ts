/** The versions of a film as its page lists them. Pure. */
import type { Version } from '#jobs/db/versions.server.ts';
import { mediaUrl } from '#jobs/storage/media-url.ts';

export interface VersionView {
  number: number;
  /** ISO 8601 */
  at: string;
  durationMs: number;
  scenes: number;
  title: string;
  videoUrl: string;
  posterUrl: string;
  vttUrl: string;
}

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
