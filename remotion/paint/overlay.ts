/** What is written over a picture: painted when it changes, and laid over each frame. */
import type { Compositor, Laid, LaidWriting } from './compositor';
import { type Box, type Context2D, newContext } from './context-2d';

/** How something written looks at a moment. */
export interface OverlayLook {
  /** The part of the frame that it is painted in, whole px. */
  box: Box;
  /** The same for all moments at which the same is to be painted. */
  state: string;
  /** Paints it at its place in the frame. */
  paint(context: Context2D): void;
  /** How much of it is seen, from 0 to 1. */
  opacity: number;
  /** How far it has sunk from its place, whole px. */
  down: number;
}

/** How it looks at a frame of its segment; null where it is not there. */
export type Overlay = (frame: number) => OverlayLook | null;

/** Keeps what was painted last of an overlay, as pixels. */
export class OverlayPixels {
  readonly #overlay: Overlay;
  readonly #compositor: Compositor;
  #context: Context2D | null = null;
  #laid: Laid | null = null;
  #state = '';

  constructor(overlay: Overlay, compositor: Compositor) {
    this.#overlay = overlay;
    this.#compositor = compositor;
  }

  /** How it lies over a frame; null where nothing of it is seen. */
  at(frame: number): LaidWriting | null {
    const look = this.#overlay(frame);
    if (!look || look.opacity <= 0) return null;
    const { box, state, opacity, down } = look;
    const key = `${box.left} ${box.top} ${box.width} ${box.height} ${state}`;
    if (this.#state !== key) this.#paint(look);
    this.#state = key;
    return (
      this.#laid && { image: this.#laid, left: box.left, top: box.top + down, opacity: Math.min(1, opacity) }
    );
  }

  #paint({ box, paint }: OverlayLook): void {
    const { left, top, width, height } = box;
    if (this.#context?.canvas.width !== width || this.#context.canvas.height !== height) {
      this.#context = newContext(width, height);
    }
    const context = this.#context;
    context.reset();
    context.translate(-left, -top);
    paint(context);
    this.#laid = this.#compositor.image(context.getImageData(0, 0, width, height), this.#laid);
  }
}

/** The whole pixels that hold a box. */
export function wholePixels({ left, top, width, height }: Box): Box {
  const [from, above] = [Math.floor(left), Math.floor(top)];
  return {
    left: from,
    top: above,
    width: Math.ceil(left + width) - from,
    height: Math.ceil(top + height) - above,
  };
}
