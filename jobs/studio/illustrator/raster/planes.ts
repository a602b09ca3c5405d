/** From a drawing in layers to a few planes with alpha that, laid over each other, look like the picture. */

import type { Drawing } from '#jobs/studio/illustrator/compose.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import type { LayerLife } from '#remotion/contract/story-props.ts';
import { type Area, around, wholeArea, widened } from './area';
import { boxesAround, CELL, type CellBox, type Cells, cellsFor } from './cells';
import { paintGouache } from './gouache';
import { layOver } from './lay';
import { extentOf, type LayerRasters } from './layer-rasters';
import { lightPlane } from './light-plane';
import { finishPicture } from './paper-finish';
import { asPatch, blankPixels, fillArea, type Patch, type Pixels, wholePixels } from './pixels';
import { type PlanePlan, planPlanes } from './plane-plan';
import { areaShown, REACH, rasteriseArea } from './rasterise';
import { cellsInSight } from './sight';
import { shadowOf, treatLayer } from './treatment';
import { paintWatercolourPlane } from './watercolour';

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
 */
export async function renderPlanes(
  drawing: Drawing,
  rasters: LayerRasters,
  take: (plane: Plane) => Promise<void>,
): Promise<void> {
  const { stage } = drawing;
  const { width, height, margin } = extentOf(drawing);
  /** All planes so far: as the paint was laid on for watercolour, as they are shown otherwise. */
  const seen = blankPixels(width, height, margin, 255);
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
      const layer = await rasters.take(name);
      if (!layer) continue;
      treatLayer(layer, name, stage);
      layOver(plane, layer, shadowOf(stage, name));
      area = around(area, placeOf(layer));
    }
    if (!area) continue;
    if (life === 'glow') lightPlane(plane, seen);
    else paintPlane(plane, seen, stage, { isSeldom: face !== undefined, isLit: isLit(plans, i), area });
    // A brush may move edges.
    const held = widened(area, BRUSH, 1, plane);
    containColours(plane, held);
    const isFalling = life === 'rain' || life === 'snow';
    const faint = life === 'glow' ? FAINT_LIGHT : FAINT;
    const shown = isFalling
      ? cellsFor(plane, 1)
      : shownCells(plane, inSight[i] ?? cellsFor(plane, 1), faint, held);
    const leastSaving = (LEAST_SAVING * stage.frame.width * stage.frame.height) / CELL ** 2;
    const boxes = boxesAround(shown, MOST_BOXES, leastSaving);
    if (boxes.length > 0) await take({ pixels: plane, depth, life, boxes });
    fillArea(plane, held, 0);
  }
}

const placeOf = ({ left, top, width, height }: Patch): Area => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** Whether light falls later on what is seen with a plane. */
const isLit = (plans: readonly PlanePlan[], at: number): boolean =>
  plans.slice(at + 1).some(({ life }) => life === 'glow');

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

interface Painting {
  /** Seen now and then, so that no other plane is painted over it. */
  isSeldom: boolean;
  /** Whether light will fall on what is seen. */
  isLit: boolean;
  /** Where the plane holds anything. */
  area: Area;
}

function paintPlane(plane: Pixels, seen: Pixels, stage: Stage, { isSeldom, isLit, area }: Painting): void {
  // A brush may move edges.
  const moved = widened(area, BRUSH, 1, plane);
  if (stage.style.name === 'watercolor') paintWatercolourPlane(plane, isSeldom ? copyOf(seen) : seen, moved);
  if (stage.style.name === 'gouache') paintGouache(plane, moved);
  finishPicture(plane, stage.style, moved);
  if (isLit && stage.style.name !== 'watercolor' && !isSeldom) layOver(seen, asPatch(plane), null);
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
