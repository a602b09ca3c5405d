/** What is written over a picture, as pixels: painted when it changes, and laid over each frame. */
import type { Overlay, OverlayLook } from '#remotion/paint/overlay.ts';
import type { Compositor, Laid, LaidWriting } from './compositor';
import { PaintedPixels } from './painted-pixels';

export class OverlayPixels {
  readonly #overlay: Overlay;
  readonly #pixels: PaintedPixels;

  constructor(overlay: Overlay, compositor: Compositor) {
    this.#overlay = overlay;
    this.#pixels = new PaintedPixels(compositor);
  }

  /** How it lies over a frame; null where nothing of it is seen. */
  at(frame: number): LaidWriting | null {
    const look = this.#overlay(frame);
    if (!look || look.opacity <= 0) return null;
    const { box, opacity, down } = look;
    const image: Laid = this.#pixels.of(look satisfies OverlayLook);
    return { image, left: box.left, top: box.top + down, opacity: Math.min(1, opacity) };
  }
}
