import sharp from 'sharp';
import type { Illustrator, Picture, PictureLayer, PictureRequest } from '#jobs/ports/engines.ts';
import { StoryError } from '#jobs/story/film/fault.ts';

/** A picture smaller than this on a side would blur on the screen, px. */
const MIN_SIDE = 512;

const EXTENSIONS: Record<Picture['mimeType'], string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** A picture that was checked. */
export interface DrawnPicture {
  image: Uint8Array;
  extension: string;
  /** From far to near; null where there is only the picture. */
  layers: readonly PictureLayer[] | null;
}

/**
 * Draws a scene's picture and checks that it decodes and is large enough, and that each of its layers decodes.
 * @throws StoryError `picture_unusable` (retryable) when it does not.
 */
export async function drawScene(
  illustrator: Illustrator,
  request: PictureRequest,
  signal: AbortSignal,
): Promise<DrawnPicture> {
  const picture = await illustrator.drawPicture(request, signal);
  const found = await sharp(picture.image)
    .stats()
    .then(() => sharp(picture.image).metadata())
    .catch(() => null);
  if (!found) throw unusable('The picture of a scene is damaged.');
  if (Math.min(found.width, found.height) < MIN_SIDE) {
    throw unusable(`The picture of a scene is too small: ${found.width} × ${found.height} px.`);
  }
  const layers = picture.layers?.length ? picture.layers : null;
  for (const { image } of layers ?? []) {
    await sharp(image)
      .metadata()
      .catch(() => {
        throw unusable('A layer of a scene’s picture is damaged.');
      });
  }
  return { image: picture.image, extension: EXTENSIONS[picture.mimeType], layers };
}

function unusable(message: string): StoryError {
  return new StoryError({ code: 'picture_unusable', message, hint: 'Try again.', retryable: true });
}
