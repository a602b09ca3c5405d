/** The built-in illustrator: a description of a scene becomes a picture, with no key and no network. */
import sharp from 'sharp';
import type { Picture, PictureRequest } from '#jobs/ports/engines.ts';
import { composePicture } from './compose';
import { STYLES } from './drawing/styles';
import { renderDrawing } from './raster/render';
import { sceneOf } from './scene';

sharp.concurrency(1);

/** Quality of the JPEG, 1 to 100: above this the paper's grain only costs bytes. */
const QUALITY = 88;

/**
 * Draws the scene of `request`: a JPEG of exactly the format's size. The same request
 * always gives the same bytes. CPU work of about half a second to a second and a half; call it in a worker thread.
 */
export async function drawPicture(request: PictureRequest): Promise<Picture> {
  const { width, height, data } = await renderDrawing(
    composePicture(sceneOf(request), request.format, STYLES[request.style], request.seed),
  );
  const image = await sharp(data, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer();
  return { image: new Uint8Array(image), mimeType: 'image/jpeg', width, height };
}
