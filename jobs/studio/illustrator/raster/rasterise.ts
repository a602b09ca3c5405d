/** From a vector drawing to pixels. */
import { setImmediate } from 'node:timers/promises';
import { type BBox, Resvg } from '@resvg/resvg-js';
import { type SvgLayer, svgDocument } from '#jobs/studio/illustrator/drawing/svg-layer.ts';
import { type Area, common, widened } from './area';
import type { Extent, Patch } from './pixels';
import { safeDocument } from './safe-document';

/** How far from where anything shows a style's light, margin or shadow may reach, px. */
const REACH = 64;
/** Squares by which soft maps are made begin at a multiple of this, px. */
const GRID = 8;
/** One pixel of a sketch is a square of so many px. */
const SKETCH = 8;

/** A layer drawn small, for what needs to be known before it is drawn. */
export interface Sketch {
  width: number;
  height: number;
  /** How much of each of its squares is covered, 0 to 255. */
  alpha: Uint8Array;
}

/**
 * Draws a layer where anything shows in it, with `REACH` around that, as far as it is within an area; null where
 * nothing is. Uses no system fonts.
 */
export async function rasterise(layer: SvgLayer, extent: Extent, within: Area): Promise<Patch | null> {
  const shown = await areaShown(layer, extent);
  const area = shown && common(widened(shown, REACH, GRID, extent), within);
  return area && rasteriseArea(layer, area, extent);
}

/** So much around what is in sight that light and shadows in it are as they are with all of a layer. */
export const widenedForLight = (area: Area, extent: Extent): Area => widened(area, 2 * REACH, GRID, extent);

/**
 * Draws an area of a layer. Gives the event loop a turn first: what the library holds of earlier drawings outside
 * JavaScript's heap, up to 20 MB for each, is only freed in one.
 */
export async function rasteriseArea(layer: SvgLayer, area: Area, { margin }: Extent): Promise<Patch> {
  await setImmediate();
  const [x, y] = [area.left - margin[0], area.top - margin[1]];
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  const viewBox = safeDocument({ x, y, width, height }, boxOf(layer));
  const document = svgDocument(layer, viewBox);
  const { pixels } = new Resvg(document, { font: { loadSystemFonts: false } }).render();
  const isLarger = viewBox.width > width || viewBox.height > height;
  const data = isLarger ? corner(pixels, viewBox.width, { width, height }) : pixels;
  return { width, height, margin: [0, 0], data, left: area.left, top: area.top };
}

const boxes = new WeakMap<SvgLayer, BBox | undefined>();

/** Where anything of a layer is drawn, seen or not, in the frame's px. */
function boxOf(layer: SvgLayer): BBox | undefined {
  if (!boxes.has(layer)) {
    const document = svgDocument(layer, { x: 0, y: 0, width: 1, height: 1 });
    boxes.set(layer, new Resvg(document, { font: { loadSystemFonts: false } }).getBBox());
  }
  return boxes.get(layer);
}

/** The left upper corner of what was drawn larger. @param stride its width, px */
function corner(
  pixels: Uint8Array,
  stride: number,
  { width, height }: { width: number; height: number },
): Buffer {
  const cut = Buffer.allocUnsafe(width * height * 4);
  for (let y = 0; y < height; y++)
    cut.set(pixels.subarray(y * stride * 4, (y * stride + width) * 4), y * width * 4);
  return cut;
}

const sketches = new WeakMap<SvgLayer, Sketch>();

/** The sketch of a whole layer, which is drawn once. */
export async function sketchOf(layer: SvgLayer, { width, height, margin }: Extent): Promise<Sketch> {
  const known = sketches.get(layer);
  if (known) return known;
  await setImmediate();
  const document = svgDocument(layer, { x: -margin[0], y: -margin[1], width, height });
  const drawing = new Resvg(document, {
    font: { loadSystemFonts: false },
    fitTo: { mode: 'zoom', value: 1 / SKETCH },
  });
  boxes.set(layer, drawing.getBBox());
  const image = drawing.render();
  const { pixels } = image;
  const alpha = new Uint8Array(image.width * image.height);
  for (let i = 0; i < alpha.length; i++) alpha[i] = pixels[i * 4 + 3] as number;
  const sketch = { width: image.width, height: image.height, alpha };
  sketches.set(layer, sketch);
  return sketch;
}

/** Where anything shows of a layer, to a few px; null for nowhere. */
export async function areaShown(layer: SvgLayer, extent: Extent): Promise<Area | null> {
  const { width, height, alpha } = await sketchOf(layer, extent);
  const found: Area = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (alpha[y * width + x] === 0) continue;
      if (y < found.top) found.top = y;
      found.bottom = y + 1;
      if (x < found.left) found.left = x;
      if (x + 1 > found.right) found.right = x + 1;
    }
  }
  if (found.bottom === 0) return null;
  // What is too fine for the sketch lies beside something that is not.
  return widened(
    {
      left: found.left * SKETCH,
      top: found.top * SKETCH,
      right: found.right * SKETCH,
      bottom: found.bottom * SKETCH,
    },
    SKETCH,
    1,
    extent,
  );
}
