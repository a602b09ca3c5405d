/** What of each plane can come into sight: not what stays beyond the frame, nor what a nearer plane always hides. */

import type { Drawing } from '#jobs/studio/illustrator/compose.ts';
import type { SvgLayer } from '#jobs/studio/illustrator/drawing/svg-layer.ts';
import { LAYER_BLEED } from '#remotion/contract/story-props.ts';
import { type CameraPlace, layerPlaces } from '#remotion/picture/camera.ts';
import { lifeReach } from '#remotion/picture/layer-life.ts';
import { CELL, type CellBox, type Cells, cellsFor } from './cells';
import type { PlanePlan } from './plane-plan';
import { rasteriseSmall } from './rasterise';

/** How far a style's brush may move an edge after it was drawn, and a little more; squares. */
const EDGE = 2;

/** Overlap of this part of a square is none: it comes from rounding alone. */
const TOLERANCE = 0.01;

/** The picture's size without and with its margins, px. */
interface Extent {
  frame: { x: number; y: number };
  width: number;
  height: number;
  margin: Drawing['margin'];
}

/** What a nearer plane hides. */
interface Screen {
  /** Number of squares that hide, in each rectangle from the left upper corner; one row and column more. */
  sums: Uint32Array;
  across: number;
  down: number;
  places: readonly CameraPlace[];
}

/**
 * For each plane the squares that may be seen at some moment of some camera move, and perhaps a few more: all
 * moves are taken together, and each nearer plane by itself.
 */
export async function cellsInSight(
  { stage, layers, margin }: Drawing,
  plans: readonly PlanePlan[],
): Promise<Cells[]> {
  const { width, height } = stage.frame;
  const extent = {
    frame: { x: width, y: height },
    width: width + 2 * margin[0],
    height: height + 2 * margin[1],
    margin,
  };
  const nearer: Screen[] = [];
  const seen: Cells[] = [];
  for (const plan of [...plans].reverse()) {
    seen.unshift(inSight(extent, plan, nearer));
    if (!isScreen(plan) || plan === plans[0]) continue;
    const hiding = layers.filter(({ name }) => plan.layers.includes(name));
    nearer.push(screenOf(await filledCells(hiding, extent), layerPlaces(plan.depth)));
  }
  return seen;
}

/** Who breathes hides what is behind them all the same: it moves edges by less than `EDGE`. */
const isScreen = ({ life }: PlanePlan): boolean => life === 'still' || life === 'breathe';

/** The squares that drawings fill without a gap, and no edge comes near. */
async function filledCells(layers: readonly SvgLayer[], extent: Extent): Promise<Cells> {
  const filled = cellsFor(extent, 0);
  const { across, down } = filled;
  for (const layer of layers) {
    const small = await rasteriseSmall(layer, 1 / CELL, extent);
    for (let y = 0; y < down; y++) {
      // The last squares, which the plane ends in, may be missing from the small drawing.
      const row = Math.min(y, small.height - 1) * small.width;
      for (let x = 0; x < across; x++) {
        const at = row + Math.min(x, small.width - 1);
        if (small.data[at * 4 + 3] === 255) filled.flags[y * across + x] = 1;
      }
    }
  }
  const sums = sumsOf(filled);
  const inside = cellsFor(extent, 0);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      // What would lie beyond the plane is as its edge.
      const box = {
        left: Math.max(0, x - EDGE),
        top: Math.max(0, y - EDGE),
        right: Math.min(across, x + EDGE + 1),
        bottom: Math.min(down, y + EDGE + 1),
      };
      if (isFull(sums, across, box)) inside.flags[y * across + x] = 1;
    }
  }
  return inside;
}

const screenOf = (hiding: Cells, places: readonly CameraPlace[]): Screen => ({
  sums: sumsOf(hiding),
  across: hiding.across,
  down: hiding.down,
  places,
});

function sumsOf({ across, down, flags }: Cells): Uint32Array {
  const stride = across + 1;
  const sums = new Uint32Array(stride * (down + 1));
  for (let y = 0; y < down; y++) {
    for (let x = 0, row = 0; x < across; x++) {
      row += flags[y * across + x] as number;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] as number) + row;
    }
  }
  return sums;
}

/** Whether all squares of a box are flagged, by their sums. */
function isFull(sums: Uint32Array, across: number, { left, top, right, bottom }: CellBox): boolean {
  const [upper, lower] = [top * (across + 1), bottom * (across + 1)];
  const below = (sums[lower + right] as number) - (sums[lower + left] as number);
  const above = (sums[upper + right] as number) - (sums[upper + left] as number);
  return below - above === (right - left) * (bottom - top);
}

function inSight(extent: Extent, { depth, life }: PlanePlan, nearer: readonly Screen[]): Cells {
  const seen = cellsFor(extent, 0);
  const { across, down, flags } = seen;
  const places = layerPlaces(depth);
  const columns = edgesInFrame('x', across, extent, places, lifeReach(life));
  const rows = edgesInFrame('y', down, extent, places, 0);
  markFramed(seen, columns, rows, places.length);
  for (const screen of nearer) {
    const spansX = spansBehind('x', columns, extent, screen.places);
    const spansY = spansBehind('y', rows, extent, screen.places);
    const box = { left: 0, top: 0, right: 0, bottom: 0 };
    for (let y = 0; y < down; y++) {
      box.top = spansY[2 * y] as number;
      box.bottom = spansY[2 * y + 1] as number;
      if (box.top < 0 || box.bottom > screen.down) continue;
      for (let x = 0; x < across; x++) {
        if (!flags[y * across + x]) continue;
        box.left = spansX[2 * x] as number;
        box.right = spansX[2 * x + 1] as number;
        const isWithin = box.left >= 0 && box.right <= screen.across;
        if (isWithin && isFull(screen.sums, screen.across, box)) flags[y * across + x] = 0;
      }
    }
  }
  return seen;
}

/**
 * Where both edges of each square of a plane are along an axis, at each moment: px from the frame's centre, as
 * far as the square is in the frame. Where it is not, the second edge is not after the first.
 */
function edgesInFrame(
  axis: 'x' | 'y',
  count: number,
  extent: Extent,
  places: readonly CameraPlace[],
  reach: number,
): Float64Array {
  const frame = extent.frame[axis];
  const { unit, middle } = squaresAlong(axis, extent);
  const edges = new Float64Array(2 * count * places.length);
  let at = 0;
  for (let square = 0; square < count; square++) {
    for (const place of places) {
      const first = (square - middle) * unit * place.scale + (place[axis] - reach) * frame;
      const last = (square + 1 - middle) * unit * place.scale + (place[axis] + reach) * frame;
      edges[at++] = Math.max(-frame / 2, first);
      edges[at++] = Math.min(frame / 2, last);
    }
  }
  return edges;
}

/** Size of a square as the film shows it at rest, px, and how many squares it is to the frame's centre. */
function squaresAlong(axis: 'x' | 'y', { frame, width, height }: Extent): { unit: number; middle: number } {
  const size = axis === 'x' ? width : height;
  return { unit: (CELL * frame[axis] * (1 + 2 * LAYER_BLEED)) / size, middle: size / 2 / CELL };
}

/** Flags the squares whose column and row come into the frame. */
function markFramed(
  { across, down, flags }: Cells,
  columns: Float64Array,
  rows: Float64Array,
  moments: number,
) {
  const isFramed = (edges: Float64Array, square: number) => {
    for (let at = 2 * square * moments; at < 2 * (square + 1) * moments; at += 2) {
      if ((edges[at] as number) < (edges[at + 1] as number)) return true;
    }
    return false;
  };
  const framed = Uint8Array.from({ length: across }, (_, x) => (isFramed(columns, x) ? 1 : 0));
  for (let y = 0; y < down; y++) if (isFramed(rows, y)) flags.set(framed, y * across);
}

/**
 * Behind which squares of a nearer plane each square is at one moment or another: the first, and the one
 * after the last.
 */
function spansBehind(
  axis: 'x' | 'y',
  edges: Float64Array,
  extent: Extent,
  nearer: readonly CameraPlace[],
): Int32Array {
  const frame = extent.frame[axis];
  const { unit, middle } = squaresAlong(axis, extent);
  const spans = new Int32Array(edges.length / nearer.length);
  for (let square = 0, at = 0; square < spans.length / 2; square++) {
    let [first, last] = [Number.MAX_VALUE, -Number.MAX_VALUE];
    for (const place of nearer) {
      const [low, high] = [edges[at] as number, edges[at + 1] as number];
      at += 2;
      if (low >= high) continue;
      const size = unit * place.scale;
      const moved = place[axis] * frame;
      first = Math.min(first, (low - moved) / size + middle);
      last = Math.max(last, (high - moved) / size + middle);
    }
    spans[2 * square] = Math.floor(first + TOLERANCE);
    spans[2 * square + 1] = Math.ceil(last - TOLERANCE);
  }
  return spans;
}
