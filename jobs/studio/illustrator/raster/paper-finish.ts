/** The last pass over one of a picture's planes: fibre, grain and darkened corners. */
import type { Style } from '#jobs/studio/illustrator/drawing/styles.ts';
import type { Area } from './area';
import { type Pixels, wholePixels } from './pixels';
import { fibreTexture, grainTexture } from './texture';

/**
 * Changes the pixels of an area in place. What it does to each is linear in colour and alpha, so that planes finished
 * one by one look, laid over each other, as the whole picture finished at once.
 */
export function finishPicture(picture: Pixels, style: Style, area: Area): void {
  const { width, height, margin } = picture;
  const grain = grainTexture(picture);
  const fibre = fibreTexture(picture);
  const grainShare = (style.grain * 0.16) / 255;
  const fibreShare = (style.fibre * 0.3) / 255;
  const darkening = style.vignette * 0.62;
  const frameWidth = width - 2 * margin[0];
  const frameHeight = height - 2 * margin[1];
  const whole = wholePixels(picture);
  const across = Float64Array.from({ length: width }, (_, x) => {
    const dx = (x - width / 2) / (frameWidth * 0.72);
    return dx * dx;
  });
  for (let y = area.top; y < area.bottom; y++) {
    const dy = (y - margin[1] - frameHeight * 0.46) / (frameHeight * 0.62);
    const down = dy * dy - 0.28;
    for (let x = area.left; x < area.right; x++) {
      const i = y * width + x;
      const pixel = whole[i] as number;
      const alpha = pixel >>> 24;
      if (alpha === 0) continue;
      const far = (across[x] as number) + down;
      const dim = far > 0 ? 1 - darkening * far : 1;
      const t = ((grain[i] as number) * grainShare + (fibre[i] as number) * fibreShare) * alpha;
      whole[i] =
        clamp(((pixel & 255) + t) * dim) |
        (clamp((((pixel >>> 8) & 255) + t) * dim) << 8) |
        (clamp((((pixel >>> 16) & 255) + t) * (dim + (1 - dim) * 0.12)) << 16) |
        (alpha << 24);
    }
  }
}

const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value | 0);
