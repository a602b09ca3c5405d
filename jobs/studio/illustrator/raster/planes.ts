/** From a drawing in layers to the picture, in the hand of a style, and to the few planes that it is laid of. */

import type { Drawing } from '#jobs/studio/illustrator/compose.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import type { LayerLife } from '#remotion/contract/story-props.ts';
import { type Area, around, common, wholeArea, widened } from './area';
import { boxAround, boxesAround, CELL, type CellBox, type Cells, cellsFor, pixelsIn } from './cells';
import { paintGouache } from './gouache';
import { layOver, layPlane } from './lay';
import { lightPlane } from './light-plane';
import { finishPicture } from './paper-finish';
import { blankPixels, fillArea, frameOf, type Patch, type Pixels, wholePixels } from './pixels';
import { planPlanes } from './plane-plan';
import { areaShown, type Extent, REACH, rasterise, rasteriseArea } from './rasterise';
import { cellsInSight } from './sight';
import { shadowOf, treatLayer } from './treatment';
import { leaveBorder, paintWatercolour } from './watercolour';

export interface Plane {
  /** Premultiplied; no colour exceeds its alpha. The first plane of a picture is opaque. */
  pixels: Pixels;
  /** From 0, the farthest, to 1, the nearest. */
  depth: number;
  life: LayerLife;
  /** The parts that have to be kept: around all that may come into sight. */
  boxes: CellBox[];
}

/** A plane is kept in so many images at most, and in more than one where each saves this part of the frame. */
const MOST_BOXES = 3;
const LEAST_SAVING = 0.05;
/** Alpha that nobody sees, of what has edges and of light, which fades out widely. */
const FAINT = 2;
const FAINT_LIGHT = 6;
/** How far a style's brush may move an edge, px. */
const BRUSH = 16;

/**
 * Renders the planes one after another. `take` gets each as soon as it is done and must be done with its
 * pixels when it resolves: the next plane is drawn in the same memory.
 * @returns what is within the frame of all of them, laid over each other at rest (watercolour leaves bare paper
 *   around it, which a moving camera would cut)
 */
export async function renderPlanes(drawing: Drawing, take: (plane: Plane) => Promise<void>): Promise<Pixels> {
  const { stage } = drawing;
  const extent = extentOf(drawing);
  const { width, height, margin } = extent;
  const isWatercolour = stage.style.name === 'watercolor';
  /** All planes so far. */
  const picture = blankPixels(width, height, margin, 255);
  /** The same as the paint was laid on, before any pigment. */
  const bare = isWatercolour ? blankPixels(width, height, margin, 255) : picture;
  const plane = blankPixels(width, height, margin, 0);
  const plans = planPlanes(drawing);
  const inSight = await cellsInSight(drawing, plans);
  for (const [i, { layers: names, depth, life }] of plans.entries()) {
    if (i === 0) plane.data.fill(255);
    /** Where the plane holds anything. */
    let area = i === 0 ? wholeArea(plane) : null;
    const face = drawing.faces.find(({ change }) => change === life);
    if (face) area = await changeFaces(plane, face, stage);
    for (const name of names) {
      const drawn = drawing.layers.find((layer) => layer.name === name);
      const layer = drawn && (await rasterise(drawn, extent));
      if (!layer) continue;
      treatLayer(layer, name, stage);
      layOver(plane, layer, shadowOf(stage, name));
      area = around(area, placeOf(layer));
    }
    if (!area) continue;
    // A brush may move edges.
    const held = widened(area, BRUSH, 1, plane);
    const isFalling = life === 'rain' || life === 'snow';
    const sighted = (!isFalling && inSight[i]) || cellsFor(plane, 1);
    const box = boxAround(sighted);
    const painted = box && common(held, pixelsIn(box, plane));
    if (painted) {
      // What is seen now and then has nothing else painted over it.
      if (life === 'glow') lightPlane(plane, bare);
      else paintPlane(plane, face ? copyOf(bare) : bare, stage, { held, painted });
      containColours(plane, painted);
      if (!face) layPlane(picture, plane, held);
    }
    const faint = life === 'glow' ? FAINT_LIGHT : FAINT;
    const shown = isFalling ? sighted : shownCells(plane, sighted, faint, held);
    const leastSaving = (LEAST_SAVING * stage.frame.width * stage.frame.height) / CELL ** 2;
    const boxes = boxesAround(shown, MOST_BOXES, leastSaving);
    if (boxes.length > 0) await take({ pixels: plane, depth, life, boxes });
    fillArea(plane, held, 0);
  }
  const framed = frameOf(picture);
  if (isWatercolour) leaveBorder(framed);
  return framed;
}

/** The size of a drawing with its margins, px. */
const extentOf = ({ stage: { frame }, margin }: Drawing): Extent => ({
  width: frame.width + 2 * margin[0],
  height: frame.height + 2 * margin[1],
  margin,
});

const placeOf = ({ left, top, width, height }: Patch): Area => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/**
 * Lays what is other of the figures onto the plane, in the light in which the figures are, and nothing else of them.
 * Returns where; null for nowhere.
 */
async function changeFaces(
  plane: Pixels,
  { figures: svg, mask: where }: Drawing['faces'][number],
  stage: Stage,
): Promise<Area | null> {
  const shown = await areaShown(where, plane);
  if (!shown) return null;
  // So much of the figures that the light on the faces is as it is with all of them.
  const area = widened(shown, 2 * REACH, CELL, plane);
  const figures = await rasteriseArea(svg, area, plane);
  treatLayer(figures, 'figures', stage);
  const mask = await rasteriseArea(where, area, plane);
  for (let p = 0; p < mask.data.length; p += 4) {
    const share = (mask.data[p + 3] as number) / 255;
    for (let k = 0; k < 4; k++) figures.data[p + k] = Math.round((figures.data[p + k] as number) * share);
  }
  layOver(plane, figures, null);
  return shown;
}

const copyOf = ({ data, ...rest }: Pixels): Pixels => ({ ...rest, data: data.slice() });

/** The squares of an area in sight in which there is anything. */
function shownCells(
  { width, height, data }: Pixels,
  { across, flags }: Cells,
  faint: number,
  area: Area,
): Cells {
  const shown = cellsFor({ width, height }, 0);
  for (let y = area.top; y < area.bottom; y++) {
    const row = Math.floor(y / CELL) * across;
    for (let x = area.left; x < area.right; x++) {
      const at = row + Math.floor(x / CELL);
      // On to the next square.
      if (!flags[at] || shown.flags[at]) x |= CELL - 1;
      else if ((data[(y * width + x) * 4 + 3] as number) > faint) shown.flags[at] = 1;
    }
  }
  return shown;
}

/**
 * @param bare what is seen before any pigment; watercolour takes the plane into it
 * @param held where the plane holds anything
 * @param painted what of that may come into sight
 */
function paintPlane(
  plane: Pixels,
  bare: Pixels,
  { style }: Stage,
  { held, painted }: { held: Area; painted: Area },
): void {
  if (style.name === 'watercolor') paintWatercolour(plane, bare, { held, painted });
  if (style.name === 'gouache') paintGouache(plane, painted);
  finishPicture(plane, style, painted);
}

/** Light that adds to what lies behind (colour above alpha) becomes light that covers it a little. */
function containColours({ width, data }: Pixels, { left, top, right, bottom }: Area): void {
  const whole = wholePixels({ data });
  for (let y = top; y < bottom; y++) {
    for (let p = (y * width + left) * 4; p < (y * width + right) * 4; p += 4) {
      const pixel = whole[p >> 2] as number;
      const alpha = pixel >>> 24;
      if (pixel === 0 || alpha === 255) continue;
      const most = Math.max(data[p] as number, data[p + 1] as number, data[p + 2] as number);
      if (most > alpha) data[p + 3] = most;
    }
  }
}
