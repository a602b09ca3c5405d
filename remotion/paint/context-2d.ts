/** The canvases that letters and cards are painted on. */

export type Context2D = OffscreenCanvasRenderingContext2D;

/** A part of the frame, px. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A canvas of its own, transparent, whose pixels are read. @param width px @param height px */
export function newContext(width: number, height: number): Context2D {
  const context = new OffscreenCanvas(Math.max(1, width), Math.max(1, height)).getContext('2d', {
    willReadFrequently: true,
  });
  if (!context) throw new Error('This browser has no canvas to paint on.');
  return context;
}

/** Lets `paint` paint with its own settings and moves, which end with it. */
export function within(context: Context2D, paint: () => void): void {
  context.save();
  paint();
  context.restore();
}

/** Scales all that is painted after it about the middle of a box. */
export function scaleAbout(context: Context2D, { left, top, width, height }: Box, by: number): void {
  context.translate(left + width / 2, top + height / 2);
  context.scale(by, by);
  context.translate(-left - width / 2, -top - height / 2);
}

/** Fills a box whose corners are round. @param radius px, at most half of the box's shorter side */
export function fillRound(context: Context2D, { left, top, width, height }: Box, radius: number): void {
  context.beginPath();
  context.roundRect(left, top, width, height, Math.min(radius, width / 2, height / 2));
  context.fill();
}
