/** From a reading to a drawing in layers, far to near. */

import type { SceneReading } from '#jobs/story/film/scene-reading.ts';
import { createRandom } from '#jobs/studio/chance.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { frameOf, marginOf } from './drawing/frame';
import { createStage, type FaceChange, LAYERS, type LayerName, type Stage } from './drawing/stage';
import type { Style } from './drawing/styles';
import type { SvgLayer } from './drawing/svg-layer';
import { paletteOf } from './light/scene-light';
import { paintFireflies, paintWeather } from './light/weather';
import { paintScenery } from './scenery/scenery';
import { paintCast } from './staging/staging';
import { paintSetting } from './things/setting';

export interface Drawing {
  stage: Stage;
  /** px by which the drawing reaches beyond the frame to the sides, and up and down. */
  margin: readonly [number, number];
  /** Each layer that shows anything. */
  layers: (SvgLayer & { name: LayerName })[];
  /** The figures with other faces, and where those are other; none where no face is seen. */
  faces: { change: FaceChange; figures: SvgLayer; mask: SvgLayer }[];
}

const FIREFLY_PLACES: ReadonlySet<SceneReading['place']> = new Set([
  'forest',
  'meadow',
  'garden',
  'river',
  'lake',
  'swamp',
  'castle',
  'orchard',
]);

/** Draws a scene, with its margins where `bleed` is set. The same arguments always give the same text. */
export function composePicture(
  reading: SceneReading,
  format: FormatName,
  style: Style,
  seed: number,
  { bleed = false }: { bleed?: boolean } = {},
): Drawing {
  const random = createRandom(seed);
  const frame = frameOf(format, reading.shot);
  const palette = paletteOf(reading, style, random);
  const stage = createStage({ frame, palette, style, reading, random });
  paintScenery(stage);
  paintSetting(stage);
  paintCast(stage, String(seed));
  paintWeather(stage);
  if (reading.time === 'night' && FIREFLY_PLACES.has(reading.place) && reading.weather === 'clear')
    paintFireflies(stage);
  const margin = bleed ? marginOf(frame) : ([0, 0] as const);
  const layerOf = (content: string): SvgLayer => ({ defs: definitionsFor(content, stage.defs), content });
  const layers = LAYERS.flatMap((name) => {
    const content = stage.layers[name].join('');
    return content ? [{ name, ...layerOf(content) }] : [];
  });
  // A silhouette's face is not seen.
  const changes = style.name === 'silhouette' ? [] : [...new Set(stage.faces.map(({ change }) => change))];
  const faces = changes.map((change) => {
    const changed = stage.faces.filter((face) => face.change === change);
    const mask = layerOf(changed.map(({ svg }) => svg).join(''));
    return { change, figures: layerOf(withFaces(stage.layers.figures, changed)), mask };
  });
  return { stage, margin, layers, faces };
}

/** The figures, each with the face that is theirs, so that who stands in front covers both. */
function withFaces(figures: readonly string[], faces: Stage['faces']): string {
  return figures
    .flatMap((part, at) => [part, ...faces.filter(({ after }) => after === at + 1).map(({ svg }) => svg)])
    .join('');
}

/** Only the gradients and clips that the layer uses: parsing the others would cost time in every layer. */
function definitionsFor(content: string, defs: readonly string[]): string {
  const used = new Set<number>();
  for (const [, id] of content.matchAll(/url\(#d(\d+)\)/g)) used.add(Number(id));
  return [...used].map((id) => defs[id] ?? '').join('');
}
