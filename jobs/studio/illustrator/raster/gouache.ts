/** Gouache over a picture or one of its planes: ragged edges, bristle marks, a little unevenness in the mix. */
import type { Pixels } from './pixels';
import { brushTexture, flowTexture, washTexture } from './texture';
import { displace } from './watercolour';

export function paintGouache(picture: Pixels): void {
  displace(picture, 0.045);
  const { width, height, data } = picture;
  const brush = brushTexture(picture);
  const wash = washTexture(picture);
  const bend = flowTexture('x', picture);
  const last = width * height - 1;
  for (let i = 0; i <= last; i++) {
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

const clamp = (value: number): number => (value < 0 ? 0 : Math.min(value, 255));
