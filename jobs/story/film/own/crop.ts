import type { Focus } from '#jobs/story/film/scene-content.ts';

export interface Size {
  /** px */
  width: number;
  height: number;
}

/** A part of a picture, px from its left upper corner. */
export interface Crop extends Size {
  left: number;
  top: number;
}

/**
 * The largest part of a picture that has the shape of a frame, with the focus as near to its middle as the
 * picture's edges let it.
 */
export function cropAround({ width, height }: Size, frame: Size, focus: Focus): Crop {
  const shape = frame.width / frame.height;
  const wide = Math.max(1, Math.round(Math.min(width, height * shape)));
  const high = Math.max(1, Math.round(Math.min(height, width / shape)));
  return {
    left: within(focus.x * width - wide / 2, width - wide),
    top: within(focus.y * height - high / 2, height - high),
    width: wide,
    height: high,
  };
}

const within = (at: number, most: number) => Math.round(Math.min(Math.max(0, most), Math.max(0, at)));
