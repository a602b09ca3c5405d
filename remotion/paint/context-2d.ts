/** What letters, cards and forms are painted on: a page's canvas, or one that needs no page. */

/** What both have and painting needs: images are of each one's own kind, see `Drawing`. */
export type Context2D = CanvasState &
  Omit<CanvasTransform, 'getTransform'> &
  CanvasCompositing &
  Omit<CanvasFillStrokeStyles, 'createPattern'> &
  CanvasShadowStyles &
  CanvasRect &
  CanvasPath &
  CanvasDrawPath &
  CanvasPathDrawingStyles &
  CanvasText &
  CanvasTextDrawingStyles;

/** A part of the frame, px. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A vector image that is painted where and as large as it is wanted. */
export interface Drawing {
  /** @param box px; all of the drawing fills it */
  paint(context: Context2D, box: Box): void;
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

/** Fills a box whose corners are round. @param radius px; at most half of the box's shorter side is taken */
export function fillRound(context: Context2D, { left, top, width, height }: Box, radius: number): void {
  context.beginPath();
  context.roundRect(left, top, width, height, Math.min(radius, width / 2, height / 2));
  context.fill();
}

/** Fills a round. @param size px across */
export function fillDisc(context: Context2D, x: number, y: number, size: number): void {
  context.beginPath();
  context.arc(x, y, Math.max(0, size / 2), 0, 2 * Math.PI);
  context.fill();
}
