/** What is written over a picture. */
import type { Box, Context2D } from './context-2d';

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
