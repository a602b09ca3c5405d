/** Gouache over a picture's planes: ragged edges, bristle marks, a little unevenness in the mix. */
import type { Area } from './area';
import { type Pixels, wholePixels } from './pixels';
import { brushTexture, flowTexture, washTexture } from './texture';
import { displace } from './watercolour';

/** @param area where the picture holds anything once its edges are ragged */
export function paintGouache(picture: Pixels, area: Area): void {
  displace(picture, 0.045, area);
  const { width, height } = picture;
  const whole = wholePixels(picture);
  const brush = brushTexture(picture);
  const wash = washTexture(picture);
  const bend = flowTexture('x', picture);
  /** How many rows the bristles are off, for each value of the flow from -128, which they follow. */
  const bends = Int32Array.from({ length: 256 }, (_, value) => Math.round((value - 128) * 0.32));
  const last = width * height - 1;
  for (let y = area.top; y < area.bottom; y++) {
    for (let i = y * width + area.left; i < y * width + area.right; i++) {
      const pixel = whole[i] as number;
      const alpha = pixel >>> 24;
      if (alpha === 0) continue;
      const bristle = i + (bends[(bend[i] as number) + 128] as number) * width;
      const uneven = wash[i] as number;
      const stroke = 1 + (brush[Math.min(last, Math.max(0, bristle))] as number) * 0.0011 + uneven * 0.0007;
      const warm = (uneven * 0.05 * alpha) / 255;
      whole[i] =
        clamp((pixel & 255) * stroke + warm) |
        (clamp(((pixel >>> 8) & 255) * stroke) << 8) |
        (clamp(((pixel >>> 16) & 255) * stroke - warm) << 16) |
        (alpha << 24);
    }
  }
}

const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value | 0);
