import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#jobs/studio/chance.ts';
import { cutPart, encodePart } from '#jobs/studio/illustrator/layer-image.ts';
import { Workbench } from '#jobs/studio/illustrator/raster/workbench.ts';

type Pixel = [red: number, green: number, blue: number, alpha: number];

/** What comes out of the file of a plane whose pixels, straight, are what `pixelOf` says. */
async function keptOf(
  width: number,
  height: number,
  pixelOf: (x: number, y: number) => Pixel,
  isOpaque = false,
) {
  const bench = Workbench.open({ width, height, margin: [0, 0] });
  const { plane } = bench;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [red, green, blue, alpha] = pixelOf(x, y);
      const colours = [red, green, blue].map((value) => Math.round((value * alpha) / 255));
      plane.data.set([...colours, alpha], (y * width + x) * 4);
    }
  }
  const part = cutPart(bench, plane, { left: 0, top: 0, right: width, bottom: height }, isOpaque);
  bench.close();
  const image = await encodePart(part);
  const { hasAlpha } = await sharp(image).metadata();
  return { hasAlpha, pixels: await sharp(image).ensureAlpha().raw().toBuffer() };
}

const random = createRandom(5);

describe('a layer’s file', () => {
  it.each<[string, number, number, (x: number, y: number) => number]>([
    ['nothing', 40, 24, () => 0],
    ['everything', 40, 24, () => 255],
    ['edges and long runs', 1252, 96, (x, y) => (x + y < 300 ? 0 : x > 900 + y ? 255 : 128)],
    ['a soft light', 96, 100, (x, y) => Math.max(0, 255 - 4 * Math.hypot(x - 48, y - 50)) | 0],
    ['noise', 64, 33, () => random.whole(0, 255)],
    ['two values', 16, 7, (x) => (x % 3 === 0 ? 7 : 9)],
  ])('keeps alpha as it is: %s', async (_, width, height, alphaOf) => {
    const wanted = Array.from({ length: width * height }, (_, i) =>
      alphaOf(i % width, Math.floor(i / width)),
    );
    const { pixels } = await keptOf(width, height, (x, y) => [200, 120, 40, wanted[y * width + x] ?? 0]);
    expect(wanted.filter((alpha, i) => pixels[i * 4 + 3] !== alpha)).toEqual([]);
  });

  it('lets nothing of what is not seen into what is', async () => {
    const { pixels } = await keptOf(64, 64, (x, y) => [
      230,
      60,
      30,
      Math.hypot(x - 31, y - 33) < 20 ? 255 : 0,
    ]);
    let worst = 0;
    for (let p = 0; p < pixels.length; p += 4) {
      if (pixels[p + 3] === 0) continue;
      for (const [k, value] of [230, 60, 30].entries())
        worst = Math.max(worst, Math.abs((pixels[p + k] ?? 0) - value));
    }
    expect(worst).toBeLessThan(6);
  });

  it('has no alpha where all is opaque', async () => {
    const { hasAlpha, pixels } = await keptOf(32, 16, (x) => [x < 16 ? 40 : 200, 90, 90, 255], true);
    expect(hasAlpha).toBe(false);
    expect(Math.abs((pixels[4 * 4] ?? 0) - 40)).toBeLessThan(8);
    expect(Math.abs((pixels[28 * 4] ?? 0) - 200)).toBeLessThan(8);
  });
});
