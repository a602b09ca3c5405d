/** The last pass over a picture or one of its planes: fibre, grain and darkened corners. */
import type { Style } from '#jobs/studio/illustrator/drawing/styles.ts';
import { type Area, wholeArea } from './area';
import { type Pixels, wholePixels } from './pixels';
import { fibreTexture, grainTexture } from './texture';

/**
 * Changes the pixels of an area in place. What it does to each is linear in colour and alpha, so that planes finished
 * one by one look, laid over each other, as the whole picture finished at once.
 */
export function finishPicture(picture: Pixels, style: Style, area: Area = wholeArea(picture)): void {
  const { width, height, data, margin } = picture;
  const grain = grainTexture(picture);
  const fibre = fibreTexture(picture);
  const grainShare = (style.grain * 0.16) / 255;
  const fibreShare = (style.fibre * 0.3) / 255;
  const frameWidth = width - 2 * margin[0];
  const frameHeight = height - 2 * margin[1];
  const whole = wholePixels(picture);
  const across = Float64Array.from({ length: width }, (_, x) => {
    const dx = (x - width / 2) / (frameWidth * 0.72);
    return dx * dx;
  });
  for (let y = area.top; y < area.bottom; y++) {
    const dy = (y - margin[1] - frameHeight * 0.46) / (frameHeight * 0.62);
    for (let x = area.left; x < area.right; x++) {
      const i = y * width + x;
      if (whole[i] === 0) continue;
      const p = i * 4;
      const alpha = data[p + 3] as number;
      if (alpha === 0) continue;
      const far = (across[x] as number) + dy * dy - 0.28;
      const dim = far > 0 ? 1 - style.vignette * far * 0.62 : 1;
      const t = ((grain[i] as number) * grainShare + (fibre[i] as number) * fibreShare) * alpha;
      data[p] = clamp(((data[p] as number) + t) * dim);
      data[p + 1] = clamp(((data[p + 1] as number) + t) * dim);
      data[p + 2] = clamp(((data[p + 2] as number) + t) * (dim + (1 - dim) * 0.12));
    }
  }
}

const clamp = (value: number): number => (value < 0 ? 0 : Math.min(value, 255));
