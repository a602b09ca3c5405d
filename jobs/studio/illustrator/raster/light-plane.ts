/** Light as a plane: what was screened over the picture becomes paint that can be laid over it. */
import type { Area } from './area';
import type { Sheet, Workbench } from './workbench';

/** Squares of the picture over which it is averaged, as the arithmetic has it. */
const STEP = 32;

/**
 * Changes an area of a plane of light so that, laid over `behind`, it brightens as `1 − (1 − a)(1 − b)` would: the
 * colour of the light is mixed with that of what it falls on, taken from soft means, so that nothing of the picture's
 * shapes moves with the light.
 */
export function lightPlane(bench: Workbench, plane: Sheet, behind: Sheet, area: Area): void {
  const { width, height } = plane;
  const [means] = bench.scratch.maps;
  const across = Math.ceil(width / STEP) + 1;
  const rows = [Math.floor(area.top / STEP), Math.floor((area.bottom - 1) / STEP) + 2] as const;
  bench.do.fillMeans(means, behind.at, width, height, across, ...rows);
  bench.do.cover(
    ...([plane.at, width, means, across, bench.scratch.rows[0]] as const),
    ...([area.left, area.top, area.right, area.bottom] as const),
  );
}
