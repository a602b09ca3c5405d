/**
 * The layers of a drawing as pixels, for the picture and then for the planes: each drawn once, but for those that would
 * take too much memory in between.
 */
import type { Drawing } from '#jobs/studio/illustrator/compose.ts';
import type { LayerName } from '#jobs/studio/illustrator/drawing/stage.ts';
import type { Patch } from './pixels';
import { type Extent, GRID, rasterise } from './rasterise';

/** What is kept of all layers at most, bytes: about two that fill the frame, and all the small ones. */
const MOST_KEPT = 32e6;

export class LayerRasters {
  readonly #drawing: Drawing;
  readonly #kept = new Map<LayerName, Patch | null>();
  #bytes = 0;

  /** @param drawing with its margins */
  constructor(drawing: Drawing) {
    this.#drawing = drawing;
  }

  /** A copy of what of a layer is within the frame, from the frame's corner; null for nothing. */
  async inFrame(name: LayerName): Promise<Patch | null> {
    const patch = await this.#rasterOf(name);
    this.#keep(name, patch);
    return patch && cutToFrame(patch, this.#drawing);
  }

  /** The layer itself, margins and all, to be changed: it is not kept. Null for nothing. */
  async take(name: LayerName): Promise<Patch | null> {
    const patch = await this.#rasterOf(name);
    if (this.#kept.delete(name)) this.#bytes -= patch?.data.length ?? 0;
    return patch;
  }

  async #rasterOf(name: LayerName): Promise<Patch | null> {
    const known = this.#kept.get(name);
    if (known !== undefined) return known;
    const layer = this.#drawing.layers.find((one) => one.name === name);
    return layer ? rasterise(layer, extentOf(this.#drawing)) : null;
  }

  #keep(name: LayerName, patch: Patch | null): void {
    const bytes = patch?.data.length ?? 0;
    if (this.#kept.has(name) || this.#bytes + bytes > MOST_KEPT) return;
    this.#kept.set(name, patch);
    this.#bytes += bytes;
  }
}

/** The size of a drawing with its margins, px. */
export function extentOf({ stage: { frame }, margin }: Drawing): Extent {
  return { width: frame.width + 2 * margin[0], height: frame.height + 2 * margin[1], margin };
}

function cutToFrame(patch: Patch, { stage: { frame }, margin }: Drawing): Patch | null {
  const onGrid = (at: number) => Math.max(0, Math.floor(at / GRID) * GRID);
  const left = onGrid(patch.left - margin[0]);
  const top = onGrid(patch.top - margin[1]);
  const width = Math.min(frame.width, patch.left - margin[0] + patch.width) - left;
  const height = Math.min(frame.height, patch.top - margin[1] + patch.height) - top;
  if (width <= 0 || height <= 0) return null;
  const data = new Uint8Array(width * height * 4);
  // Where the grid begins before the layer, there is nothing.
  const [before, above] = [patch.left - margin[0] - left, patch.top - margin[1] - top];
  for (let y = Math.max(0, above); y < height; y++) {
    const from = ((y - above) * patch.width + Math.max(0, -before)) * 4;
    const to = (y * width + Math.max(0, before)) * 4;
    data.set(patch.data.subarray(from, from + (width - Math.max(0, before)) * 4), to);
  }
  return { width, height, left, top, margin: [0, 0], data };
}
