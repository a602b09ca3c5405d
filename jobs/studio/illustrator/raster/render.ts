/** From a drawing in layers to one picture, in the hand of a style. */
import type { Drawing } from '#jobs/studio/illustrator/compose.ts';
import { paintGouache } from './gouache';
import { layOver, screenOver } from './lay';
import type { LayerRasters } from './layer-rasters';
import { finishPicture } from './paper-finish';
import { blankPixels, type Pixels } from './pixels';
import { shadowOf, treatLayer } from './treatment';
import { paintWatercolour } from './watercolour';

/** The part of a drawing within its frame. */
export async function renderDrawing({ stage, layers }: Drawing, rasters: LayerRasters): Promise<Pixels> {
  const { width, height } = stage.frame;
  const picture = blankPixels(width, height, [0, 0], 255);
  for (const { name } of layers) {
    const layer = await rasters.inFrame(name);
    if (!layer) continue;
    if (name === 'glow') {
      screenOver(picture, layer);
      continue;
    }
    treatLayer(layer, name, stage);
    layOver(picture, layer, shadowOf(stage, name));
  }
  if (stage.style.name === 'watercolor') paintWatercolour(picture);
  if (stage.style.name === 'gouache') paintGouache(picture);
  finishPicture(picture, stage.style);
  return picture;
}
