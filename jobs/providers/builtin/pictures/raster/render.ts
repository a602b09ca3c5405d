/** From a drawing in layers to one picture, in the hand of a style. */
import { mix } from '../colour';
import type { Drawing } from '../compose';
import { isIndoors } from '../places';
import type { LayerName, Stage } from '../stage';
import { lightFigures } from './cutout';
import { finishPicture } from './finish';
import { paintGouache } from './gouache';
import { type LayerShadow, layOver, screenOver } from './lay';
import { bendTubes } from './neon';
import { type Pixels, rasterise } from './pixels';
import { flatten } from './silhouette';
import { paintWatercolour } from './watercolour';

export function renderDrawing(drawing: Drawing): Pixels {
  const { stage } = drawing;
  const { width, height } = stage.frame;
  const picture: Pixels = { width, height, data: new Uint8Array(width * height * 4).fill(255) };
  for (const { name, svg } of drawing.layers) {
    const layer = rasterise(svg);
    if (name === 'glow') {
      screenOver(picture, layer);
      continue;
    }
    treat(layer, name, stage);
    layOver(picture, layer, shadowOf(stage, name));
  }
  if (stage.style.name === 'watercolor') paintWatercolour(picture);
  if (stage.style.name === 'gouache') paintGouache(picture);
  finishPicture(picture, stage.style);
  return picture;
}

/** What a style does to a layer by itself. */
function treat(layer: Pixels, name: LayerName, stage: Stage): void {
  const { style, palette, reading } = stage;
  const indoors = isIndoors(reading.place);
  switch (style.name) {
    case 'neon':
      if (name === 'sky') return;
      bendTubes(layer, {
        colour: palette.glow[name === 'figures' ? 1 : name === 'far' || name === 'near' ? 0 : 2],
        keep: name === 'figures' ? 0.6 : 0.8,
        vivid: name === 'figures' ? 0.45 : 0.1,
        own: name === 'figures' ? 0.72 : 0.15,
      });
      return;
    case 'silhouette': {
      if (name === 'sky') return;
      if (indoors && (name === 'far' || name === 'middle')) return;
      const tones: Record<LayerName, string> = {
        sky: palette.sky[0],
        far: mix(palette.land, palette.sky[2], 0.66),
        middle: mix(palette.land, palette.sky[2], 0.46),
        near: mix(palette.land, palette.sky[2], 0.26),
        ground: mix(palette.land, palette.sky[1], 0.12),
        figures: palette.front,
        front: palette.front,
        glow: palette.light,
      };
      flatten(layer, tones[name], name === 'figures' ? 0.2 : 0.25);
      return;
    }
    default:
      if (name === 'figures') lightFigures(layer, figureLight(stage));
  }
}

function shadowOf(stage: Stage, name: LayerName): LayerShadow | null {
  const { style, palette } = stage;
  if (style.layerShadow === 0 || name === 'sky' || name === 'ground') return null;
  const near: Record<LayerName, number> = {
    sky: 0,
    far: 0.6,
    middle: 0.75,
    near: 0.9,
    ground: 0,
    figures: 1,
    front: 1,
    glow: 0,
  };
  const weight = near[name];
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
  const airless = reading.place === 'space' || reading.place === 'planet' || reading.place === 'moon';
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
