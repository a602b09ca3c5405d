/** The built-in illustrator for a moving camera: the picture, and the planes that it is laid of. */
import pLimit from 'p-limit';
import sharp from 'sharp';
import type { Picture, PictureLayer, PictureRequest } from '#jobs/ports/engines.ts';
import type { LayerBox } from '#remotion/contract/story-props.ts';
import { drawingOf, pictureOf } from './draw';
import type { Area } from './raster/area';
import { pixelsIn } from './raster/cells';
import { type Pixels, wholePixels } from './raster/pixels';
import { renderPlanes } from './raster/planes';

export interface LayeredPicture {
  /** The same bytes as `drawPicture` gives. */
  flat: Picture;
  /** In the order in which they are laid over each other; those of one plane have the same depth and life. */
  layers: PictureLayer[];
}

/** 1 to 100. */
const QUALITY = 84;
const ALPHA_QUALITY = 90;

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
  const whole = await renderPlanes(drawing, async ({ pixels, boxes, depth, life }) => {
    const isOpaque = layers.length === 0;
    for (const cells of boxes) {
      const bounds = pixelsIn(cells, pixels);
      const part = partOf(pixels, bounds);
      const layer = encoding(async () => {
        return { image: await encode(part, isOpaque), box: boxOf(pixels, bounds), depth, life };
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

/** A copy of a part of a plane. */
function partOf(pixels: Pixels, { left, top, right, bottom }: Area): Pixels {
  const [width, height] = [right - left, bottom - top];
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) {
    const from = ((top + y) * pixels.width + left) * 4;
    data.set(pixels.data.subarray(from, from + width * 4), y * width * 4);
  }
  return { width, height, data, margin: [0, 0] };
}

/** @param isOpaque whether there is no alpha to be kept */
async function encode(part: Pixels, isOpaque: boolean): Promise<Uint8Array> {
  const { width, height, data } = part;
  if (!isOpaque) divideByAlpha(part);
  const source = sharp(data, { raw: { width, height, channels: 4 } });
  const image = await (isOpaque ? source.removeAlpha() : source)
    .webp({ quality: QUALITY, alphaQuality: ALPHA_QUALITY, effort: 1 })
    .toBuffer();
  return new Uint8Array(image);
}

/** Premultiplied to straight colours, in place. */
function divideByAlpha(pixels: Pixels): void {
  const { data } = pixels;
  const whole = wholePixels(pixels);
  for (let i = 0; i < whole.length; i++) {
    const alpha = (whole[i] as number) >>> 24;
    if (alpha === 0 || alpha === 255) continue;
    const scale = 255 / alpha;
    const p = i * 4;
    for (let k = 0; k < 3; k++) data[p + k] = Math.min(255, (data[p + k] as number) * scale + 0.5);
  }
}
