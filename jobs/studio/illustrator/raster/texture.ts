/** Grain, paper fibre, brush marks and slow flows, from fixed seeds: for each pixel of the picture a signed byte. */
import type { Workbench } from './workbench';

/** Number of cells across and down, and the weight of one octave of noise. */
type Octave = readonly [cellsX: number, cellsY: number, weight: number];

export const grainTexture = (bench: Workbench): number =>
  madeFor(bench, 'grain', (at, stride, width, height) => bench.do.fillGrain(at, stride, width, height, 7));

export const fibreTexture = (bench: Workbench): number =>
  noiseTexture(bench, 'fibre', 11, [2, 5, 15], [0.3, 0.24, 0.18]);
/** Two independent slow fields that push pixels aside. */
export const flowTexture = (axis: 'x' | 'y', bench: Workbench): number =>
  noiseTexture(bench, `flow-${axis}`, axis === 'x' ? 3 : 4, [90, 27, 8], [0.5, 0.35, 0.15]);
export const washTexture = (bench: Workbench): number =>
  noiseTexture(bench, 'wash', 5, [154, 49, 12], [0.6, 0.5, 0.3]);

/** Long horizontal strokes of a bristle brush. */
export const brushTexture = (bench: Workbench): number =>
  madeFor(bench, 'brush', (at, stride, width, height) =>
    fillNoise(bench, { at, stride, width, height, seed: 17 }, [
      [Math.round(width / 90), Math.round(height / 7), 0.4],
      [Math.round(width / 40), Math.round(height / 14), 0.4],
      [Math.round(width / 260), Math.round(height / 60), 0.4],
    ]),
  );

/** Noise of square cells with the given sizes in px. */
const noiseTexture = (
  bench: Workbench,
  name: string,
  seed: number,
  sizes: readonly number[],
  weights: readonly number[],
): number =>
  madeFor(bench, name, (at, stride, width, height) =>
    fillNoise(
      bench,
      { at, stride, width, height, seed },
      sizes.map((size, i): Octave => [Math.round(width / size), Math.round(height / size), weights[i] ?? 0]),
    ),
  );

/** Made for the frame and mirrored into the margins. @param make fills the frame, whose rows are `stride` bytes apart */
function madeFor(
  bench: Workbench,
  name: string,
  make: (at: number, stride: number, width: number, height: number) => void,
): number {
  const { width, height, margin } = bench.picture;
  const [left, top] = margin;
  return bench.texture(name, (at) => {
    make(at + top * width + left, width, width - 2 * left, height - 2 * top);
    bench.do.mirrorOut(at, width, height, left, top);
  });
}

/** Value noise: random grids, smoothly interpolated and added up. */
function fillNoise(
  bench: Workbench,
  texture: { at: number; stride: number; width: number; height: number; seed: number },
  octaves: readonly Octave[],
): void {
  const { at, stride, width, height, seed } = texture;
  const field = bench.scratch.layer;
  const [cells] = bench.scratch.maps;
  bench.bytes(field, width * height * 4).fill(0);
  for (const [k, octave] of octaves.entries()) {
    bench.do.addNoise(field, width, height, cells, ...octave, seed * 31 + k);
  }
  bench.do.fieldToTexture(at, stride, field, width, height);
}
