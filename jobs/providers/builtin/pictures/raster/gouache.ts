/** Gouache over a finished picture: ragged paint edges, bristle marks, a little unevenness in the mix. */
import type { Pixels } from './pixels';
import { brushTexture, flowTexture, washTexture } from './texture';
import { displace } from './watercolour';

export function paintGouache(picture: Pixels): void {
  displace(picture, 0.045);
  const { width, height, data } = picture;
  const brush = brushTexture(width, height);
  const wash = washTexture(width, height);
  const bend = flowTexture('x', width, height);
  const last = width * height - 1;
  for (let i = 0; i <= last; i++) {
    const p = i * 4;
    // The bristles follow the flow instead of running level.
    const row = Math.round((bend[i] as number) * 0.32) * width;
    const stroke =
      1 + (brush[Math.min(last, Math.max(0, i + row))] as number) * 0.0011 + (wash[i] as number) * 0.0007;
    const warm = (wash[i] as number) * 0.05;
    data[p] = clamp((data[p] as number) * stroke + warm);
    data[p + 1] = clamp((data[p + 1] as number) * stroke);
    data[p + 2] = clamp((data[p + 2] as number) * stroke - warm);
  }
}

const clamp = (value: number): number => (value < 0 ? 0 : Math.min(value, 255));
