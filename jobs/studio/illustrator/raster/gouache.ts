/** Gouache over a picture's planes: ragged edges, bristle marks, a little unevenness in the mix. */
import type { Area } from './area';
import { displace } from './displace';
import { brushTexture, flowTexture, washTexture } from './texture';
import type { Sheet, Workbench } from './workbench';

/** How far edges are ragged, px for each unit of the flow. */
const RAGGED = 0.045;
/** How far the bristles follow the flow, rows for each of its units. */
const BEND = 0.32;

/** @param area where the plane holds anything once its edges are ragged */
export function paintGouache(bench: Workbench, plane: Sheet, area: Area): void {
  displace(bench, plane, RAGGED, area);
  const textures = [brushTexture(bench), washTexture(bench), flowTexture('x', bench)] as const;
  bench.do.brush(
    ...([plane.at, plane.width, plane.width * plane.height] as const),
    ...textures,
    ...([BEND, area.left, area.top, area.right, area.bottom] as const),
  );
}
