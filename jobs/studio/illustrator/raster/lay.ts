/** Lays one layer of a drawing over the picture so far, with its shadow. */
import { type Hex, rgbOf } from '#jobs/studio/illustrator/drawing/colour.ts';
import { blur, type CoarseMap, coarseAlpha, type Pixels, sample } from './pixels';

export interface LayerShadow {
  colour: Hex;
  /** 0 to 1. */
  strength: number;
  /** px */
  dx: number;
  dy: number;
  radius: number;
}

const STEP = 4;

/**
 * Source-over of premultiplied pixels, darkening what lies behind by the layer's soft shadow first. Where
 * nothing lies behind, the shadow itself is laid down.
 */
export function layOver(picture: Pixels, layer: Pixels, shadow: LayerShadow | null): void {
  const map = shadow ? blur(coarseAlpha(layer, STEP), shadow.radius / STEP / 1.7) : null;
  const { width, height } = picture;
  const dst = picture.data;
  const src = layer.data;
  const [sr, sg, sb] = shadow ? rgbOf(shadow.colour) : [0, 0, 0];
  for (let y = 0; y < height; y++) {
    const shade = map && shadow ? rowOf(map, y - shadow.dy, shadow.dx, width, shadow.strength) : null;
    for (let x = 0, p = y * width * 4; x < width; x++, p += 4) {
      const alpha = src[p + 3] as number;
      if (alpha === 255) {
        dst[p] = src[p] as number;
        dst[p + 1] = src[p + 1] as number;
        dst[p + 2] = src[p + 2] as number;
        dst[p + 3] = 255;
        continue;
      }
      let r = dst[p] as number;
      let g = dst[p + 1] as number;
      let b = dst[p + 2] as number;
      let a = dst[p + 3] as number;
      if (shade) {
        const s = shade[x >> 2] as number;
        if (s > 0.004) {
          r += (sr - r) * s;
          g += (sg - g) * s;
          b += (sb - b) * s;
          a += (255 - a) * s;
        }
      }
      if (alpha > 0) {
        const keep = 1 - alpha / 255;
        r = (src[p] as number) + r * keep;
        g = (src[p + 1] as number) + g * keep;
        b = (src[p + 2] as number) + b * keep;
        a = alpha + a * keep;
      }
      dst[p] = r;
      dst[p + 1] = g;
      dst[p + 2] = b;
      dst[p + 3] = a;
    }
  }
}

/** Shadow strength along a row, one value for each four pixels. */
function rowOf(map: CoarseMap, y: number, dx: number, width: number, strength: number): Float32Array {
  const row = new Float32Array((width >> 2) + 1);
  for (let i = 0; i < row.length; i++) row[i] = (sample(map, i * 4 + 2 - dx, y) / 255) * strength;
  return row;
}

/** Adds light: 1 − (1 − a)(1 − b). */
export function screenOver(picture: Pixels, layer: Pixels): void {
  const dst = picture.data;
  const src = layer.data;
  for (let p = 0; p < dst.length; p += 4) {
    if ((src[p + 3] as number) === 0) continue;
    for (let k = 0; k < 3; k++) {
      const d = dst[p + k] as number;
      dst[p + k] = d + ((255 - d) * (src[p + k] as number)) / 255;
    }
  }
}
