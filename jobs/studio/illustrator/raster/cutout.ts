/** Makes figures look cut out of paper: light and shade by the scene's lamp, and a paper margin. */
import { type Hex, rgbOf } from '#jobs/studio/illustrator/drawing/colour.ts';
import { readSoftRow, softAlpha } from './soft-map';
import type { Layer, Workbench } from './workbench';

export interface CutoutLight {
  /** Side from which the light comes. */
  side: -1 | 1;
  ambient: Hex;
  /** How far the figures take the ambient colour, 0 to 1. */
  tint: number;
  rimColour: Hex;
  rim: number;
  shadeColour: Hex;
  shade: number;
  margin: Hex;
  /** px; 0 for no margin. */
  marginWidth: number;
}

/** How soft the figures are seen to tell where they are lit, px. */
const SOFTNESS = 16;
/** Where is looked for what is between a place and the light, and what is behind it; px. */
const BEFORE = { x: 11, y: -13 };
const BEHIND = { x: -22, y: 26 };

/** Changes the pixels of a figure layer in place. */
export function lightFigures(bench: Workbench, layer: Layer, light: CutoutLight): void {
  const { at, width, height } = layer;
  const soft = softAlpha(bench, layer, { step: 4, radius: SOFTNESS, place: 0 });
  const margin =
    light.marginWidth > 0
      ? softAlpha(bench, layer, { step: 2, radius: light.marginWidth / 2.2, place: 1 })
      : null;
  setColours(bench, light);
  const paper = rgbOf(light.margin);
  for (let y = 0; y < height; y++) {
    const row = at + y * width * 4;
    const part = 1 / 255;
    const before = readSoftRow(bench, soft, 0, width, [light.side * BEFORE.x, y + BEFORE.y], part);
    const behind = readSoftRow(bench, soft, 1, width, [light.side * BEHIND.x, y + BEHIND.y], part);
    bench.do.lightRow(row, width, before, behind, light.rim, light.shade);
    if (margin) bench.do.marginRow(row, width, readSoftRow(bench, margin, 2, width, [0, y], part), ...paper);
  }
}

/** What each colour is multiplied by, then the shade's colours, then those of the rim. */
function setColours(bench: Workbench, light: CutoutLight): void {
  const tints = rgbOf(light.ambient).map((value) => 1 - light.tint + (light.tint * value) / 255);
  const colours = [...tints, ...rgbOf(light.shadeColour), ...rgbOf(light.rimColour)];
  new Float32Array(bench.do.memory.buffer, bench.do.figureLight(), colours.length).set(colours);
}
