/** Which pixels of a reduced frame are letters, and which are right beside them: from what is painted over a picture. Pure. */

/** Pixels by their places in the reduced frame. */
export interface PixelList {
  x: Int16Array;
  y: Int16Array;
}

export interface CaptionMask {
  /** Inside the letters. */
  letters: PixelList;
  /** Around them: their outline, their plate, or the picture behind. */
  around: PixelList;
  /** What holds the letters, px of the reduced frame. */
  box: { left: number; top: number; width: number; height: number };
}

/** What was painted alone, red, green, blue and alpha, colours multiplied by it. */
interface PaintedWriting {
  data: Uint8Array | Uint8ClampedArray;
  width: number;
  height: number;
  /** Where it lies in the reduced frame. */
  left: number;
  top: number;
}

/** Letters are lighter than all else that is written: outline, plate and shade are of ink. */
const IN_LETTER = 0.68;
const TOUCHED = 0.14;
/** So far around a letter, px: the nearest pixel has some of the letter in it, the one after the next nothing of an outline. */
const AROUND = 2;

/** Null where no letter is large enough to be told. */
export function captionMask({ data, width, height, left, top }: PaintedWriting): CaptionMask | null {
  const touched = new Uint8Array(width * height);
  const inside: number[] = [];
  for (let at = 0; at < width * height; at += 1) {
    const [red, green, blue] = [data[4 * at] ?? 0, data[4 * at + 1] ?? 0, data[4 * at + 2] ?? 0];
    const lightness = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    if (lightness >= TOUCHED) touched[at] = 1;
    if (lightness >= IN_LETTER) inside.push(at);
  }
  if (inside.length === 0) return null;
  const near = grown(touched, width, height, AROUND - 1);
  const far = grown(touched, width, height, AROUND);
  const beside: number[] = [];
  for (let at = 0; at < far.length; at += 1) if (far[at] === 1 && near[at] === 0) beside.push(at);
  const listOf = (places: readonly number[]): PixelList => ({
    x: Int16Array.from(places, (at) => left + (at % width)),
    y: Int16Array.from(places, (at) => top + Math.floor(at / width)),
  });
  const letters = listOf(inside);
  const [from, above] = [least(letters.x), least(letters.y)];
  return {
    letters,
    around: listOf(beside),
    box: { left: from, top: above, width: most(letters.x) + 1 - from, height: most(letters.y) + 1 - above },
  };
}

const least = (values: Int16Array) => values.reduce((one, other) => Math.min(one, other));
const most = (values: Int16Array) => values.reduce((one, other) => Math.max(one, other));

/** The pixels and all that are so near, row by row and then column by column. */
function grown(pixels: Uint8Array, width: number, height: number, by: number): Uint8Array {
  const wide = new Uint8Array(pixels.length);
  const all = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) {
    if (pixels[at] === 0) continue;
    const column = at % width;
    const to = Math.min(width - 1, column + by);
    for (let x = Math.max(0, column - by); x <= to; x += 1) wide[at - column + x] = 1;
  }
  for (let at = 0; at < wide.length; at += 1) {
    if (wide[at] === 0) continue;
    const row = Math.floor(at / width);
    const to = Math.min(height - 1, row + by);
    for (let y = Math.max(0, row - by); y <= to; y += 1) all[y * width + (at % width)] = 1;
  }
  return all;
}
