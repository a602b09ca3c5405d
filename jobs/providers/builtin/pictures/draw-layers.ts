/** The built-in illustrator for a moving camera: the picture, and the planes that it is laid of. */
import sharp from 'sharp';
import type { LayerBox, LayerLife } from '../../../../remotion/story-props';
import type { Picture, PictureRequest } from '../../types';
import { composePicture } from './compose';
import { drawPicture } from './draw';
import { boundsOf, type Pixels } from './raster/pixels';
import { renderPlanes } from './raster/planes';
import { readScene } from './reading';
import { STYLES } from './styles';

export interface PictureLayer {
  /** WebP with alpha: the part `box` of the frame and `LAYER_BLEED` around it. The first layer is opaque. */
  image: Uint8Array;
  box: LayerBox;
  /** From 0, the farthest, to 1, the nearest. */
  depth: number;
  life: LayerLife;
}

export interface LayeredPicture {
  /** The same bytes as `drawPicture` gives. */
  flat: Picture;
  /** One to six, in the order in which they are laid over each other. */
  layers: PictureLayer[];
}

/** 1 to 100. */
const QUALITY = 84;
const ALPHA_QUALITY = 90;

/**
 * Draws the scene that `request.prompt` describes, whole and in layers. Laid over each other at rest, the
 * layers show the flat picture (but for watercolour's bare edge, which a moving camera would cut). The same
 * request always gives the same bytes. CPU work of two to four seconds; call it in a worker thread.
 */
export async function drawLayers(request: PictureRequest): Promise<LayeredPicture> {
  const flat = await drawPicture(request);
  const drawing = composePicture(
    readScene(request.prompt),
    request.format,
    STYLES[request.style],
    request.seed,
    { bleed: true },
  );
  const layers: PictureLayer[] = [];
  await renderPlanes(drawing, async ({ pixels, depth, life }) => {
    const isWhole = layers.length === 0 || life === 'rain' || life === 'snow';
    const bounds = isWhole
      ? { left: 0, top: 0, right: pixels.width, bottom: pixels.height }
      : boundsOf(pixels);
    if (!bounds) return;
    const image = await encode(pixels, bounds, layers.length === 0);
    layers.push({ image, box: boxOf(pixels, bounds), depth, life });
  });
  return { flat, layers };
}

type Bounds = NonNullable<ReturnType<typeof boundsOf>>;

const boxOf = ({ width, height }: Pixels, { left, top, right, bottom }: Bounds): LayerBox => ({
  x: left / width,
  y: top / height,
  width: (right - left) / width,
  height: (bottom - top) / height,
});

async function encode(
  { width, height, data }: Pixels,
  { left, top, right, bottom }: Bounds,
  opaque: boolean,
): Promise<Uint8Array> {
  if (!opaque) divideByAlpha(data);
  const source = sharp(data, { raw: { width, height, channels: 4 } }).extract({
    left,
    top,
    width: right - left,
    height: bottom - top,
  });
  const image = await (opaque ? source.removeAlpha() : source)
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
