/** Watercolour over a picture's planes: wandering edges, pooled pigment, uneven washes, bare paper around. */
import type { Area } from './area';
import { layPlane } from './lay';
import { blur, type CoarseMap, type Pixels, rowSampler, wholePixels } from './pixels';
import { flowTexture, washTexture } from './texture';

const PAPER = [250, 246, 236] as const;
/** How far edges wander, px for each unit of the flow. */
const WANDER = 0.1;
const STEP = 4;

/**
 * Paints one plane of a picture: pigment pools by what is seen with all planes up to this one. `seen` is
 * that picture before any pigment, and takes in the plane.
 * @param held where the plane holds anything once its edges have wandered
 * @param painted what of that is painted
 */
export function paintWatercolour(
  plane: Pixels,
  seen: Pixels,
  { held, painted }: { held: Area; painted: Area },
): void {
  displace(plane, WANDER, painted);
  layPlane(seen, plane, held);
  wash(plane, seen, painted);
}

/** Pools and spreads the pigment of `plane` by the light of `seen`; changes the plane in place. */
function wash(plane: Pixels, seen: Pixels, area: Area): void {
  const { width } = plane;
  const [to, behind] = [wholePixels(plane), wholePixels(seen)];
  const spread = washTexture(plane);
  const rowAround = rowSampler(blur(coarseLight(seen), 2), width);
  /** For each value of the wash from -128: how much of a colour stays, and what it is lifted by. */
  const stays = Float32Array.from({ length: 256 }, (_, value) => 0.96 - ((value - 128) * 0.3) / 330);
  const lifts = Float32Array.from({ length: 256 }, (_, value) => (value - 128) * 0.3 + 10.2);
  for (let y = area.top; y < area.bottom; y++) {
    const row = rowAround(y);
    for (let x = area.left; x < area.right; x++) {
      const i = y * width + x;
      const pixel = to[i] as number;
      const alpha = pixel >>> 24;
      if (alpha === 0) continue;
      // Pigment gathers on the darker side of every edge.
      const pooled = Math.max(-46, Math.min(10, (lightOf(behind[i] as number) - (row[x] as number)) * 0.55));
      const at = (spread[i] as number) + 128;
      const stay = stays[at] as number;
      const lift = ((pooled + (lifts[at] as number)) * alpha) / 255;
      to[i] =
        clamp((pixel & 255) * stay + lift) |
        (clamp(((pixel >>> 8) & 255) * stay + lift) << 8) |
        (clamp(((pixel >>> 16) & 255) * stay + lift) << 16) |
        (alpha << 24);
    }
  }
}

/** @param pixel a whole one, see `wholePixels` */
const lightOf = (pixel: number): number =>
  (pixel & 255) * 0.3 + ((pixel >>> 8) & 255) * 0.59 + ((pixel >>> 16) & 255) * 0.11;

/** Kept from picture to picture: 8 MB of garbage for each would be collected late. */
let unmoved = new Int32Array(0);

/**
 * Moves pixels along the slow flows.
 * @param area where the picture holds anything once they are moved
 */
export function displace(picture: Pixels, reach: number, area: Area): void {
  const { width, height } = picture;
  const flowX = flowTexture('x', picture);
  const flowY = flowTexture('y', picture);
  const to = wholePixels(picture);
  if (unmoved.length !== to.length) unmoved = new Int32Array(to.length);
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
  const whole = wholePixels(picture);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const i = Math.min(height - 1, y * STEP + 1) * width + Math.min(width - 1, x * STEP + 1);
      map[y * w + x] = lightOf(whole[i] as number);
    }
  }
  return { width: w, height: h, step: STEP, data: map };
}

/** Unpainted paper along the picture's edges, with a wobbly line and a darker rim of dried paint. */
export function leaveBorder(picture: Pixels): void {
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

const clamp = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value | 0);
