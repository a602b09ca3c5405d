/** The part of the frame that a form is painted in. */
import type { Box } from '../../paint/context-2d';
import { wholePixels } from '../../paint/overlay';
import type { FormSpace } from './form-space';

/** The whole pixels of the frame that a box touches. @param box px; may reach out of the frame */
export function framePart(box: Box, { frame }: FormSpace): Box {
  const { left, top, width, height } = wholePixels(box);
  const [from, above] = [Math.max(0, left), Math.max(0, top)];
  return {
    left: from,
    top: above,
    width: Math.max(0, Math.min(frame.width, left + width) - from),
    height: Math.max(0, Math.min(frame.height, top + height) - above),
  };
}
