/** Edges that wander: pixels are moved along two slow flows. */
import type { Area } from './area';
import { flowTexture } from './texture';
import type { Sheet, Workbench } from './workbench';

/** The most that a texture's values are. */
const MOST = 128;

/**
 * Moves pixels along the slow flows.
 * @param reach px for each unit of the flows
 * @param area where the plane holds anything once they are moved
 */
export function displace(bench: Workbench, { at, width, height }: Sheet, reach: number, area: Area): void {
  const flows = [flowTexture('x', bench), flowTexture('y', bench)] as const;
  bench.do.displace(
    ...([at, width, height, bench.scratch.layer] as const),
    ...flows,
    ...([reach, Math.ceil(MOST * reach)] as const),
    ...([area.left, area.top, area.right, area.bottom] as const),
  );
}
