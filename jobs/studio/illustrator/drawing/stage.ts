/** What every part of a picture is drawn on: layers from far to near, colours, chance and gradients. */

import type { SceneReading, Side } from '#jobs/story/film/scene-reading.ts';
import type { Random } from '#jobs/studio/chance.ts';
import type { Hex } from './colour';
import { BLEED, type Frame } from './frame';
import { rect } from './path';
import type { Palette } from './scene-palette';
import type { Style } from './styles';

/** From the farthest to the nearest; `glow` is light, laid over all of them. */
export const LAYERS = [
  'sky',
  'clouds',
  'far',
  'middle',
  'near',
  'ground',
  'figures',
  'front',
  'weather',
  'glow',
] as const;
export type LayerName = (typeof LAYERS)[number];

/** Position along a gradient (0 to 1), colour, opacity (0 to 1). */
export type Stop = readonly [offset: number, colour: Hex, opacity: number];

/** Eyes that close, a mouth that opens. */
export type FaceChange = 'blink' | 'talk';

export interface Stage {
  frame: Frame;
  palette: Palette;
  style: Style;
  reading: SceneReading;
  random: Random;
  /** Side of the picture from which the light comes: −1 left, 1 right. */
  lightSide: -1 | 1;
  /** Side on which the main figure stands: −1 left, 1 right. */
  heroSide: -1 | 1;
  defs: string[];
  layers: Record<LayerName, string[]>;
  /** What people's faces change to now and then, each to be laid over so many parts of `figures`. */
  faces: { change: FaceChange; after: number; svg: string }[];
  /** Where the sun or the moon stands, px; null indoors and under cover. */
  sun: readonly [number, number] | null;
  /** y of the ground's upper edge at x, px. */
  groundAt: (x: number) => number;
  /** y at which boats float and swimmers swim, px; null where there is no water. */
  water: number | null;
  /** Where figures stand when not on the ground line, px from the frame's feet line. */
  lift: number;
}

export function createStage(options: {
  frame: Frame;
  palette: Palette;
  style: Style;
  reading: SceneReading;
  random: Random;
}): Stage {
  const sideSign = (side: Side): -1 | 1 => (side === 'left' ? -1 : 1);
  return {
    ...options,
    lightSide: options.random.sign(),
    heroSide: sideSign(options.reading.side),
    defs: [],
    layers: {
      sky: [],
      clouds: [],
      far: [],
      middle: [],
      near: [],
      ground: [],
      figures: [],
      front: [],
      weather: [],
      glow: [],
    },
    faces: [],
    sun: null,
    groundAt: () => options.frame.edge,
    water: null,
    lift: 0,
  };
}

const stopsText = (stops: readonly Stop[]): string =>
  stops
    .map(([at, colour, opacity]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`)
    .join('');

/** Adds a definition and returns its id. */
export function define(stage: Stage, text: (id: string) => string): string {
  const id = `d${stage.defs.length}`;
  stage.defs.push(text(id));
  return id;
}

/** A gradient along a line given in shares of the shape's box (default: downwards); returns a paint. */
export function linear(
  stage: Stage,
  stops: readonly Stop[],
  { x1 = 0, y1 = 0, x2 = 0, y2 = 1 }: { x1?: number; y1?: number; x2?: number; y2?: number } = {},
): string {
  const id = define(
    stage,
    (name) =>
      `<linearGradient id="${name}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stopsText(stops)}</linearGradient>`,
  );
  return `url(#${id})`;
}

/** A gradient from one opaque colour down to another; returns a paint. */
export const fade = (stage: Stage, top: Hex, bottom: Hex): string =>
  linear(stage, [
    [0, top, 1],
    [1, bottom, 1],
  ]);

/** Fills the whole picture and its bleed; the stops are shares of the picture's own height. */
export function fillFrame(stage: Stage, layer: LayerName, stops: readonly Stop[]): void {
  const { width, height } = stage.frame;
  const full = height + 2 * BLEED;
  const paint = linear(
    stage,
    stops.map(([at, colour, opacity]): Stop => [(at * height + BLEED) / full, colour, opacity]),
  );
  draw(stage, layer, rect(-BLEED, -BLEED, width + 2 * BLEED, full, paint));
}

/** A gradient from the middle outwards; centre in shares of the shape's box. */
export function radial(stage: Stage, stops: readonly Stop[], cx = 0.5, cy = 0.5, r = 0.5): string {
  const id = define(
    stage,
    (name) =>
      `<radialGradient id="${name}" cx="${cx}" cy="${cy}" r="${r}">${stopsText(stops)}</radialGradient>`,
  );
  return `url(#${id})`;
}

export function draw(stage: Stage, layer: LayerName, ...svg: string[]): void {
  stage.layers[layer].push(...svg);
}

/** A soft round light of the given radius, px. */
export function halo(
  stage: Stage,
  layer: LayerName,
  x: number,
  y: number,
  r: number,
  colour: Hex,
  strength: number,
): void {
  const paint = radial(stage, [
    [0, colour, strength],
    [0.35, colour, strength * 0.42],
    [1, colour, 0],
  ]);
  draw(
    stage,
    layer,
    `<circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="${Math.round(r)}" fill="${paint}"/>`,
  );
}

/** The soft dark patch under something that stands at (x, y); px. */
export function ellipseShadow(stage: Stage, x: number, y: number, half: number): string {
  const paint = radial(stage, [
    [0, stage.palette.shadow, 0.5],
    [0.6, stage.palette.shadow, 0.28],
    [1, stage.palette.shadow, 0],
  ]);
  return `<ellipse cx="${Math.round(x)}" cy="${Math.round(y)}" rx="${Math.round(half * 1.25)}" ry="${Math.round(Math.max(10, half * 0.2))}" fill="${paint}"/>`;
}
