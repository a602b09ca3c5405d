/** Pixels in memory. */
import type { Area } from './area';

export interface Pixels {
  width: number;
  height: number;
  /** Premultiplied RGBA, 8 bits each. */
  data: Uint8Array;
  /** px of margin around the frame at either side, and above and below. */
  margin: readonly [number, number];
}

/** The picture that is drawn, px. */
export type Extent = Pick<Pixels, 'width' | 'height' | 'margin'>;

/** A part of a picture, at its place in it. */
export interface Patch extends Pixels {
  /** px from the picture's left upper corner. */
  left: number;
  top: number;
}

/** Pixels without alpha: three bytes each. */
export interface OpaquePixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Sets every channel of an area to one value. */
export function fillArea({ width, data }: Pixels, { left, top, right, bottom }: Area, value: number): void {
  for (let y = top; y < bottom; y++) data.fill(value, (y * width + left) * 4, (y * width + right) * 4);
}

/** The frame within the margins. */
export const frameArea = ({ width, height, margin: [left, top] }: Extent): Area => ({
  left,
  top,
  right: width - left,
  bottom: height - top,
});
