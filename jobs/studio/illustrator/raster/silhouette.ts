/** Silhouette: each layer becomes one tone against the light, darker the nearer it is. */
import { type Hex, rgbOf } from '#jobs/studio/illustrator/drawing/colour.ts';
import type { Pixels } from './pixels';

/** Paints a layer in one tone; `detail` (0 to 1) is how much of its own light and shade stays. */
export function flatten(layer: Pixels, tone: Hex, detail: number): void {
  const { data } = layer;
  const [r, g, b] = rgbOf(tone);
  for (let p = 0; p < data.length; p += 4) {
    const alpha = data[p + 3] as number;
    if (alpha === 0) continue;
    const share = alpha / 255;
    const light =
      ((data[p] as number) * 0.3 + (data[p + 1] as number) * 0.59 + (data[p + 2] as number) * 0.11) / 255 -
      0.5 * share;
    const own = light * detail * 90;
    data[p] = clamp(r * share + own);
    data[p + 1] = clamp(g * share + own);
    data[p + 2] = clamp(b * share + own);
  }
}

const clamp = (value: number): number => (value < 0 ? 0 : Math.min(value, 255));
