/** Grain, paper fibre, brush marks and slow flows, made once for each size from fixed seeds. */
import { createRandom } from '../random';

/** Signed values around 0, one for each pixel. */
export type Texture = Int8Array;

/** Number of cells across and down, and the weight of one octave of noise. */
type Octave = readonly [cellsX: number, cellsY: number, weight: number];

const cache = new Map<string, Texture>();

function cached(name: string, width: number, height: number, make: () => Texture): Texture {
  const key = `${name} ${width}x${height}`;
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

export const grainTexture = (width: number, height: number): Texture =>
  cached('grain', width, height, () => {
    const random = createRandom(7);
    const grain = new Int8Array(width * height);
    for (let i = 0; i < grain.length; i++)
      grain[i] = Math.round(((random.next() + random.next() + random.next()) / 3 - 0.5) * 150);
    return grain;
  });

export const fibreTexture = (width: number, height: number): Texture =>
  noiseTexture('fibre', width, height, 11, [2, 5, 15], [0.3, 0.24, 0.18]);
/** Two independent slow fields that push pixels aside. */
export const flowTexture = (axis: 'x' | 'y', width: number, height: number): Texture =>
  noiseTexture(`flow-${axis}`, width, height, axis === 'x' ? 3 : 4, [90, 27, 8], [0.5, 0.35, 0.15]);
export const washTexture = (width: number, height: number): Texture =>
  noiseTexture('wash', width, height, 5, [154, 49, 12], [0.6, 0.5, 0.3]);

/** Long horizontal strokes of a bristle brush. */
export const brushTexture = (width: number, height: number): Texture =>
  cached('brush', width, height, () =>
    noise(width, height, 17, [
      [Math.round(width / 90), Math.round(height / 7), 0.4],
      [Math.round(width / 40), Math.round(height / 14), 0.4],
      [Math.round(width / 260), Math.round(height / 60), 0.4],
    ]),
  );

/** Noise of square cells with the given sizes in px. */
const noiseTexture = (
  name: string,
  width: number,
  height: number,
  seed: number,
  sizes: readonly number[],
  weights: readonly number[],
): Texture =>
  cached(name, width, height, () =>
    noise(
      width,
      height,
      seed,
      sizes.map((size, i): Octave => [Math.round(width / size), Math.round(height / size), weights[i] ?? 0]),
    ),
  );

/** Value noise: random grids, smoothly interpolated and added up. */
function noise(width: number, height: number, seed: number, octaves: readonly Octave[]): Texture {
  const field = new Float32Array(width * height);
  octaves.forEach(([cellsX, cellsY, weight], k) => {
    const random = createRandom(seed * 31 + k);
    const stride = cellsX + 2;
    const grid = new Float32Array(stride * (cellsY + 2));
    for (let i = 0; i < grid.length; i++) grid[i] = (random.next() - 0.5) * 255 * weight;
    const columns = new Int32Array(width);
    const shares = new Float32Array(width);
    for (let x = 0; x < width; x++) {
      const u = (x / width) * cellsX;
      columns[x] = u | 0;
      shares[x] = smooth(u - (u | 0));
    }
    for (let y = 0; y < height; y++) {
      const v = (y / height) * cellsY;
      const fy = smooth(v - (v | 0));
      const row = (v | 0) * stride;
      for (let x = 0; x < width; x++) {
        const at = row + (columns[x] as number);
        const fx = shares[x] as number;
        const top = (grid[at] as number) * (1 - fx) + (grid[at + 1] as number) * fx;
        const low = (grid[at + stride] as number) * (1 - fx) + (grid[at + stride + 1] as number) * fx;
        field[y * width + x] = (field[y * width + x] as number) + top * (1 - fy) + low * fy;
      }
    }
  });
  return Int8Array.from(field, (value) => Math.max(-127, Math.min(127, Math.round(value))));
}

const smooth = (t: number): number => t * t * (3 - 2 * t);
