/** Silhouette: each layer becomes one tone against the light, darker the nearer it is. */
import { type Hex, rgbOf } from '#jobs/studio/illustrator/drawing/colour.ts';
import type { Layer, Workbench } from './workbench';

/** Paints a layer in one tone; `detail` (0 to 1) is how much of its own light and shade stays. */
export function flatten(bench: Workbench, { at, width, height }: Layer, tone: Hex, detail: number): void {
  bench.do.flatten(at, width * height, ...rgbOf(tone), detail);
}
