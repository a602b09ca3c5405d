/** Stored pictures in the small sizes in which pages show them: which there are, and how they are named. Pure. */
import { isStorageKey } from './media-url';

/** Widths of which a picture may be had, px, the smallest first. There are no others, so that none can be made up. */
export const THUMBNAIL_WIDTHS = [160, 320, 480, 720] as const;

const THUMBNAIL = /^(?<picture>.+\.(?:jpg|png|webp))\.w(?<width>\d{1,4})\.webp$/u;

/** A picture in one of the sizes. */
export interface Thumbnail {
  /** Key of the whole picture. */
  picture: string;
  /** px */
  width: number;
}

/** The key, or the site's path, of a picture in one of the widths, from that of the whole picture. */
export function thumbnailOf(picture: string, width: (typeof THUMBNAIL_WIDTHS)[number]): string {
  return `${picture}.w${width}.webp`;
}

/** Reads the key of a small picture; null for any other key, and for a width that there is not. */
export function readThumbnail(key: string): Thumbnail | null {
  const found = THUMBNAIL.exec(key)?.groups;
  if (!found?.picture || !isStorageKey(key) || THUMBNAIL.test(found.picture)) return null;
  const width = THUMBNAIL_WIDTHS.find((known) => String(known) === found.width);
  return width === undefined ? null : { picture: found.picture, width };
}

/** `srcset` of a picture in all sizes. @param url the site's path of the whole picture */
export function thumbnailSet(url: string): string {
  return THUMBNAIL_WIDTHS.map((width) => `${thumbnailOf(url, width)} ${width}w`).join(', ');
}
