/** The tick on what is done: drawn, since few fonts have one. */
import type { Box, Context2D } from '../../paint/context-2d';

/** Fractions of the box: where it begins, where it turns, what bends its long stroke, and where it ends. */
const PATH = { from: [0.336, 0.495], turn: [0.447, 0.66], bend: [0.53, 0.44], to: [0.67, 0.282] } as const;
const LINE = 0.07;

/** @param box px; square */
export function paintTick(context: Context2D, { left, top, width, height }: Box, color: string): void {
  const at = ([x, y]: readonly [number, number]) => [left + x * width, top + y * height] as const;
  context.strokeStyle = color;
  context.lineWidth = width * LINE;
  context.lineJoin = 'bevel';
  context.beginPath();
  context.moveTo(...at(PATH.from));
  context.lineTo(...at(PATH.turn));
  context.quadraticCurveTo(...at(PATH.bend), ...at(PATH.to));
  context.stroke();
}
