/** Neon: shapes sink into the dark and their edges shine. */
import { type Hex, rgbOf } from '#jobs/studio/illustrator/drawing/colour.ts';
import { blur, readSoftRow, softMap } from './soft-map';
import type { Layer, Workbench } from './workbench';

export interface NeonTubes {
  /** Colour of the tubes. */
  colour: Hex;
  /** How much of its own colour a shape keeps, 0 to 1. */
  keep: number;
  /** How far the face's colours are strengthened: 0 leaves them. */
  vivid: number;
  /** How much of its own hue an edge takes instead of the tubes' colour, 0 to 1. */
  own: number;
}

const STEP = 4;
/** How far the glow reaches, squares. */
const GLOW = 4;

/** Changes a layer in place: dark faces, bright edges, and a glow around them inside and outside. */
export function bendTubes(bench: Workbench, layer: Layer, { colour, keep, vivid, own }: NeonTubes): void {
  const { at, width, height } = layer;
  const brightness = bench.scratch.beside;
  const edges = brightness + width * height;
  bench.do.fillBrightness(brightness, at, width * height);
  const glow = softMap(bench.scratch.maps[0], layer, STEP);
  bench.bytes(glow.at, glow.width * glow.height * 4).fill(0);
  bench.do.findEdges(edges, glow.at, brightness, width, height);
  blur(bench, glow, GLOW);
  const tube = rgbOf(colour);
  for (let y = 0; y < height; y++) {
    const around = readSoftRow(bench, glow, 0, width, [0, y], 1 / 255);
    const row = y * width;
    bench.do.shineRow(at + row * 4, width, edges + row, around, ...tube, own, keep, vivid);
  }
}
