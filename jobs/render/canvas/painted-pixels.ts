/** Pixels of what is painted on a canvas, for as long as it does not change. */
import type { Box, Context2D } from '#remotion/paint/context-2d.ts';
import type { Compositor, Laid } from './compositor';
import { dropPixels, type NodeCanvas, newCanvas, pixelsOf } from './node-canvas';

/** Something to be painted, see `OverlayLook`. */
export interface Painted {
  /** px of the frame, whole */
  box: Box;
  state: string;
  paint(context: Context2D): void;
}

/** Keeps what was painted last. */
export class PaintedPixels {
  readonly #compositor: Compositor;
  #canvas: NodeCanvas | null = null;
  #laid: Laid | null = null;
  #state = '';

  constructor(compositor: Compositor) {
    this.#compositor = compositor;
  }

  /** The pixels of its box. */
  of({ box, state, paint }: Painted): Laid {
    const { left, top, width, height } = box;
    const key = `${left} ${top} ${width} ${height} ${state}`;
    if (this.#laid && this.#state === key) return this.#laid;
    if (this.#canvas?.canvas.width !== width || this.#canvas.canvas.height !== height) {
      this.#canvas = newCanvas(width, height);
    }
    const { context } = this.#canvas;
    context.reset();
    context.translate(-left, -top);
    paint(context);
    const pixels = pixelsOf(this.#canvas);
    this.#laid = this.#compositor.image(pixels, this.#laid);
    dropPixels(pixels);
    this.#state = key;
    return this.#laid;
  }
}
