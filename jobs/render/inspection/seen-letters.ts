/** How letters stand out from what is around them in a frame of a film. Pure. */
import type { CaptionMask, PixelList } from './caption-mask';
import { contrastOf, luminanceOf } from './light';
import type { ReducedFrame } from './reduced-size';

/** Contrast is looked at in parts of this size, px of the reduced frame: a few letters each. */
const PART = 48;
/** Fewer pixels than this tell nothing of a part. */
const LEAST_PIXELS = 14;
/** Luma by which letters stand out on the mean where they are where they were drawn. */
const SEEN_IN_PLACE = 10;
/** The same where they are looked for anywhere: a picture may look a little like letters. */
const SEEN_ELSEWHERE = 45;
/** Of many letters so many pixels are enough to find them by. */
const SEARCHED_PIXELS = 500;

/** Moved by so much from where it was drawn, px of the reduced frame. */
export interface Shift {
  x: number;
  y: number;
}

/** Least contrast of letters with what is around them, from part to part, as WCAG counts it. */
export function leastContrast(mask: CaptionMask, frame: ReducedFrame): number {
  const parts = new Map<number, { letters: Sum; around: Sum }>();
  const partAt = (x: number, y: number) => {
    const key = Math.floor((y - mask.box.top) / PART) * 1000 + Math.floor((x - mask.box.left) / PART);
    const known = parts.get(key) ?? { letters: new Sum(), around: new Sum() };
    parts.set(key, known);
    return known;
  };
  eachPixel(mask.letters, frame, (x, y, at) => partAt(x, y).letters.add(luminanceIn(frame, x, y, at)));
  eachPixel(mask.around, frame, (x, y, at) => partAt(x, y).around.add(luminanceIn(frame, x, y, at)));
  const told = [...parts.values()].filter(
    ({ letters, around }) => letters.count >= LEAST_PIXELS && around.count >= LEAST_PIXELS,
  );
  if (told.length === 0) return Number.POSITIVE_INFINITY;
  return Math.min(...told.map(({ letters, around }) => contrastOf(letters.mean, around.mean)));
}

/** Whether there are letters where they were drawn. */
export function areInPlace(mask: CaptionMask, frame: ReducedFrame): boolean {
  return standsOut(mask, frame, { x: 0, y: 0 }, 1) >= SEEN_IN_PLACE;
}

/** Where else in the frame the same letters are seen; null for nowhere. */
export function findLetters(mask: CaptionMask, frame: ReducedFrame): Shift | null {
  const step = Math.max(1, Math.floor(mask.letters.x.length / SEARCHED_PIXELS));
  const { left, top, width, height } = mask.box;
  const rows = range(-top, frame.height - top - height);
  const columns = range(-left, frame.width - left - width);
  const straight = best(
    mask,
    frame,
    step,
    rows.map((y) => ({ x: 0, y })),
  );
  if (straight) return straight;
  const coarse = columns
    .filter((x) => x % 2 === 0)
    .flatMap((x) => rows.filter((y) => y % 2 === 0).map((y) => ({ x, y })));
  return best(mask, frame, step * 2, coarse);
}

function best(mask: CaptionMask, frame: ReducedFrame, step: number, shifts: readonly Shift[]): Shift | null {
  let [found, most]: [Shift | null, number] = [null, SEEN_ELSEWHERE];
  for (const shift of shifts) {
    const by = standsOut(mask, frame, shift, step);
    if (by > most) [found, most] = [shift, by];
  }
  return found;
}

/** How much lighter letters are than what is around them, in steps of luma; 0 for darker ones. */
function standsOut(mask: CaptionMask, frame: ReducedFrame, shift: Shift, step: number): number {
  return Math.max(0, meanLuma(mask.letters, frame, shift, step) - meanLuma(mask.around, frame, shift, step));
}

function meanLuma(
  { x, y }: PixelList,
  { y: luma, width, height }: ReducedFrame,
  by: Shift,
  step: number,
): number {
  let [sum, count] = [0, 0];
  for (let at = 0; at < x.length; at += step) {
    const [column, row] = [(x[at] as number) + by.x, (y[at] as number) + by.y];
    if (column < 0 || row < 0 || column >= width || row >= height) continue;
    sum += luma[row * width + column] as number;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

function eachPixel(
  { x, y }: PixelList,
  { width, height }: ReducedFrame,
  see: (x: number, y: number, at: number) => void,
): void {
  for (let at = 0; at < x.length; at += 1) {
    const [column, row] = [x[at] as number, y[at] as number];
    if (column >= 0 && row >= 0 && column < width && row < height) see(column, row, row * width + column);
  }
}

function luminanceIn({ y: luma, u, v, width }: ReducedFrame, x: number, y: number, at: number): number {
  const half = (y >> 1) * (width >> 1) + (x >> 1);
  return luminanceOf(luma[at] as number, u[half] as number, v[half] as number);
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);

class Sum {
  count = 0;
  #sum = 0;

  add(value: number): void {
    this.count += 1;
    this.#sum += value;
  }

  get mean(): number {
    return this.#sum / this.count;
  }
}
