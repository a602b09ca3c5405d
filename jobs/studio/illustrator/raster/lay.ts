/** Lays one layer of a drawing over the picture so far, with its shadow. */
import { type Hex, rgbOf } from '#jobs/studio/illustrator/drawing/colour.ts';
import type { Area } from './area';
import { blur, type CoarseMap, coarseAlpha, type Patch, type Pixels, sample, wholePixels } from './pixels';

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
/** A shadow that nobody sees, 0 to 1. */
const FAINT_SHADOW = 0.004;

/**
 * Source-over of premultiplied pixels, darkening what lies behind by the layer's soft shadow first. Where
 * nothing lies behind, the shadow itself is laid down.
 */
export function layOver(picture: Pixels, layer: Patch, shadow: LayerShadow | null): void {
  const map = shadow ? blur(coarseAlpha(layer, STEP), shadow.radius / STEP / 1.7) : null;
  const { width, height } = layer;
  const dst = picture.data;
  const src = layer.data;
  const [under, over] = [wholePixels(picture), wholePixels(layer)];
  const [sr, sg, sb] = shadow ? rgbOf(shadow.colour) : [0, 0, 0];
  for (let y = 0; y < height; y++) {
    const shade = map && shadow ? rowOf(map, y - shadow.dy, shadow.dx, width, shadow.strength) : null;
    let p = y * width * 4;
    let q = ((layer.top + y) * picture.width + layer.left) * 4;
    for (let x = 0; x < width; x++, p += 4, q += 4) {
      const pixel = over[p >> 2] as number;
      if (pixel === 0 && !shade) continue;
      const alpha = pixel >>> 24;
      if (alpha === 255) {
        under[q >> 2] = pixel;
        continue;
      }
      const s = shade ? (shade[x >> 2] as number) : 0;
      if (alpha === 0 && s <= FAINT_SHADOW) continue;
      let r = dst[q] as number;
      let g = dst[q + 1] as number;
      let b = dst[q + 2] as number;
      let a = dst[q + 3] as number;
      if (s > FAINT_SHADOW) {
        r += (sr - r) * s;
        g += (sg - g) * s;
        b += (sb - b) * s;
        a += (255 - a) * s;
      }
      if (alpha > 0) {
        const keep = 1 - alpha / 255;
        r = (src[p] as number) + r * keep;
        g = (src[p + 1] as number) + g * keep;
        b = (src[p + 2] as number) + b * keep;
        a = alpha + a * keep;
      }
      dst[q] = r;
      dst[q + 1] = g;
      dst[q + 2] = b;
      dst[q + 3] = a;
    }
  }
}

/** Shadow strength along a row, one value for each four pixels. */
function rowOf(map: CoarseMap, y: number, dx: number, width: number, strength: number): Float32Array {
  const row = new Float32Array((width >> 2) + 1);
  for (let i = 0; i < row.length; i++) row[i] = (sample(map, i * 4 + 2 - dx, y) / 255) * strength;
  return row;
}

/** Source-over of an area of premultiplied pixels, which are as many as the picture's own. */
export function layPlane(picture: Pixels, plane: Pixels, { left, top, right, bottom }: Area): void {
  const [under, over] = [wholePixels(picture), wholePixels(plane)];
  for (let y = top; y < bottom; y++) {
    const end = y * picture.width + right;
    for (let i = y * picture.width + left; i < end; i++) {
      const pixel = over[i] as number;
      if (pixel === 0) continue;
      const keep = 255 - (pixel >>> 24);
      if (keep === 0) {
        under[i] = pixel;
        continue;
      }
      const behind = under[i] as number;
      under[i] =
        laid(pixel & 255, behind & 255, keep) |
        (laid((pixel >>> 8) & 255, (behind >>> 8) & 255, keep) << 8) |
        (laid((pixel >>> 16) & 255, (behind >>> 16) & 255, keep) << 16) |
        (laid(pixel >>> 24, behind >>> 24, keep) << 24);
    }
  }
}

/** One channel over another, of which `keep` of 255 parts stay. */
function laid(over: number, under: number, keep: number): number {
  // A division by 255, exact up to 65,535.
  const sum = over + ((under * keep * 32_897) >>> 23);
  return Math.min(sum, 255);
}
