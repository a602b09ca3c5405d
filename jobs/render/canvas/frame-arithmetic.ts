/**
 * What `frame-arithmetic.wasm` offers; the comments in `assembly/` say what each does. It needs WebAssembly's relaxed
 * SIMD, which Node has from 22 on.
 */

export interface FrameArithmetic {
  memory: WebAssembly.Memory;
  take(bytes: number): number;
  reset(): void;
  imageBytes(width: number, height: number): number;
  openImage(image: number, width: number, height: number): void;
  takeRows(image: number, pixels: number, first: number, rows: number, isMultiplied: boolean): void;
  markBlocks(image: number): void;
  placingBytes(columns: number): number;
  place(
    ...all: [
      ...[placing: number, columns: number, image: number, left: number, top: number],
      ...[across: number, along: number, opacity: number, clipLeft: number, clipRight: number],
    ]
  ): void;
  bandBytes(width: number, rows: number): number;
  openBand(band: number, width: number, rows: number): void;
  aimBand(band: number, luma: number, cb: number, cr: number): void;
  clearBand(band: number, rows: number, ground: number, darkness: number): void;
  lay(band: number, first: number, rows: number, placing: number): void;
  settle(band: number, rows: number, ground: number): void;
  settleOn(band: number, rows: number, one: number, other: number, amount: number): void;
}

/** Parts that it counts opacities and amounts in. */
const WHOLE = 32767;

/** @param part from 0 to 1; what is beyond counts as these */
export function partOf(part: number): number {
  return Math.round(Math.min(1, Math.max(0, part)) * WHOLE);
}

/** @param bytes of `frame-arithmetic.wasm` */
export async function openArithmetic(bytes: BufferSource): Promise<FrameArithmetic> {
  const { instance } = await WebAssembly.instantiate(bytes, {});
  return instance.exports as unknown as FrameArithmetic;
}

/** A colour such as `#ff8800` in a film's values (ITU-R BT.709-6, 8 bit): luma, and both differences in the next bytes. */
export function filmValue(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    (at) => Number.parseInt(color.slice(at, at + 2), 16) / 255,
  );
  const luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const cb = 128 + (224 * (blue - luma)) / 1.8556;
  const cr = 128 + (224 * (red - luma)) / 1.5748;
  return Math.round(16 + 219 * luma) | (Math.round(cb) << 8) | (Math.round(cr) << 16);
}
