/** Documents over which the vector library does not end the process. */
import type { BBox } from '@resvg/resvg-js';
import type { ViewBox } from '#jobs/studio/illustrator/drawing/svg-layer.ts';

/**
 * So many times its size beyond a document's corner the library still finds what it has to lay by itself, such as what
 * is half seen or clipped; over what lies wholly beyond that it ends the process (`fit_to_rect` of its `geom.rs`).
 */
const REACH = 2;
/** px by which its boxes are rounded. */
const ROUNDING = 4;

/**
 * The least document with the same corner that is large enough for all that is drawn.
 * @param drawn box of all that is drawn, wherever it is seen; undefined for nothing
 */
export function safeDocument(
  wanted: ViewBox,
  drawn: Pick<BBox, 'x' | 'y' | 'width' | 'height'> | undefined,
): ViewBox {
  if (!drawn) return wanted;
  const { x, y, width, height } = wanted;
  return {
    x,
    y,
    width: longEnough(width, x, drawn.x, drawn.x + drawn.width),
    height: longEnough(height, y, drawn.y, drawn.y + drawn.height),
  };
}

function longEnough(length: number, from: number, begin: number, end: number): number {
  const farthest = Math.max(from - begin, end - from) + ROUNDING;
  return Math.max(length, Math.ceil(farthest / REACH));
}
