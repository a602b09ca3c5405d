/** What of each plane can come into sight: not what stays beyond the frame, nor what a nearer plane always hides. */

import type { Drawing } from '#jobs/studio/illustrator/compose.ts';
import type { SvgLayer } from '#jobs/studio/illustrator/drawing/svg-layer.ts';
import { lifeReach } from '#remotion/picture/layer-life.ts';
import { alongAxis, type FramedExtent } from './camera-spans';
import { type Cells, cellsFor } from './cells';
import type { PlanePlan } from './plane-plan';
import { sketchOf } from './rasterise';

/** How far a style's brush may move an edge after it was drawn, and a little more; squares. */
const EDGE = 2;

/** What a nearer plane hides. */
interface Screen {
  /** Number of squares that hide, in each rectangle from the left upper corner; one row and column more. */
  sums: Int32Array;
  across: number;
  down: number;
  depth: number;
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
  const extent: FramedExtent = {
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
    nearer.push(screenOf(await filledCells(hiding, extent), plan.depth));
  }
  return seen;
}

/** Who breathes hides what is behind them all the same: it moves edges by less than `EDGE`. */
const isScreen = ({ life }: PlanePlan): boolean => life === 'still' || life === 'breathe';

/** The squares that drawings fill without a gap, and no edge comes near. */
async function filledCells(layers: readonly SvgLayer[], extent: FramedExtent): Promise<Cells> {
  const filled = cellsFor(extent, 0);
  const { across, down, flags } = filled;
  for (const layer of layers) {
    const { width, height, alpha } = await sketchOf(layer, extent);
    for (let y = 0; y < down; y++) {
      // The last squares, which the plane ends in, may be missing from the sketch.
      const row = Math.min(y, height - 1) * width;
      for (let x = 0; x < across; x++) {
        if (alpha[row + Math.min(x, width - 1)] === 255) flags[y * across + x] = 1;
      }
    }
  }
  const sums = sumsOf(filled);
  const inside = cellsFor(extent, 0);
  for (let y = 0; y < down; y++) {
    // What would lie beyond the plane is as its edge.
    const rows = rowsOf(across, Math.max(0, y - EDGE), Math.min(down, y + EDGE + 1));
    for (let x = 0; x < across; x++) {
      if (!flags[y * across + x]) continue;
      if (isFull(sums, rows, Math.max(0, x - EDGE), Math.min(across, x + EDGE + 1)))
        inside.flags[y * across + x] = 1;
    }
  }
  return inside;
}

const screenOf = (hiding: Cells, depth: number): Screen => ({
  sums: sumsOf(hiding),
  across: hiding.across,
  down: hiding.down,
  depth,
});

function sumsOf({ across, down, flags }: Cells): Int32Array {
  const stride = across + 1;
  const sums = new Int32Array(stride * (down + 1));
  for (let y = 0; y < down; y++) {
    for (let x = 0, row = 0; x < across; x++) {
      row += flags[y * across + x] as number;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] as number) + row;
    }
  }
  return sums;
}

/** Some rows of squares: where the sums above them begin, and those up to their last, and how many they are. */
interface Rows {
  upper: number;
  lower: number;
  count: number;
}

const rowsOf = (across: number, top: number, bottom: number): Rows => ({
  upper: top * (across + 1),
  lower: bottom * (across + 1),
  count: bottom - top,
});

/** Whether all squares of some rows from one column to before another are flagged, by their sums. */
function isFull(sums: Int32Array, { upper, lower, count }: Rows, left: number, right: number): boolean {
  const below = (sums[lower + right] as number) - (sums[lower + left] as number);
  const above = (sums[upper + right] as number) - (sums[upper + left] as number);
  return below - above === (right - left) * count;
}

function inSight(extent: FramedExtent, { depth, life }: PlanePlan, nearer: readonly Screen[]): Cells {
  const seen = cellsFor(extent, 0);
  const reach = lifeReach(life);
  const columns = alongAxis('x', seen.across, extent, depth, reach);
  const rows = alongAxis('y', seen.down, extent, depth, 0);
  for (let y = 0; y < seen.down; y++) if (rows.framed[y]) seen.flags.set(columns.framed, y * seen.across);
  for (const screen of nearer) {
    hide(seen, screen, columns.spansBehind(screen.depth), rows.spansBehind(screen.depth));
  }
  return seen;
}

/** Takes the flags of the squares that are behind a screen at every moment. */
function hide({ across, down, flags }: Cells, screen: Screen, spansX: Int32Array, spansY: Int32Array): void {
  for (let y = 0; y < down; y++) {
    const [top, bottom] = [spansY[2 * y] as number, spansY[2 * y + 1] as number];
    if (top < 0 || bottom > screen.down) continue;
    const rows = rowsOf(screen.across, top, bottom);
    // Many rows of a screen hide nothing at all.
    if (isEmpty(screen, rows)) continue;
    for (let x = 0; x < across; x++) {
      if (flags[y * across + x] === 0) continue;
      const [left, right] = [spansX[2 * x] as number, spansX[2 * x + 1] as number];
      if (left >= 0 && right <= screen.across && isFull(screen.sums, rows, left, right))
        flags[y * across + x] = 0;
    }
  }
}

const isEmpty = ({ sums, across }: Screen, { upper, lower }: Rows): boolean =>
  sums[lower + across] === sums[upper + across];
