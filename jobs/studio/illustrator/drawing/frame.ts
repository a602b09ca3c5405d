/**
 * Where things stand in a picture, by format and shot. The captions lie over the lower middle of the
 * picture, so figures stand above that band and what is under it stays calm; every edge has a margin
 * that a slow zoom may eat.
 */

import type { Shot } from '#jobs/story/film/scene-reading.ts';
import { FORMATS, type FormatName, LAYER_BLEED } from '#remotion/contract/story-props.ts';

export interface Frame {
  format: FormatName;
  shot: Shot;
  /** px */
  width: number;
  height: number;
  /** y of the line between sky and land, px. */
  horizon: number;
  /** y of the near ground's upper edge. */
  edge: number;
  /** y of the feet of figures on the ground. */
  feet: number;
  /** y of the foreground's upper edge. */
  front: number;
  /** Height in px of a figure of size 1 (an adult person is about 1.4). */
  unit: number;
  /** Scale of scenery against the wide shot. */
  zoom: number;
}

interface Layout {
  horizon: number;
  edge: number;
  feet: number;
  front: number;
  unit: number;
  zoom: number;
}

const WIDE: Record<FormatName, Layout> = {
  '9:16': { horizon: 0.45, edge: 0.545, feet: 0.615, front: 0.86, unit: 0.195, zoom: 1 },
  '1:1': { horizon: 0.5, edge: 0.6, feet: 0.7, front: 0.91, unit: 0.3, zoom: 0.82 },
  '16:9': { horizon: 0.48, edge: 0.6, feet: 0.74, front: 0.92, unit: 0.335, zoom: 0.86 },
};

const SHOT_CHANGES: Record<Shot, (layout: Layout, format: FormatName) => Layout> = {
  wide: (layout) => layout,
  middle: (layout, format) => ({
    ...layout,
    unit: layout.unit * (format === '9:16' ? 1.26 : 1.28),
    horizon: layout.horizon - 0.01,
    feet: layout.feet + 0.02,
    zoom: layout.zoom * 1.2,
  }),
  shoulder: (layout, format) => ({
    ...layout,
    unit: layout.unit * (format === '9:16' ? 1.42 : 1.36),
    feet: layout.feet + 0.05,
    front: layout.front + 0.02,
    zoom: layout.zoom * 1.32,
  }),
  close: (layout, format) => ({
    ...layout,
    unit: layout.unit * (format === '9:16' ? 1.95 : 1.8),
    horizon: layout.horizon + 0.01,
    feet: layout.feet + (format === '9:16' ? 0.14 : 0.2),
    front: layout.front + 0.03,
    zoom: layout.zoom * 1.55,
  }),
  above: (layout, format) => ({
    ...layout,
    horizon: 0.15,
    edge: 0.27,
    feet: format === '9:16' ? 0.55 : 0.66,
    unit: layout.unit * 0.92,
    zoom: layout.zoom * 0.9,
  }),
};

export function frameOf(format: FormatName, shot: Shot): Frame {
  const { width, height } = FORMATS[format];
  const layout = SHOT_CHANGES[shot](WIDE[format], format);
  return {
    format,
    shot,
    width,
    height,
    horizon: layout.horizon * height,
    edge: layout.edge * height,
    feet: layout.feet * height,
    front: layout.front * height,
    unit: layout.unit * height,
    zoom: layout.zoom,
  };
}

/**
 * How far scenery reaches beyond the picture's edges, px: hides the ends of hills and waves, and covers
 * what a moving camera may uncover (`LAYER_BLEED` of the longest side is 154 px).
 */
export const BLEED = 170;

/** How far a layer's image reaches beyond the frame to the sides, and up and down; px. */
export function marginOf({ width, height }: Pick<Frame, 'width' | 'height'>): readonly [number, number] {
  return [Math.round(width * LAYER_BLEED), Math.round(height * LAYER_BLEED)];
}

/** y of a point between the horizon (depth 0) and the feet of the figures (depth 1), px. */
export const depthY = (frame: Frame, depth: number): number =>
  frame.horizon + (frame.feet - frame.horizon) * depth;
