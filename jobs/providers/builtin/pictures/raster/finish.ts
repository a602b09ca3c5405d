/** The last pass over a whole picture: fibre, grain and darkened corners. */
import type { Style } from '../styles';
import type { Pixels } from './pixels';
import { fibreTexture, grainTexture } from './texture';

export function finishPicture(picture: Pixels, style: Style): void {
  const { width, height, data } = picture;
  const grain = grainTexture(width, height);
  const fibre = fibreTexture(width, height);
  const grainShare = style.grain * 0.16;
  const fibreShare = style.fibre * 0.3;
  for (let y = 0, i = 0; y < height; y++) {
    const dy = (y - height * 0.46) / (height * 0.62);
    for (let x = 0; x < width; x++, i++) {
      const dx = (x - width / 2) / (width * 0.72);
      const far = dx * dx + dy * dy - 0.28;
      const dim = far > 0 ? 1 - style.vignette * far * 0.62 : 1;
      const t = (grain[i] as number) * grainShare + (fibre[i] as number) * fibreShare;
      const p = i * 4;
      data[p] = clamp(((data[p] as number) + t) * dim);
      data[p + 1] = clamp(((data[p + 1] as number) + t) * dim);
      data[p + 2] = clamp(((data[p + 2] as number) + t) * (dim + (1 - dim) * 0.12));
    }
  }
}

const clamp = (value: number): number => (value < 0 ? 0 : Math.min(value, 255));
