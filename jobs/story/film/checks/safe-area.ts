/** Where platforms draw nothing of their own over a film. Pure. */
import type { FormatName } from '#remotion/contract/story-props.ts';
import type { FramePart } from './film-measures';

/**
 * On a phone players of vertical films draw over the top, over the lowest fifth and over a column of buttons at the right,
 * which is what `remotion/text/layout.ts` keeps clear of. How much that is differs between platforms, devices and
 * versions, and no figure of theirs holds for all; the other formats keep 5 % around, as television does (EBU R 95).
 */
const SAFE: Record<FormatName, { left: number; top: number; right: number; bottom: number }> = {
  '9:16': { left: 0.04, top: 0.06, right: 0.89, bottom: 0.8 },
  '1:1': { left: 0.05, top: 0.05, right: 0.95, bottom: 0.95 },
  '16:9': { left: 0.05, top: 0.05, right: 0.95, bottom: 0.95 },
};

/** On which sides a part of the frame reaches out of what is safe, from 0 for none, in fractions of the frame. */
export function reachesOut(part: FramePart, format: FormatName): number {
  const { left, top, right, bottom } = SAFE[format];
  return Math.max(
    0,
    left - part.left,
    top - part.top,
    part.left + part.width - right,
    part.top + part.height - bottom,
  );
}
