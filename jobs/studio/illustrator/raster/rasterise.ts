/** From a vector drawing to pixels. */
import { setImmediate } from 'node:timers/promises';
import { Resvg } from '@resvg/resvg-js';
import { type SvgLayer, svgDocument } from '#jobs/studio/illustrator/drawing/svg-layer.ts';
import { type Area, widened } from './area';
import type { Patch, Pixels } from './pixels';

/** The picture that is drawn, px. */
export type Extent = Pick<Pixels, 'width' | 'height' | 'margin'>;

/** How far from where anything shows a style's light, margin or shadow may reach, px. */
export const REACH = 64;
/** Squares by which soft maps are made begin at a multiple of this, px. */
const GRID = 8;
/** The same of a small drawing that tells where anything shows: one of its pixels is a square of so many px. */
const SMALL = 8;

/**
 * Draws a layer where anything shows in it, with `REACH` around that; null where nothing does. Uses no system fonts.
 */
export async function rasterise(layer: SvgLayer, extent: Extent): Promise<Patch | null> {
  const shown = await areaShown(layer, extent);
  return shown && rasteriseArea(layer, widened(shown, REACH, GRID, extent), extent);
}

/**
 * Draws an area of a layer. Gives the event loop a turn first: what the library holds of earlier drawings outside
 * JavaScript's heap, up to 20 MB for each, is only freed in one.
 */
export async function rasteriseArea(layer: SvgLayer, area: Area, { margin }: Extent): Promise<Patch> {
  await setImmediate();
  const [x, y] = [area.left - margin[0], area.top - margin[1]];
  const document = svgDocument(layer, {
    x,
    y,
    width: area.right - area.left,
    height: area.bottom - area.top,
  });
  const { width, height, pixels } = new Resvg(document, { font: { loadSystemFonts: false } }).render();
  return { width, height, margin: [0, 0], data: pixels, left: area.left, top: area.top };
}

/** Draws a whole layer `part` as large (more than 0, at most 1): for what needs to be known before it is drawn. */
export async function rasteriseSmall(layer: SvgLayer, part: number, extent: Extent): Promise<Pixels> {
  await setImmediate();
  const { width, height, margin } = extent;
  const document = svgDocument(layer, { x: -margin[0], y: -margin[1], width, height });
  const image = new Resvg(document, {
    font: { loadSystemFonts: false },
    fitTo: { mode: 'zoom', value: part },
  }).render();
  return { width: image.width, height: image.height, margin: [0, 0], data: image.pixels };
}

/** Where anything shows of a layer, to a few px; null for nowhere. */
export async function areaShown(layer: SvgLayer, extent: Extent): Promise<Area | null> {
  const { width, height, data } = await rasteriseSmall(layer, 1 / SMALL, extent);
  const found: Area = { left: width, top: height, right: 0, bottom: 0 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[(y * width + x) * 4 + 3] === 0) continue;
      if (y < found.top) found.top = y;
      found.bottom = y + 1;
      if (x < found.left) found.left = x;
      if (x + 1 > found.right) found.right = x + 1;
    }
  }
  if (found.bottom === 0) return null;
  // What is too fine for the small drawing lies beside something that is not.
  return widened(
    {
      left: found.left * SMALL,
      top: found.top * SMALL,
      right: found.right * SMALL,
      bottom: found.bottom * SMALL,
    },
    SMALL,
    1,
    extent,
  );
}
