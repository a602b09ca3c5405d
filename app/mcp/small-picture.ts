/** Pictures in a size that a model can look at. */
import { THUMBNAIL_WIDTHS, thumbnailOf } from '#jobs/storage/thumbnail.ts';
import { readPicture, type SiteAccess } from './site-access';

const WIDTH = THUMBNAIL_WIDTHS[THUMBNAIL_WIDTHS.length - 1] ?? 720;

/**
 * A picture of a film, made small.
 * @param path of the whole picture on the site; null where there is none
 * @returns null where there is none
 * @throws AccessFault where it cannot be had
 */
export async function readSmallPicture(
  site: SiteAccess,
  path: string | null,
  signal: AbortSignal,
): Promise<{ bytes: Uint8Array; mimeType: string } | null> {
  return path === null ? null : readPicture(site, thumbnailOf(path, WIDTH), signal);
}
