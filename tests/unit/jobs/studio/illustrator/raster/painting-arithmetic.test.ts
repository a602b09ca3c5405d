import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRandom } from '#jobs/studio/chance.ts';
import { STYLES } from '#jobs/studio/illustrator/drawing/styles.ts';
import { lightFigures } from '#jobs/studio/illustrator/raster/cutout.ts';
import { layOver, layPlane } from '#jobs/studio/illustrator/raster/lay.ts';
import { bendTubes } from '#jobs/studio/illustrator/raster/neon.ts';
import { finishPicture } from '#jobs/studio/illustrator/raster/paper-finish.ts';
import { fibreTexture, grainTexture } from '#jobs/studio/illustrator/raster/texture.ts';
import { type Layer, Workbench } from '#jobs/studio/illustrator/raster/workbench.ts';
import { compileArithmetic, MODULES } from '#tests/tools/compile-arithmetic.ts';

const WIDTH = 120;
const HEIGHT = 90;
const MARGIN = [20, 10] as const;
const WHOLE = { left: 0, top: 0, right: WIDTH, bottom: HEIGHT };

let bench: Workbench;
beforeEach(() => {
  bench = Workbench.open({ width: WIDTH, height: HEIGHT, margin: MARGIN });
  for (const { data } of [bench.picture, bench.plane, bench.bare]) data.fill(0);
});
afterEach(() => bench.close());

/** Premultiplied pixels: some of nothing, some opaque, some between; colours are from one to another part of alpha. */
function chancePixels(
  count: number,
  seed: number,
  [least, most]: readonly [number, number] = [0, 1],
): Uint8Array {
  const random = createRandom(seed);
  const data = new Uint8Array(count * 4);
  for (let p = 0; p < data.length; p += 4) {
    const alpha = random.pick([0, 255, random.whole(1, 254)]);
    for (let k = 0; k < 3; k++) data[p + k] = random.range(least, most) * alpha;
    data[p + 3] = alpha;
  }
  return data;
}

/** A layer of a disc in one colour. */
function disc(
  x: number,
  y: number,
  radius: number,
  [red, green, blue]: readonly [number, number, number],
): Layer {
  const data = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let i = 0; i < WIDTH * HEIGHT; i++)
    if (Math.hypot((i % WIDTH) - x, Math.floor(i / WIDTH) - y) < radius)
      data.set([red, green, blue, 255], i * 4);
  return bench.take({ width: WIDTH, height: HEIGHT, margin: [0, 0], left: 0, top: 0, data });
}

const pixelAt = (data: Uint8Array, x: number, y: number) => [
  ...data.slice((y * WIDTH + x) * 4, (y * WIDTH + x + 1) * 4),
];

describe('the arithmetic of painting', () => {
  it('is what its sources make', async () => {
    const { painting } = MODULES;
    expect(Buffer.from(await compileArithmetic(painting)).equals(await readFile(painting.file))).toBe(true);
  }, 60_000);

  it('lays a sheet over another as paper lies over paper', () => {
    const [over, under] = [chancePixels(WIDTH * HEIGHT, 1), chancePixels(WIDTH * HEIGHT, 2)];
    bench.plane.data.set(over);
    bench.picture.data.set(under);
    layPlane(bench, bench.picture, bench.plane, WHOLE);
    const wrong = [...bench.picture.data].filter((value, i) => {
      const alpha = over[i | 3] ?? 0;
      return Math.abs(value - Math.min(255, (over[i] ?? 0) + ((under[i] ?? 0) * (255 - alpha)) / 255)) > 1;
    });
    expect(wrong).toEqual([]);
  });

  it('lays a layer at its place, its shadow beside it and on the other side none', () => {
    const layer = { ...disc(60, 45, 20, [200, 0, 0]), left: 0, top: 0 };
    bench.plane.data.fill(255);
    layOver(bench, layer, { colour: '#000000', strength: 0.5, dx: 12, dy: 0, radius: 10 });
    const { data } = bench.plane;
    expect(pixelAt(data, 60, 45)).toEqual([200, 0, 0, 255]);
    expect(pixelAt(data, 84, 45)[0]).toBeLessThan(190);
    expect(pixelAt(data, 30, 45)[0]).toBeGreaterThan(250);
    expect(pixelAt(data, 110, 5)).toEqual([255, 255, 255, 255]);
  });

  it('lays the shadow itself where nothing lies behind', () => {
    layOver(bench, disc(60, 45, 20, [200, 0, 0]), {
      ...{ colour: '#102030', strength: 0.5, dx: 12, dy: 0, radius: 10 },
    });
    const [, , blue = 0, alpha = 0] = pixelAt(bench.plane.data, 84, 45);
    expect(alpha).toBeGreaterThan(40);
    expect(Math.abs(blue - (48 * alpha) / 255)).toBeLessThan(2);
  });

  it('finishes planes so that laid over each other they are the finished whole', () => {
    // So that no grain takes a value below 0 or above 255, where it is cut.
    const near = chancePixels(WIDTH * HEIGHT, 3, [0.3, 0.7]);
    const far = near.map((_, i) => (i % 4 === 3 ? 255 : 80 + ((i * 37) % 90)));
    const finished = (data: Uint8Array) => {
      bench.plane.data.set(data);
      finishPicture(bench, bench.plane, STYLES.papercut, WHOLE);
      return bench.plane.data.slice();
    };
    const laid = (over: Uint8Array, under: Uint8Array) => {
      bench.plane.data.set(over);
      bench.picture.data.set(under);
      layPlane(bench, bench.picture, bench.plane, WHOLE);
      return bench.picture.data.slice();
    };
    const one = laid(finished(near), finished(far));
    const other = finished(laid(near, far));
    expect([...one].filter((value, i) => Math.abs(value - (other[i] ?? 0)) > 3)).toEqual([]);
    expect(Buffer.from(other).equals(laid(near, far))).toBe(false);
  });

  it('cuts figures out with a margin of paper, lit on the side of the lamp', () => {
    const layer = disc(60, 45, 24, [120, 120, 120]);
    lightFigures(bench, layer, {
      ...{ side: 1, ambient: '#ffffff', tint: 0, rimColour: '#ffffff', rim: 0.5 },
      ...{ shadeColour: '#000000', shade: 0.4, margin: '#fffaf0', marginWidth: 8 },
    });
    const [paper] = pixelAt(layer.data, 60 - 27, 45);
    expect(paper).toBeGreaterThan(200);
    expect(pixelAt(layer.data, 10, 10)).toEqual([0, 0, 0, 0]);
    expect(pixelAt(layer.data, 76, 30)[0]).toBeGreaterThan((pixelAt(layer.data, 44, 62)[0] ?? 0) + 20);
  });

  it('makes edges shine in neon, and faces sink', () => {
    const layer = disc(60, 45, 24, [120, 120, 120]);
    bendTubes(bench, layer, { colour: '#ff3fb4', keep: 0.6, vivid: 0, own: 0 });
    const [edge = 0] = pixelAt(layer.data, 60 + 24, 45);
    const [face = 255] = pixelAt(layer.data, 60, 45);
    expect(edge).toBeGreaterThan(200);
    expect(face).toBeLessThan(120);
  });

  it('makes textures for the frame and mirrors them into its margins', () => {
    for (const texture of [grainTexture(bench), fibreTexture(bench)]) {
      const bytes = bench.signedBytes(texture, WIDTH * HEIGHT).slice();
      const at = (x: number, y: number) => bytes[(MARGIN[1] + y) * WIDTH + MARGIN[0] + x];
      expect([at(-1, 30), at(-20, 30), at(40, -1)]).toEqual([at(0, 30), at(19, 30), at(40, 0)]);
      expect(new Set(bytes).size).toBeGreaterThan(40);
      const mean = bytes.reduce((sum, value) => sum + value, 0) / bytes.length;
      expect(Math.abs(mean)).toBeLessThan(4);
    }
  });
});
