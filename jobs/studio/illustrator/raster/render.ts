/** From a drawing in layers to one picture, in the hand of a style. */
import type { Drawing } from '#jobs/studio/illustrator/compose.ts';
import { paintGouache } from './gouache';
import { layOver, screenOver } from './lay';
import { finishPicture } from './paper-finish';
import { blankPixels, type Pixels, rasterise } from './pixels';
import { shadowOf, treatLayer } from './treatment';
import { paintWatercolour } from './watercolour';

export async function renderDrawing({ stage, layers, margin }: Drawing): Promise<Pixels> {
  const { width, height } = stage.frame;
  const picture = blankPixels(width, height, margin, 255);
  for (const { name, svg } of layers) {
    const layer = await rasterise(svg, margin);
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
