/** Makes figures look cut out of paper: light and shade by the scene's lamp, and a paper margin. */
import { type Hex, rgbOf } from '#jobs/studio/illustrator/drawing/colour.ts';
import { blur, boundsOf, coarseAlpha, type Pixels, sample } from './pixels';

export interface CutoutLight {
  /** Side from which the light comes. */
  side: -1 | 1;
  ambient: Hex;
  /** How far the figures take the ambient colour, 0 to 1. */
  tint: number;
  rimColour: Hex;
  rim: number;
  shadeColour: Hex;
  shade: number;
  margin: Hex;
  /** px; 0 for no margin. */
  marginWidth: number;
}

/** Changes the pixels of a figure layer in place. */
export function lightFigures(layer: Pixels, light: CutoutLight): void {
  const bounds = boundsOf(layer);
  if (!bounds) return;
  const soft = blur(coarseAlpha(layer, 4), 4);
  const margin = light.marginWidth > 0 ? blur(coarseAlpha(layer, 2), light.marginWidth / 4.4) : null;
  const { width, data } = layer;
  const ambient = rgbOf(light.ambient);
  const rim = rgbOf(light.rimColour);
  const shade = rgbOf(light.shadeColour);
  const paper = rgbOf(light.margin);
  const reach = light.marginWidth + 6;
  const top = Math.max(0, Math.floor(bounds.top - reach));
  const bottom = Math.min(layer.height, Math.ceil(bounds.bottom + reach));
  const left = Math.max(0, Math.floor(bounds.left - reach));
  const right = Math.min(width, Math.ceil(bounds.right + reach));
  const keepTint = 1 - light.tint;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const p = (y * width + x) * 4;
      const alpha = (data[p + 3] as number) / 255;
      if (alpha > 0) {
        const lit = 1 - sample(soft, x + light.side * 11, y - 13) / 255;
        const dim = 1 - sample(soft, x - light.side * 22, y + 26) / 255;
        const rimShare = Math.min(1, Math.max(0, lit * 1.5 - 0.42)) * light.rim;
        const dimShare = Math.min(1, Math.max(0, dim * 1.15 - 0.12)) * light.shade;
        for (let k = 0; k < 3; k++) {
          let c = data[p + k] as number;
          c *= keepTint + (light.tint * (ambient[k] as number)) / 255;
          c += ((shade[k] as number) * alpha - c) * dimShare;
          c += ((rim[k] as number) * alpha - c) * rimShare;
          data[p + k] = c;
        }
      }
      if (margin && alpha < 1) {
        const cover = Math.min(1, Math.max(0, (sample(margin, x, y) / 255 - 0.06) * 9)) * (1 - alpha);
        if (cover > 0) {
          for (let k = 0; k < 3; k++) data[p + k] = (data[p + k] as number) + (paper[k] as number) * cover;
          data[p + 3] = (alpha + cover) * 255;
        }
      }
    }
  }
}
