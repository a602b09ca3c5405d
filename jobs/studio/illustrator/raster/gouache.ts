/** Gouache over a picture or one of its planes: ragged edges, bristle marks, a little unevenness in the mix. */
import { type Area, wholeArea } from './area';
import type { Pixels } from './pixels';
import { brushTexture, flowTexture, washTexture } from './texture';
import { displace } from './watercolour';

/** @param area where the picture holds anything once its edges are ragged */
export function paintGouache(picture: Pixels, area: Area = wholeArea(picture)): void {
  displace(picture, 0.045, area);
  const { width, height, data } = picture;
  const brush = brushTexture(picture);
  const wash = washTexture(picture);
  const bend = flowTexture('x', picture);
  const last = width * height - 1;
  for (let y = area.top; y < area.bottom; y++) {
    for (let i = y * width + area.left; i < y * width + area.right; i++) {
      const p = i * 4;
      const alpha = data[p + 3] as number;
      if (alpha === 0) continue;
      // The bristles follow the flow instead of running level.
      const row = Math.round((bend[i] as number) * 0.32) * width;
      const stroke =
        1 + (brush[Math.min(last, Math.max(0, i + row))] as number) * 0.0011 + (wash[i] as number) * 0.0007;
      const warm = ((wash[i] as number) * 0.05 * alpha) / 255;
      data[p] = clamp((data[p] as number) * stroke + warm);
      data[p + 1] = clamp((data[p + 1] as number) * stroke);
      data[p + 2] = clamp((data[p + 2] as number) * stroke - warm);
    }
  }
}

const clamp = (value: number): number => (value < 0 ? 0 : Math.min(value, 255));
