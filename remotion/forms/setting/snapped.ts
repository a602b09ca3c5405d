/** Whole pixels, on which browsers put the edges of what stands still. */
import type { Box } from '../../paint/context-2d';

/** A box with each of its edges on the nearest whole pixel. */
export function snapped({ left, top, width, height }: Box): Box {
  const [from, above] = [Math.round(left), Math.round(top)];
  return {
    left: from,
    top: above,
    width: Math.round(left + width) - from,
    height: Math.round(top + height) - above,
  };
}
