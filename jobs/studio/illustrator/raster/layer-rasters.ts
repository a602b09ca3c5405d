/** The layers of a drawing as pixels, each drawn once: for the picture, and then for the planes. */
import type { Drawing } from '#jobs/studio/illustrator/compose.ts';
import type { LayerName } from '#jobs/studio/illustrator/drawing/stage.ts';
import type { Patch } from './pixels';
import { type Extent, GRID, rasterise } from './rasterise';

export class LayerRasters {
  readonly #drawing: Drawing;
  readonly #drawn = new Map<LayerName, Promise<Patch | null>>();

  /** @param drawing with its margins */
  constructor(drawing: Drawing) {
    this.#drawing = drawing;
  }

  /** A copy of what of a layer is within the frame, from the frame's corner; null for nothing. */
  async inFrame(name: LayerName): Promise<Patch | null> {
    const patch = await this.#rasterOf(name);
    return patch && cutToFrame(patch, this.#drawing);
  }

  /** The layer itself, margins and all, to be changed: it is not kept. Null for nothing. */
  async take(name: LayerName): Promise<Patch | null> {
    const patch = this.#rasterOf(name);
    this.#drawn.delete(name);
    return patch;
  }

  #rasterOf(name: LayerName): Promise<Patch | null> {
    const layer = this.#drawing.layers.find((one) => one.name === name);
    if (!layer) return Promise.resolve(null);
    const known = this.#drawn.get(name) ?? rasterise(layer, extentOf(this.#drawing));
    this.#drawn.set(name, known);
    return known;
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
