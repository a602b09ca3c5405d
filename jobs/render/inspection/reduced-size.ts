/** At which size films are looked at. Pure. */
import { FORMATS, type FormatName } from '#remotion/contract/story-props.ts';

/** A third of the film's size each way: letters are still three pixels thick, and the pixels a ninth. */
export const REDUCTION = 3;

export interface ReducedSize {
  /** px */
  width: number;
  height: number;
}

export function reducedSize(format: FormatName): ReducedSize {
  const { width, height } = FORMATS[format];
  return { width: width / REDUCTION, height: height / REDUCTION };
}

/** A frame's planes at that size: luma, then both differences of colour at half of it (I420, BT.709, film range). */
export interface ReducedFrame extends ReducedSize {
  y: Uint8Array;
  u: Uint8Array;
  v: Uint8Array;
}

export function framePlanes(bytes: Uint8Array, { width, height }: ReducedSize): ReducedFrame {
  const [luma, colour] = [width * height, (width * height) / 4];
  return {
    ...{ width, height },
    y: bytes.subarray(0, luma),
    u: bytes.subarray(luma, luma + colour),
    v: bytes.subarray(luma + colour, luma + 2 * colour),
  };
}
