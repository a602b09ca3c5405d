/** Neon: shapes sink into the dark and their edges shine. */
import { type Hex, rgbOf } from '#jobs/studio/illustrator/drawing/colour.ts';
import { blur, type CoarseMap, type Pixels, sample } from './pixels';

export interface NeonTubes {
  /** Colour of the tubes. */
  colour: Hex;
  /** How much of its own colour a shape keeps, 0 to 1. */
  keep: number;
  /** How far the face's colours are strengthened: 0 leaves them. */
  vivid: number;
  /** How much of its own hue an edge takes instead of the tubes' colour, 0 to 1. */
  own: number;
}

const STEP = 4;

/** Changes a layer in place: dark faces, bright edges, and a glow around them inside and outside. */
export function bendTubes(layer: Pixels, { colour, keep, vivid, own }: NeonTubes): void {
  const { width, height, data } = layer;
  const light = new Uint8Array(width * height);
  for (let i = 0; i < light.length; i++) {
    const p = i * 4;
    light[i] =
      ((data[p] as number) * 0.35 + (data[p + 1] as number) * 0.5 + (data[p + 2] as number) * 0.15) * 0.55 +
      (data[p + 3] as number) * 0.45;
  }
  const w = Math.ceil(width / STEP);
  const h = Math.ceil(height / STEP);
  const glow: CoarseMap = { width: w, height: h, step: STEP, data: new Float32Array(w * h) };
  const edges = new Uint8Array(width * height);
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2; x < width - 2; x++) {
      const i = y * width + x;
      const dx = (light[i + 2] as number) - (light[i - 2] as number);
      const dy = (light[i + 2 * width] as number) - (light[i - 2 * width] as number);
      const slope = Math.abs(dx) + Math.abs(dy);
      if (slope < 26) continue;
      const edge = Math.min(255, (slope - 26) * 3.4);
      edges[i] = edge;
      const g = (y >> 2) * w + (x >> 2);
      glow.data[g] = (glow.data[g] as number) + edge / (STEP * STEP);
    }
  }
  blur(glow, 4);
  const tube = rgbOf(colour);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const p = i * 4;
      const edge = (edges[i] as number) / 255;
      const shine = Math.min(1, (sample(glow, x, y) / 255) * 1.5);
      const alpha = data[p + 3] as number;
      if (alpha === 0 && edge === 0 && shine < 0.01) continue;
      const most = Math.max(30, data[p] as number, data[p + 1] as number, data[p + 2] as number);
      const grey = ((data[p] as number) + (data[p + 1] as number) + (data[p + 2] as number)) / 3;
      for (let k = 0; k < 3; k++) {
        const hue = (((data[p + k] as number) / most) * 255 * own + (tube[k] as number) * (1 - own)) * 1.05;
        const c = data[p + k] as number;
        const face = Math.max(0, c + (c - grey) * vivid) * keep;
        data[p + k] = Math.min(255, face + hue * (edge * 0.85 + shine * 0.34) + edge * 46);
      }
      data[p + 3] = Math.min(255, Math.max(alpha, edge * 255, shine * 90));
    }
  }
}
