/** What each style does to a single layer: light on figures, tubes of neon, tones of a silhouette; and its shadow. */
import { mix } from '#jobs/studio/illustrator/drawing/colour.ts';
import type { LayerName, Stage } from '#jobs/studio/illustrator/drawing/stage.ts';
import { isBeyondEarth, isIndoors } from '#jobs/studio/reading/places.ts';
import { lightFigures } from './cutout';
import type { LayerShadow } from './lay';
import { bendTubes } from './neon';
import { flatten } from './silhouette';
import type { Layer, Workbench } from './workbench';

/** Light and air keep their own colours. */
const UNTREATED: ReadonlySet<LayerName> = new Set(['sky', 'clouds', 'weather', 'glow']);

/** How far a layer stands off from what lies behind it, 0 to 1. */
const SHADOW_WEIGHTS: Partial<Record<LayerName, number>> = {
  far: 0.6,
  middle: 0.75,
  near: 0.9,
  figures: 1,
  front: 1,
};

/** What a style does to a layer by itself; changes it in place. */
export function treatLayer(bench: Workbench, layer: Layer, name: LayerName, stage: Stage): void {
  const { style, palette, reading } = stage;
  const indoors = isIndoors(reading.place);
  switch (style.name) {
    case 'neon':
      if (UNTREATED.has(name)) return;
      bendTubes(bench, layer, {
        colour: palette.glow[name === 'figures' ? 1 : name === 'far' || name === 'near' ? 0 : 2],
        keep: name === 'figures' ? 0.6 : 0.8,
        vivid: name === 'figures' ? 0.45 : 0.1,
        own: name === 'figures' ? 0.72 : 0.15,
      });
      return;
    case 'silhouette': {
      if (UNTREATED.has(name)) return;
      if (indoors && (name === 'far' || name === 'middle')) return;
      const tones: Record<LayerName, string> = {
        sky: palette.sky[0],
        clouds: palette.sky[1],
        far: mix(palette.land, palette.sky[2], 0.66),
        middle: mix(palette.land, palette.sky[2], 0.46),
        near: mix(palette.land, palette.sky[2], 0.26),
        ground: mix(palette.land, palette.sky[1], 0.12),
        figures: palette.front,
        front: palette.front,
        weather: palette.light,
        glow: palette.light,
      };
      flatten(bench, layer, tones[name], name === 'figures' ? 0.2 : 0.25);
      return;
    }
    default:
      if (name === 'figures') lightFigures(bench, layer, figureLight(stage));
  }
}

/** The shadow that a layer throws on what lies behind it; null where it throws none. */
export function shadowOf(stage: Stage, name: LayerName): LayerShadow | null {
  const { style, palette } = stage;
  const weight = SHADOW_WEIGHTS[name];
  if (style.layerShadow === 0 || weight === undefined) return null;
  return {
    colour: palette.shadow,
    strength: style.layerShadow * (0.45 + 0.3 * weight),
    dx: -stage.lightSide * 7 * weight,
    dy: name === 'front' ? -6 : 9 * weight,
    radius: 10 + 10 * weight,
  };
}

function figureLight(stage: Stage) {
  const { palette, style, reading } = stage;
  const indoors = isIndoors(reading.place);
  const dim = palette.dark;
  const warm = mix('#ffd9a0', palette.sky[0], dim * 0.25);
  const open = mix(
    mix(palette.light, palette.sky[1], reading.time === 'night' ? 0.75 : 0.2),
    palette.sky[1],
    dim,
  );
  const airless = isBeyondEarth(reading.place);
  return {
    side: stage.lightSide,
    ambient: indoors ? warm : open,
    tint: style.name === 'neon' ? 0.4 : indoors ? 0.16 : airless ? 0.08 : 0.12 + dim * 0.45,
    rimColour: style.name === 'neon' ? palette.glow[1] : palette.light,
    rim: style.name === 'watercolor' ? 0.15 : 0.5,
    shadeColour: mix(palette.sky[0], '#08061c', 0.55),
    shade: style.name === 'watercolor' ? 0.22 : 0.38,
    margin: mix('#fffaf0', mix(palette.light, palette.sky[1], 0.5), dim * 0.5),
    marginWidth: style.outline,
  };
}
