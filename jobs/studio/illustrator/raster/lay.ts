/** Lays one layer of a drawing over the plane so far, with its shadow. */
import { type Hex, rgbOf } from '#jobs/studio/illustrator/drawing/colour.ts';
import type { Area } from './area';
import { readSoftSquares, softAlpha } from './soft-map';
import type { Layer, Sheet, Workbench } from './workbench';

export interface LayerShadow {
  colour: Hex;
  /** 0 to 1. */
  strength: number;
  /** px */
  dx: number;
  dy: number;
  radius: number;
}

/** px for each value of a shadow. */
const STEP = 4;
/** How a shadow's radius is to that of the blur. */
const SPREAD = 1.7;

/**
 * Source-over of premultiplied pixels, darkening what lies behind by the layer's soft shadow first. Where
 * nothing lies behind, the shadow itself is laid down.
 */
export function layOver(bench: Workbench, layer: Layer, shadow: LayerShadow | null): void {
  const { plane } = bench;
  const { width, height } = layer;
  const under = plane.at + (layer.top * plane.width + layer.left) * 4;
  if (!shadow) {
    bench.do.layOver(under, plane.width, layer.at, width, width, height);
    return;
  }
  const map = softAlpha(bench, layer, { step: STEP, radius: shadow.radius / SPREAD, place: 0 });
  const [row] = bench.scratch.rows;
  const [red, green, blue] = rgbOf(shadow.colour);
  const { layShadedRow } = bench.do;
  for (let y = 0; y < height; y++) {
    const from = [STEP / 2 - shadow.dx, y - shadow.dy] as const;
    readSoftSquares(bench, map, width / STEP, from, shadow.strength / 255);
    layShadedRow(under + y * plane.width * 4, layer.at + y * width * 4, width, row, red, green, blue);
  }
}

/** Source-over of an area of one sheet onto the same area of another. */
export function layPlane(bench: Workbench, picture: Sheet, plane: Sheet, area: Area): void {
  const left = area.left & ~3;
  const offset = (area.top * plane.width + left) * 4;
  const size = [area.right - left, area.bottom - area.top] as const;
  bench.do.layOver(picture.at + offset, picture.width, plane.at + offset, plane.width, ...size);
}
