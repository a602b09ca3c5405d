/** The built-in illustrator: a description of a scene becomes a picture, with no key and no network. */
import sharp from 'sharp';
import type { Picture, PictureRequest } from '#jobs/ports/engines.ts';
import { composePicture, type Drawing } from './compose';
import { STYLES } from './drawing/styles';
import type { OpaquePixels } from './raster/pixels';
import { renderPlanes } from './raster/planes';
import { sceneOf } from './scene';

sharp.concurrency(1);

/** Quality of the JPEG, 1 to 100: above this the paper's grain only costs bytes. */
const QUALITY = 88;

/**
 * Draws the scene of `request`: a JPEG of exactly the format's size. The same request always gives the same bytes.
 */
export async function drawPicture(request: PictureRequest): Promise<Picture> {
  return pictureOf(await renderPlanes(drawingOf(request), () => Promise.resolve()));
}

/** The drawing of a request, with its margins. */
export function drawingOf(request: PictureRequest): Drawing {
  return composePicture(sceneOf(request), request.format, STYLES[request.style], request.seed, {
    bleed: true,
  });
}

/** Pixels as a JPEG. Codes of its own would make it a thirtieth smaller and take twice as long again. */
export async function pictureOf({ width, height, data }: OpaquePixels): Promise<Picture> {
  const image = await sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4', optimiseCoding: false })
    .toBuffer();
  return { image: new Uint8Array(image), mimeType: 'image/jpeg', width, height };
}
