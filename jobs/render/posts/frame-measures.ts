/** How a frame looks, from its pixels: what covers are told by. Pure. */
import type { ReducedFrame } from '#jobs/render/inspection/reduced-size.ts';
import type { FrameMeasures } from '#jobs/story/post/covers/cover.ts';

/** Captions stand below this part of the height: their edges are no picture's. */
const ABOVE = 0.62;

/** @param after the frame a few frames later, which is the same where nothing moves */
export function frameMeasures(frame: ReducedFrame, after: ReducedFrame): FrameMeasures {
  const { contrast, light } = lumaOf(frame);
  return {
    sharpness: sharpnessOf(frame),
    contrast,
    colour: colourOf(frame),
    light,
    change: changeOf(frame, after),
  };
}

function lumaOf({ y }: ReducedFrame): { contrast: number; light: number } {
  let [sum, squares] = [0, 0];
  for (const luma of y) {
    sum += luma;
    squares += luma * luma;
  }
  const light = sum / y.length;
  return { light, contrast: Math.sqrt(Math.max(0, squares / y.length - light * light)) };
}

/** Mean of what a pixel differs by from those around it. */
function sharpnessOf({ y, width, height }: ReducedFrame): number {
  const rows = Math.floor(height * ABOVE);
  let sum = 0;
  for (let row = 1; row < rows - 1; row += 1) {
    for (let column = 1; column < width - 1; column += 1) {
      const at = row * width + column;
      const around =
        (y[at - 1] as number) + (y[at + 1] as number) + (y[at - width] as number) + (y[at + width] as number);
      sum += Math.abs(4 * (y[at] as number) - around);
    }
  }
  return sum / Math.max(1, (rows - 2) * (width - 2));
}

/** Colourfulness as of Hasler and Süsstrunk (2003), with the differences of colour that films are stored in. */
function colourOf({ u, v }: ReducedFrame): number {
  let [blue, red, blues, reds] = [0, 0, 0, 0];
  for (let at = 0; at < u.length; at += 1) {
    const [b, r] = [(u[at] as number) - 128, (v[at] as number) - 128];
    blue += b;
    red += r;
    blues += b * b;
    reds += r * r;
  }
  const count = Math.max(1, u.length);
  const [meanBlue, meanRed] = [blue / count, red / count];
  const spread = Math.sqrt(
    Math.max(0, blues / count - meanBlue ** 2) + Math.max(0, reds / count - meanRed ** 2),
  );
  // They are about half as far apart as red and green, yellow and blue.
  return 2 * (spread + 0.3 * Math.hypot(meanBlue, meanRed));
}

function changeOf({ y: one }: ReducedFrame, { y: other }: ReducedFrame): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += Math.abs((one[at] as number) - (other[at] as number));
  return sum / Math.max(1, one.length);
}
