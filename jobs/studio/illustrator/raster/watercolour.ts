/** Watercolour over a picture or its planes: wandering edges, pooled pigment, uneven washes, bare paper around. */
import { type Area, wholeArea } from './area';
import { layOver } from './lay';
import { asPatch, blur, type CoarseMap, type Pixels, sample, wholePixels } from './pixels';
import { flowTexture, washTexture } from './texture';

const PAPER = [250, 246, 236] as const;
/** How far edges wander, px for each unit of the flow. */
const WANDER = 0.1;
const STEP = 4;

/** Paints a whole picture and leaves bare paper around it. */
export function paintWatercolour(picture: Pixels): void {
  displace(picture, WANDER);
  wash(picture, picture);
  leaveBorder(picture);
}

/**
 * Paints one plane of a picture: pigment pools by what is seen with all planes up to this one. `seen` is
 * that picture before any pigment, and takes in the plane.
 * @param area where the plane holds anything once its edges have wandered
 */
export function paintWatercolourPlane(plane: Pixels, seen: Pixels, area: Area): void {
  displace(plane, WANDER, area);
  layOver(seen, asPatch(plane), null);
  wash(plane, seen, area);
}

/** Pools and spreads the pigment of `plane` by the light of `seen`; changes the plane in place. */
function wash(plane: Pixels, seen: Pixels, area: Area = wholeArea(plane)): void {
  const { width, data } = plane;
  const whole = wholePixels(plane);
  const spread = washTexture(plane);
  const around = blur(coarseLight(seen), 2);
  for (let y = area.top; y < area.bottom; y++) {
    for (let x = area.left; x < area.right; x++) {
      const i = y * width + x;
      if (whole[i] === 0) continue;
      const p = i * 4;
      const alpha = (data[p + 3] as number) / 255;
      if (alpha === 0) continue;
      // Pigment gathers on the darker side of every edge.
      const pooled = Math.max(-46, Math.min(10, (lightAt(seen, p) - sample(around, x, y)) * 0.55));
      const uneven = (spread[i] as number) * 0.3;
      for (let k = 0; k < 3; k++) {
        const v = data[p + k] as number;
        data[p + k] = clamp(v * (0.96 - uneven / 330) + (pooled + uneven + 10.2) * alpha);
      }
    }
  }
}

const lightAt = ({ data }: Pixels, p: number): number =>
  (data[p] as number) * 0.3 + (data[p + 1] as number) * 0.59 + (data[p + 2] as number) * 0.11;

/** Kept from picture to picture: 8 MB of garbage for each would be collected late. */
let unmoved = new Uint32Array(0);

/**
 * Moves pixels along the slow flows.
 * @param area where the picture holds anything once they are moved
 */
export function displace(picture: Pixels, reach: number, area: Area = wholeArea(picture)): void {
  const { width, height } = picture;
  const flowX = flowTexture('x', picture);
  const flowY = flowTexture('y', picture);
  const to = wholePixels(picture);
  if (unmoved.length !== to.length) unmoved = new Uint32Array(to.length);
  /** By how many px each value of a flow moves. */
  const moves = Int32Array.from({ length: 256 }, (_, value) => Math.round((value - 128) * reach));
  const most = Math.ceil(128 * reach);
  const rows = [Math.max(0, area.top - most) * width, Math.min(height, area.bottom + most) * width] as const;
  unmoved.set(to.subarray(...rows), rows[0]);
  for (let y = area.top; y < area.bottom; y++) {
    for (let x = area.left; x < area.right; x++) {
      const i = y * width + x;
      const sx = Math.min(width - 1, Math.max(0, x + (moves[(flowX[i] as number) + 128] as number)));
      const sy = Math.min(height - 1, Math.max(0, y + (moves[(flowY[i] as number) + 128] as number)));
      to[i] = unmoved[sy * width + sx] as number;
    }
  }
}

function coarseLight(picture: Pixels): CoarseMap {
  const { width, height } = picture;
  const w = Math.ceil(width / STEP);
  const h = Math.ceil(height / STEP);
  const map = new Float32Array(w * h);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const p = (Math.min(height - 1, y * STEP + 1) * width + Math.min(width - 1, x * STEP + 1)) * 4;
      map[y * w + x] = lightAt(picture, p);
    }
  }
  return { width: w, height: h, step: STEP, data: map };
}

/** Unpainted paper along the picture's edges, with a wobbly line and a darker rim of dried paint. */
function leaveBorder(picture: Pixels): void {
  const { width, height, data } = picture;
  const flow = flowTexture('x', picture);
  const spread = washTexture(picture);
  const reach = 80;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const edge = Math.min(x, y, width - 1 - x, height - 1 - y);
      if (edge > reach) {
        x = width - 1 - reach > x ? width - 2 - reach : x;
        continue;
      }
      const i = y * width + x;
      const inside = edge + (flow[i] as number) * 0.22 + (spread[i] as number) * 0.1;
      const p = i * 4;
      if (inside < 34) {
        const share = Math.max(0, Math.min(1, (34 - inside) / 5));
        for (let k = 0; k < 3; k++)
          data[p + k] = (data[p + k] as number) + ((PAPER[k] as number) - (data[p + k] as number)) * share;
      } else if (inside < 42) {
        for (let k = 0; k < 3; k++) data[p + k] = (data[p + k] as number) * 0.93;
      }
    }
  }
}

const clamp = (value: number): number => (value < 0 ? 0 : Math.min(value, 255));
