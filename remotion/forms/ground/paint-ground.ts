/** A form's ground on a canvas. */
import { type Context2D, fillDisc } from '../../paint/context-2d';
import type { FormSpace } from '../setting/form-space';
import type { FormPalette } from './form-palette';
import type { GroundShape } from './ground-layers';

/** Paints the air of a ground over the whole frame. */
export function paintAir(
  context: Context2D,
  { ground: [top, bottom] }: FormPalette,
  { frame }: FormSpace,
): void {
  const air = context.createLinearGradient(0, 0, 0, frame.height);
  air.addColorStop(0, top);
  air.addColorStop(1, bottom);
  context.fillStyle = air;
  context.fillRect(0, 0, frame.width, frame.height);
}

/** Paints a shape where it is at the first frame. */
export function paintShape(context: Context2D, { x, y, size, color, line }: GroundShape): void {
  if (line === null) {
    context.fillStyle = color;
    fillDisc(context, x, y, size);
    return;
  }
  context.strokeStyle = color;
  context.lineWidth = line;
  context.beginPath();
  context.arc(x, y, (size - line) / 2, 0, 2 * Math.PI);
  context.stroke();
}
