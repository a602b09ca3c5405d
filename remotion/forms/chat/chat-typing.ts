/** The three dots of somebody who is typing. */
import { type Context2D, fillDisc, fillRound } from '../../paint/context-2d';
import type { FormPalette } from '../ground/form-palette';
import { alpha } from '../setting/alpha';
import { rounded } from '../setting/rounding';

/** Of the bubble and its dots, px. */
const WIDTH = 170;
export const TYPING_HEIGHT = 92;
const DOT = { size: 22, pitch: 36, jump: 12 };

/** How far each dot is up at a moment, from 0 to 1. @param ms on the scene's clock */
export function typingDots(ms: number): number[] {
  return [0, 1, 2].map((dot) => rounded(Math.max(0, Math.sin(ms / 130 - dot * 0.9)), 3));
}

/** Paints the bubble with its dots. @param place its upper left corner, px */
export function paintTyping(
  context: Context2D,
  dots: readonly number[],
  { left, top }: { left: number; top: number },
  { card, ink }: FormPalette,
): void {
  context.fillStyle = card;
  fillRound(context, { left, top, width: WIDTH, height: TYPING_HEIGHT }, TYPING_HEIGHT / 2);
  dots.forEach((up, at) => {
    const x = left + WIDTH / 2 + (at - (dots.length - 1) / 2) * DOT.pitch;
    context.fillStyle = alpha(ink, 0.35 + 0.4 * up);
    fillDisc(context, x, top + TYPING_HEIGHT / 2 - DOT.jump * up, DOT.size);
  });
}
