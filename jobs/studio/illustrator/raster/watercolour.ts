/** Watercolour over a picture's planes: wandering edges, pooled pigment, uneven washes, bare paper around. */
import type { Area } from './area';
import { displace } from './displace';
import { layPlane } from './lay';
import { frameArea } from './pixels';
import { blur, readSoftRow, softMap } from './soft-map';
import { flowTexture, washTexture } from './texture';
import type { Sheet, Workbench } from './workbench';

const PAPER = [250, 246, 236] as const;
/** How far edges wander, px for each unit of the flow. */
const WANDER = 0.1;
const STEP = 4;
/** Squares. */
const SOFTNESS = 2;

/**
 * Paints one plane of a picture: pigment pools by what is seen with all planes up to this one. `bench.bare` is
 * that picture before any pigment, and takes in the plane.
 * @param held where the plane holds anything once its edges have wandered
 * @param painted what of that is painted
 * @param isPassing whether `bench.bare` is to be afterwards as it was
 */
export function paintWatercolour(
  bench: Workbench,
  plane: Sheet,
  { held, painted, isPassing }: { held: Area; painted: Area; isPassing: boolean },
): void {
  // Before anything is kept in the memory that it is made in.
  const spread = washTexture(bench);
  displace(bench, plane, WANDER, painted);
  const { bare } = bench;
  const rows = [held.top * bare.width * 4, held.bottom * bare.width * 4] as const;
  const before = isPassing ? bench.bytes(bench.scratch.layer, rows[1] - rows[0]) : null;
  before?.set(bare.data.subarray(...rows));
  layPlane(bench, bare, plane, held);
  wash(bench, plane, painted, spread);
  if (before) bare.data.set(before, rows[0]);
}

/** Pools and spreads the pigment of a plane by the light of what is seen. @param spread the texture of washes */
function wash(bench: Workbench, plane: Sheet, area: Area, spread: number): void {
  const { bare } = bench;
  const { width } = plane;
  // So many rows around the area that the blur is as with all of them.
  const first = Math.max(0, Math.floor(area.top / STEP) - 4 * SOFTNESS) * STEP;
  const end = Math.min(plane.height, area.bottom + 4 * SOFTNESS * STEP);
  const light = softMap(bench.scratch.maps[0], { width, height: end - first }, STEP);
  bench.do.fillLightMap(light.at, bare.at + first * width * 4, width, end - first);
  blur(bench, light, SOFTNESS);
  const left = area.left & ~(STEP - 1);
  for (let y = area.top; y < area.bottom; y++) {
    const around = readSoftRow(bench, light, 0, width, [0, y - first], 1);
    const at = y * width + left;
    bench.do.washRow(
      ...([plane.at + at * 4, bare.at + at * 4, area.right - left] as const),
      ...([around + left * 4, spread + at] as const),
    );
  }
}

/** Unpainted paper along the picture's edges, with a wobbly line and a darker rim of dried paint. */
export function leaveBorder(bench: Workbench, picture: Sheet): void {
  const { width, height, data } = picture;
  const flow = bench.signedBytes(flowTexture('x', bench), width * height);
  const spread = bench.signedBytes(washTexture(bench), width * height);
  const reach = 80;
  const { left, top, right, bottom } = frameArea(picture);
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const edge = Math.min(x - left, y - top, right - 1 - x, bottom - 1 - y);
      if (edge > reach) {
        x = Math.max(x, right - 2 - reach);
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
