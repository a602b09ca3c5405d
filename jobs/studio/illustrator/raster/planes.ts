/** From a drawing in layers to the picture, in the hand of a style, and to the few planes that it is laid of. */

import type { Drawing } from '#jobs/studio/illustrator/compose.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import type { LayerLife } from '#remotion/contract/story-props.ts';
import { type Area, around, common, widened } from './area';
import { boxAround, boxesAround, CELL, type CellBox, type Cells, cellsFor, pixelsIn } from './cells';
import { paintGouache } from './gouache';
import { layOver, layPlane } from './lay';
import { lightPlane } from './light-plane';
import { finishPicture } from './paper-finish';
import { type Extent, fillArea, frameArea, type OpaquePixels, type Patch } from './pixels';
import { type PlanePlan, planPlanes } from './plane-plan';
import { areaShown, rasterise, rasteriseArea, widenedForLight } from './rasterise';
import { cellsInSight } from './sight';
import { shadowOf, treatLayer } from './treatment';
import { leaveBorder, paintWatercolour } from './watercolour';
import { type Sheet, Workbench } from './workbench';

export interface Plane {
  /** Premultiplied; no colour exceeds its alpha. The first plane of a picture is opaque. */
  pixels: Sheet;
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
 * Renders the planes one after another. `take` gets each as soon as it is done, with the workbench that it is on, and
 * must be done with its pixels when it resolves: the next plane is drawn in the same memory.
 * @returns what is within the frame of all of them, laid over each other at rest (watercolour leaves bare paper
 *   around it, which a moving camera would cut)
 */
export async function renderPlanes(
  drawing: Drawing,
  take: (plane: Plane, bench: Workbench) => Promise<void>,
): Promise<OpaquePixels> {
  const bench = Workbench.open(extentOf(drawing));
  try {
    return await renderOn(bench, drawing, take);
  } finally {
    bench.close();
  }
}

async function renderOn(
  bench: Workbench,
  drawing: Drawing,
  take: (plane: Plane, bench: Workbench) => Promise<void>,
): Promise<OpaquePixels> {
  const { stage } = drawing;
  const isWatercolour = stage.style.name === 'watercolor';
  const { picture, plane } = bench;
  const bare = isWatercolour ? bench.bare : picture;
  picture.data.fill(255);
  bare.data.fill(255);
  plane.data.fill(0);
  const plans = planPlanes(drawing);
  const inSight = await cellsInSight(drawing, plans);
  for (const [i, plan] of plans.entries()) {
    const { depth, life } = plan;
    const isFalling = life === 'rain' || life === 'snow';
    const sighted = (!isFalling && inSight[i]) || cellsFor(plane, 1);
    const box = boxAround(sighted);
    if (!box) continue;
    const seen = pixelsIn(box, plane);
    const within = widenedForLight(seen, plane);
    if (i === 0) fillArea(plane, within, 255);
    const face = drawing.faces.find(({ change }) => change === life);
    const drawn = face
      ? await changeFaces(bench, face, stage)
      : await drawLayers(bench, drawing, plan, within);
    /** Where the plane holds anything. */
    const area = i === 0 ? within : drawn;
    if (!area) continue;
    // A brush may move edges.
    const held = widened(area, BRUSH, 1, plane);
    const painted = common(held, seen);
    if (painted) {
      if (life === 'glow') lightPlane(bench, plane, bare, painted);
      else paintPlane(bench, stage, { held, painted, isPassing: face !== undefined });
      bench.do.containColours(plane.at, plane.width, ...edgesOf(painted));
      // What is seen now and then has nothing else painted over it.
      if (!face) layPlane(bench, picture, plane, held);
    }
    const faint = life === 'glow' ? FAINT_LIGHT : FAINT;
    const shown = isFalling ? sighted : shownCells(bench, plane, sighted, faint, held);
    const leastSaving = (LEAST_SAVING * stage.frame.width * stage.frame.height) / CELL ** 2;
    const boxes = boxesAround(shown, MOST_BOXES, leastSaving);
    if (boxes.length > 0) await take({ pixels: plane, depth, life, boxes }, bench);
    fillArea(plane, held, 0);
  }
  if (isWatercolour) leaveBorder(bench, picture);
  return framed(bench, picture);
}

/** Draws the layers of a plane within an area. Returns where it holds anything then; null for nowhere. */
async function drawLayers(
  bench: Workbench,
  { stage, layers }: Drawing,
  { layers: names }: PlanePlan,
  within: Area,
): Promise<Area | null> {
  let area: Area | null = null;
  for (const name of names) {
    const drawn = layers.find((layer) => layer.name === name);
    const pixels = drawn && (await rasterise(drawn, bench.plane, within));
    if (!pixels) continue;
    const layer = bench.take(pixels);
    treatLayer(bench, layer, name, stage);
    layOver(bench, layer, shadowOf(stage, name));
    area = around(area, placeOf(layer));
  }
  return area;
}

/** What is within the frame of an opaque picture. */
function framed(bench: Workbench, picture: Sheet): OpaquePixels {
  const { left, top, right, bottom } = frameArea(picture);
  const [width, height] = [right - left, bottom - top];
  const { layer } = bench.scratch;
  const at = picture.at + (top * picture.width + left) * 4;
  bench.do.cutOpaque(layer, at, picture.width, width, height);
  return { width, height, data: bench.bytes(layer, width * height * 3).slice() };
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

const edgesOf = ({ left, top, right, bottom }: Area) => [left, top, right, bottom] as const;

/**
 * Lays what is other of the figures onto the plane, in the light in which the figures are, and nothing else of them.
 * Returns where; null for nowhere.
 */
async function changeFaces(
  bench: Workbench,
  { figures: svg, mask: where }: Drawing['faces'][number],
  stage: Stage,
): Promise<Area | null> {
  const { plane } = bench;
  const shown = await areaShown(where, plane);
  if (!shown) return null;
  // So much of the figures that the light on the faces is as it is with all of them.
  const area = widenedForLight(shown, plane);
  const drawn = await rasteriseArea(where, area, plane);
  const figures = bench.take(await rasteriseArea(svg, area, plane));
  treatLayer(bench, figures, 'figures', stage);
  const mask = bench.take(drawn, bench.scratch.maps[0]);
  bench.do.keepWithin(figures.at, mask.at, figures.width * figures.height);
  layOver(bench, figures, null);
  return shown;
}

/** The squares of an area in sight in which there is anything. */
function shownCells(bench: Workbench, plane: Sheet, sighted: Cells, faint: number, area: Area): Cells {
  const [shown, wanted] = bench.scratch.maps;
  const { across, down, flags } = sighted;
  bench.bytes(wanted, flags.length).set(flags);
  const found = bench.bytes(shown, flags.length).fill(0);
  bench.do.markShown(shown, wanted, across, plane.at, plane.width, faint, ...edgesOf(area));
  return { across, down, flags: found.slice() };
}

/**
 * @param held where the plane holds anything
 * @param painted what of that may come into sight
 * @param isPassing whether it is seen now and then
 */
function paintPlane(
  bench: Workbench,
  { style }: Stage,
  area: { held: Area; painted: Area; isPassing: boolean },
): void {
  if (style.name === 'watercolor') paintWatercolour(bench, bench.plane, area);
  if (style.name === 'gouache') paintGouache(bench, bench.plane, area.painted);
  finishPicture(bench, bench.plane, style, area.painted);
}
