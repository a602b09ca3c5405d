/** Grain, paper fibre, brush marks and slow flows, made once for each size from fixed seeds. */
import { createRandom } from '#jobs/studio/chance.ts';
import type { Pixels } from './pixels';

/** Signed values around 0, one for each pixel. */
export type Texture = Int8Array;

/** Number of cells across and down, and the weight of one octave of noise. */
type Octave = readonly [cellsX: number, cellsY: number, weight: number];

/** What a texture has to cover. */
type Extent = Pick<Pixels, 'width' | 'height' | 'margin'>;

/** Enough for one format's pictures with and without margins, in every style. */
const MOST_CACHED = 14;
const cache = new Map<string, Texture>();

/** Made for the frame and mirrored into the margins, so that both sizes show the same grain in the frame. */
function cached(name: string, extent: Extent, make: (width: number, height: number) => Texture): Texture {
  const { width, height, margin } = extent;
  const key = `${name} ${width}x${height} ${margin[0]}`;
  const known = cache.get(key);
  // Taken out and put in again, the least used one comes to stand first.
  if (known) cache.delete(key);
  const texture =
    known ??
    (margin[0] > 0
      ? mirroredOut(
          cached(
            name,
            { width: width - 2 * margin[0], height: height - 2 * margin[1], margin: [0, 0] },
            make,
          ),
          extent,
        )
      : make(width, height));
  cache.set(key, texture);
  const [oldest] = cache.keys();
  if (cache.size > MOST_CACHED && oldest !== undefined) cache.delete(oldest);
  return texture;
}

function mirroredOut(inner: Texture, { width, height, margin }: Extent): Texture {
  const [left, top] = margin;
  const innerWidth = width - 2 * left;
  const innerHeight = height - 2 * top;
  const reflect = (at: number, size: number) => (at < 0 ? -1 - at : at >= size ? 2 * size - 1 - at : at);
  const outer = new Int8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = reflect(y - top, innerHeight) * innerWidth;
    const to = y * width;
    outer.set(inner.subarray(row, row + innerWidth), to + left);
    for (let x = 0; x < left; x++) {
      outer[to + x] = inner[row + reflect(x - left, innerWidth)] as number;
      outer[to + width - 1 - x] = inner[row + reflect(innerWidth + left - 1 - x, innerWidth)] as number;
    }
  }
  return outer;
}

export const grainTexture = (extent: Extent): Texture =>
  cached('grain', extent, (width, height) => {
    const random = createRandom(7);
    const grain = new Int8Array(width * height);
    for (let i = 0; i < grain.length; i++)
      grain[i] = Math.round(((random.next() + random.next() + random.next()) / 3 - 0.5) * 150);
    return grain;
  });

export const fibreTexture = (extent: Extent): Texture =>
  noiseTexture('fibre', extent, 11, [2, 5, 15], [0.3, 0.24, 0.18]);
/** Two independent slow fields that push pixels aside. */
export const flowTexture = (axis: 'x' | 'y', extent: Extent): Texture =>
  noiseTexture(`flow-${axis}`, extent, axis === 'x' ? 3 : 4, [90, 27, 8], [0.5, 0.35, 0.15]);
export const washTexture = (extent: Extent): Texture =>
  noiseTexture('wash', extent, 5, [154, 49, 12], [0.6, 0.5, 0.3]);

/** Long horizontal strokes of a bristle brush. */
export const brushTexture = (extent: Extent): Texture =>
  cached('brush', extent, (width, height) =>
    noise(width, height, 17, [
      [Math.round(width / 90), Math.round(height / 7), 0.4],
      [Math.round(width / 40), Math.round(height / 14), 0.4],
      [Math.round(width / 260), Math.round(height / 60), 0.4],
    ]),
  );

/** Noise of square cells with the given sizes in px. */
const noiseTexture = (
  name: string,
  extent: Extent,
  seed: number,
  sizes: readonly number[],
  weights: readonly number[],
): Texture =>
  cached(name, extent, (width, height) =>
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
    const between = new Float32Array(stride);
    for (let y = 0; y < height; y++) {
      const v = (y / height) * cellsY;
      const fy = smooth(v - (v | 0));
      const row = (v | 0) * stride;
      for (let u = 0; u < stride; u++)
        between[u] = (grid[row + u] as number) * (1 - fy) + (grid[row + stride + u] as number) * fy;
      for (let x = 0, i = y * width; x < width; x++, i++) {
        const at = columns[x] as number;
        const fx = shares[x] as number;
        field[i] =
          (field[i] as number) + (between[at] as number) * (1 - fx) + (between[at + 1] as number) * fx;
      }
    }
  });
  // A loop, because `Int8Array.from` takes ten times as long.
  const texture = new Int8Array(field.length);
  for (let i = 0; i < field.length; i++)
    texture[i] = Math.max(-127, Math.min(127, Math.round(field[i] as number)));
  return texture;
}

const smooth = (t: number): number => t * t * (3 - 2 * t);
