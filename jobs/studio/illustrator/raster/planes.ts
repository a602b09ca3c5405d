/** From a drawing in layers to a few planes with alpha that, laid over each other, look like the picture. */

import type { Drawing } from '#jobs/studio/illustrator/compose.ts';
import type { Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import type { LayerLife } from '#remotion/contract/story-props.ts';
import { boxesAround, CELL, type CellBox, type Cells, cellsFor } from './cells';
import { paintGouache } from './gouache';
import { layOver } from './lay';
import { lightPlane } from './light-plane';
import { finishPicture } from './paper-finish';
import { blankPixels, type Pixels, rasterise } from './pixels';
import { planPlanes } from './plane-plan';
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

/**
 * Renders the planes one after another. `take` gets each as soon as it is done and must be done with its
 * pixels when it resolves: the next plane is drawn in the same memory.
 */
export async function renderPlanes(drawing: Drawing, take: (plane: Plane) => Promise<void>): Promise<void> {
  const { stage, layers, margin } = drawing;
  const width = stage.frame.width + 2 * margin[0];
  const height = stage.frame.height + 2 * margin[1];
  const svgs = new Map(layers.map(({ name, svg }) => [name, svg]));
  /** All planes so far: as the paint was laid on for watercolour, as they are shown otherwise. */
  const seen = blankPixels(width, height, margin, 255);
  const plane = blankPixels(width, height, margin, 0);
  const plans = planPlanes(drawing);
  const inSight = await cellsInSight(drawing, plans);
  for (const [i, { layers: names, depth, life }] of plans.entries()) {
    plane.data.fill(i === 0 ? 255 : 0);
    const face = drawing.faces.find(({ change }) => change === life);
    if (face) await changeFaces(plane, face, stage, margin);
    for (const name of names) {
      const svg = svgs.get(name);
      if (svg === undefined) continue;
      const layer = await rasterise(svg, margin);
      treatLayer(layer, name, stage);
      layOver(plane, layer, shadowOf(stage, name));
    }
    if (life === 'glow') lightPlane(plane, seen);
    else paintPlane(plane, seen, stage, face !== undefined);
    containColours(plane);
    const isFalling = life === 'rain' || life === 'snow';
    const shown = isFalling
      ? cellsFor(plane, 1)
      : shownCells(plane, inSight[i] ?? cellsFor(plane, 1), life === 'glow' ? FAINT_LIGHT : FAINT);
    const leastSaving = (LEAST_SAVING * stage.frame.width * stage.frame.height) / CELL ** 2;
    const boxes = boxesAround(shown, MOST_BOXES, leastSaving);
    if (boxes.length > 0) await take({ pixels: plane, depth, life, boxes });
  }
}

/** Lays what is other of the figures onto the plane, in the light in which the figures are, and nothing else of them. */
async function changeFaces(
  plane: Pixels,
  { svg, mask: where }: Drawing['faces'][number],
  stage: Stage,
  margin: Drawing['margin'],
): Promise<void> {
  const figures = await rasterise(svg, margin);
  treatLayer(figures, 'figures', stage);
  const mask = await rasterise(where, margin);
  for (let p = 0; p < mask.data.length; p += 4) {
    const share = (mask.data[p + 3] as number) / 255;
    for (let k = 0; k < 4; k++) figures.data[p + k] = Math.round((figures.data[p + k] as number) * share);
  }
  layOver(plane, figures, null);
}

const copyOf = ({ data, ...rest }: Pixels): Pixels => ({ ...rest, data: data.slice() });

/** The squares in sight in which there is anything. */
function shownCells({ width, height, data }: Pixels, { across, down, flags }: Cells, faint: number): Cells {
  const shown = cellsFor({ width, height }, 0);
  for (let y = 0; y < down * CELL && y < height; y++) {
    const row = Math.floor(y / CELL) * across;
    for (let x = 0; x < width; x++) {
      const at = row + Math.floor(x / CELL);
      if (flags[at] && (data[(y * width + x) * 4 + 3] as number) > faint) shown.flags[at] = 1;
    }
  }
  return shown;
}

/** @param isSeldom seen now and then, so that no other plane is painted over it */
function paintPlane(plane: Pixels, seen: Pixels, stage: Stage, isSeldom: boolean): void {
  if (stage.style.name === 'watercolor') paintWatercolourPlane(plane, isSeldom ? copyOf(seen) : seen);
  if (stage.style.name === 'gouache') paintGouache(plane);
  finishPicture(plane, stage.style);
  if (stage.style.name !== 'watercolor' && !isSeldom) layOver(seen, plane, null);
}

/** Light that adds to what lies behind (colour above alpha) becomes light that covers it a little. */
function containColours({ data }: Pixels): void {
  for (let p = 0; p < data.length; p += 4) {
    const most = Math.max(data[p] as number, data[p + 1] as number, data[p + 2] as number);
    if (most > (data[p + 3] as number)) data[p + 3] = most;
  }
}
