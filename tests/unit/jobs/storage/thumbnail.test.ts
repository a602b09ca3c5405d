import { describe, expect, it } from 'vitest';
import { readThumbnail, THUMBNAIL_WIDTHS, thumbnailOf, thumbnailSet } from '#jobs/storage/thumbnail.ts';

const PICTURE = 'v/picture-3f2a.jpg';

describe('a small picture', () => {
  it.each(THUMBNAIL_WIDTHS)('is found again by its name, %d px wide', (width) => {
    expect(readThumbnail(thumbnailOf(PICTURE, width))).toEqual({ picture: PICTURE, width });
  });

  it.each([
    PICTURE,
    `${PICTURE}.w333.webp`,
    `${PICTURE}.w0320.webp`,
    `${PICTURE}.w320.webp.w160.webp`,
    'v/film-3f2a.mp4.w320.webp',
    '../v/picture-3f2a.jpg.w320.webp',
  ])('is nothing else: %s', (key) => {
    expect(readThumbnail(key)).toBeNull();
  });

  it('is offered in every width', () => {
    const offered = thumbnailSet(`/media/${PICTURE}`).split(', ');
    expect(offered).toHaveLength(THUMBNAIL_WIDTHS.length);
    expect(offered[0]).toBe(`/media/${PICTURE}.w160.webp 160w`);
  });
});
