/** The last pass over one of a picture's planes: fibre, grain and darkened corners. */
import type { Style } from '#jobs/studio/illustrator/drawing/styles.ts';
import type { Area } from './area';
import { fibreTexture, grainTexture } from './texture';
import type { Sheet, Workbench } from './workbench';

/**
 * Changes the pixels of an area in place. What it does to each is linear in colour and alpha, so that planes finished
 * one by one look, laid over each other, as the whole picture finished at once.
 */
export function finishPicture(bench: Workbench, plane: Sheet, style: Style, area: Area): void {
  const { width, height, margin } = plane;
  const frameWidth = width - 2 * margin[0];
  const frameHeight = height - 2 * margin[1];
  const grain = grainTexture(bench);
  bench.do.finish(
    ...([plane.at, width, grain, style.fibre > 0 ? fibreTexture(bench) : grain] as const),
    ...([(style.grain * 0.16) / 255, (style.fibre * 0.3) / 255, style.vignette * 0.62] as const),
    ...([width / 2, margin[1] + frameHeight * 0.46, frameWidth * 0.72, frameHeight * 0.62] as const),
    ...([area.left, area.top, area.right, area.bottom] as const),
  );
}
