import sharp from 'sharp';
import { StoryError } from '../domain/errors';
import type { Illustrator, Picture, PictureRequest } from '../providers/types';

/** A picture smaller than this on a side would blur on the screen, px. */
const MIN_SIDE = 512;

const EXTENSIONS: Record<Picture['mimeType'], string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/**
 * Draws a scene's picture and checks that it decodes and is large enough.
 * @throws StoryError `picture_unusable` (retryable) when it does not.
 */
export async function drawScene(
  illustrator: Illustrator,
  request: PictureRequest,
  signal: AbortSignal,
): Promise<{ image: Uint8Array; extension: string }> {
  const picture = await illustrator.drawPicture(request, signal);
  const found = await sharp(picture.image)
    .stats()
    .then(() => sharp(picture.image).metadata())
    .catch(() => null);
  if (!found || Math.min(found.width, found.height) < MIN_SIDE) {
    throw new StoryError({
      code: 'picture_unusable',
      message: found
        ? `The picture of a scene is too small: ${found.width} × ${found.height} px.`
        : 'The picture of a scene is damaged.',
      hint: 'Try again.',
      retryable: true,
    });
  }
  return { image: picture.image, extension: EXTENSIONS[picture.mimeType] };
}
