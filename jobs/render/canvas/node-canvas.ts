/** Canvases without a page: Skia's, as in Chromium. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

export interface NodeCanvas {
  canvas: Canvas;
  context: SKRSContext2D;
}

/** A transparent canvas of its own. @param width px @param height px */
export function newCanvas(width: number, height: number): NodeCanvas {
  const canvas = createCanvas(Math.max(1, width), Math.max(1, height));
  return { canvas, context: canvas.getContext('2d') };
}

/** All pixels of a canvas, as it keeps them. */
export function pixelsOf({ canvas }: NodeCanvas): Pixels {
  const { width, height } = canvas;
  return { data: canvas.data(), width, height, isMultiplied: true };
}

/**
 * Gives back the memory of pixels that are not needed any more: of a few frames it would come to so much, before it is
 * found by itself, that most of the time would go into new memory.
 */
export function dropPixels({ data: { buffer, byteLength } }: Pixels): void {
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
}

/** An image's pixels, four bytes for each: red, green, blue, alpha. */
export interface Pixels {
  data: Uint8Array | Uint8ClampedArray;
  /** px */
  width: number;
  height: number;
  /** Whether colours are multiplied by alpha. */
  isMultiplied?: boolean;
}
