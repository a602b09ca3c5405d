/** The built-in illustrator for a moving camera: the picture, and the planes that it is laid of. */
import pLimit from 'p-limit';
import type { Picture, PictureLayer, PictureRequest } from '#jobs/ports/engines.ts';
import type { LayerBox } from '#remotion/contract/story-props.ts';
import { drawingOf, pictureOf } from './draw';
import { cutPart, encodePart } from './layer-image';
import type { Area } from './raster/area';
import { pixelsIn } from './raster/cells';
import type { Pixels } from './raster/pixels';
import { renderPlanes } from './raster/planes';

export interface LayeredPicture {
  /** The same bytes as `drawPicture` gives. */
  flat: Picture;
  /** In the order in which they are laid over each other; those of one plane have the same depth and life. */
  layers: PictureLayer[];
}

/**
 * Draws the scene of `request`, whole and in layers. Laid over each other at rest, the
 * layers show the flat picture (but for watercolour's bare edge, which a moving camera would cut). They hold
 * what the camera may bring into sight, and little else: the area that is drawn is the time of each frame. The same
 * request always gives the same bytes. CPU work of seconds; call it in a worker thread.
 */
export async function drawLayers(request: PictureRequest): Promise<LayeredPicture> {
  const drawing = drawingOf(request);
  const layers: Promise<PictureLayer>[] = [];
  // Encoded beside the drawing of the next plane; a fault is met where all of them are waited for.
  const encoding = pLimit(1);
  const whole = await renderPlanes(drawing, async ({ pixels, boxes, depth, life }, bench) => {
    const isOpaque = layers.length === 0;
    for (const cells of boxes) {
      const bounds = pixelsIn(cells, pixels);
      const part = cutPart(bench, pixels, bounds, isOpaque);
      const layer = encoding(async () => {
        return { image: await encodePart(part), box: boxOf(pixels, bounds), depth, life };
      });
      layer.catch(() => {});
      layers.push(layer);
    }
    // So much waits at most: the parts of one plane.
    await layers.at(-boxes.length - 1);
  });
  const [flat, ...laid] = await Promise.all([pictureOf(whole), ...layers]);
  return { flat, layers: laid };
}

const boxOf = ({ width, height }: Pixels, { left, top, right, bottom }: Area): LayerBox => ({
  x: left / width,
  y: top / height,
  width: (right - left) / width,
  height: (bottom - top) / height,
});
