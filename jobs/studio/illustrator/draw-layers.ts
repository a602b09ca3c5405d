/** The built-in illustrator for a moving camera: the picture, and the planes that it is laid of. */
import sharp from 'sharp';
import type { Picture, PictureLayer, PictureRequest } from '#jobs/ports/engines.ts';
import type { LayerBox } from '#remotion/contract/story-props.ts';
import { drawingOf, pictureOf } from './draw';
import type { Area } from './raster/area';
import { CELL, type CellBox } from './raster/cells';
import { LayerRasters } from './raster/layer-rasters';
import type { Pixels } from './raster/pixels';
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
  const rasters = new LayerRasters(drawing);
  const flat = await pictureOf(drawing, rasters);
  const layers: PictureLayer[] = [];
  await renderPlanes(drawing, rasters, async ({ pixels, boxes, depth, life }) => {
    const isOpaque = layers.length === 0;
    if (!isOpaque) divideByAlpha(pixels.data);
    for (const cells of boxes) {
      const bounds = boundsOf(cells, pixels);
      layers.push({ image: await encode(pixels, bounds, isOpaque), box: boxOf(pixels, bounds), depth, life });
    }
  });
  return { flat, layers };
}

const boundsOf = ({ left, top, right, bottom }: CellBox, { width, height }: Pixels): Area => ({
  left: left * CELL,
  top: top * CELL,
  right: Math.min(width, right * CELL),
  bottom: Math.min(height, bottom * CELL),
});

const boxOf = ({ width, height }: Pixels, { left, top, right, bottom }: Area): LayerBox => ({
  x: left / width,
  y: top / height,
  width: (right - left) / width,
  height: (bottom - top) / height,
});

async function encode(
  { width, height, data }: Pixels,
  { left, top, right, bottom }: Area,
  isOpaque: boolean,
): Promise<Uint8Array> {
  const source = sharp(data, { raw: { width, height, channels: 4 } }).extract({
    left,
    top,
    width: right - left,
    height: bottom - top,
  });
  const image = await (isOpaque ? source.removeAlpha() : source)
    .webp({ quality: QUALITY, alphaQuality: ALPHA_QUALITY, effort: 1 })
    .toBuffer();
  return new Uint8Array(image);
}

/** Premultiplied to straight colours, in place. */
function divideByAlpha(data: Uint8Array): void {
  for (let p = 0; p < data.length; p += 4) {
    const alpha = data[p + 3] as number;
    if (alpha === 0 || alpha === 255) continue;
    const scale = 255 / alpha;
    for (let k = 0; k < 3; k++) data[p + k] = Math.min(255, (data[p + k] as number) * scale + 0.5);
  }
}
