import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileArithmetic } from '#jobs/render/painters/compile-arithmetic.ts';
import { Compositor, type FrameLayout, type LaidPlace } from '#remotion/paint/compositor.ts';

const WIDTH = 48;
const HEIGHT = 60;
const GROUND = '#204060';
const MODULE = new URL('../../../../remotion/paint/frame-arithmetic.wasm', import.meta.url);

type Color = [red: number, green: number, blue: number, alpha: number];

/** An image whose pixels are what `colorOf` says. */
function imageOf(width: number, height: number, colorOf: (x: number, y: number) => Color): ImageData {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(colorOf(x, y), 4 * (y * width + x));
  return { data, width, height, colorSpace: 'srgb' } as ImageData;
}

/** What a reader would compute: bilinear, layer over layer, in floating point. */
function expected(
  layers: { image: ImageData; place: LaidPlace }[],
  x: number,
  y: number,
  ground: readonly number[],
): number[] {
  let color = [...ground];
  for (const { image, place } of layers) {
    const u = ((x + 0.5 - place.left) * image.width) / place.width - 0.5;
    const v = ((y + 0.5 - place.top) * image.height) / place.height - 0.5;
    if (u <= -0.5 || v <= -0.5 || u >= image.width - 0.5 || v >= image.height - 0.5) continue;
    const [x0, y0] = [Math.floor(u), Math.floor(v)];
    const mixed = [0, 0, 0, 0];
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const) {
      const weight = (dx ? u - x0 : 1 - (u - x0)) * (dy ? v - y0 : 1 - (v - y0));
      const at =
        4 *
        (Math.min(image.height - 1, Math.max(0, y0 + dy)) * image.width +
          Math.min(image.width - 1, Math.max(0, x0 + dx)));
      const alpha = (image.data[at + 3] ?? 0) / 255;
      for (let c = 0; c < 3; c++) mixed[c] = (mixed[c] ?? 0) + weight * alpha * (image.data[at + c] ?? 0);
      mixed[3] = (mixed[3] ?? 0) + weight * alpha;
    }
    color = color.map(
      (was, c) => was * (1 - (mixed[3] ?? 0) * place.opacity) + (mixed[c] ?? 0) * place.opacity,
    );
  }
  return color;
}

/** Luma of a colour in a film's range, by ITU-R BT.709. */
const lumaOf = ([red = 0, green = 0, blue = 0]: readonly number[]) =>
  16 + ((0.2126 * red + 0.7152 * green + 0.0722 * blue) * 219) / 255;

/** One image of one colour, as large as the frame. */
const wholeFrame = (color: Color) => [
  {
    image: compositor.image(imageOf(WIDTH, HEIGHT, () => color)),
    place: { left: 0, top: 0, width: WIDTH, height: HEIGHT, opacity: 1 },
  },
];

const NOTHING: FrameLayout = { images: [], shift: 0, former: null, writings: [], darkness: 0 };
const GROUND_RGB = [0x20, 0x40, 0x60];

let compositor: Compositor;
beforeAll(async () => {
  compositor = await Compositor.open(await readFile(MODULE), GROUND);
});

/** How far the frame's luma is from what `colorAt` says, at most, away from the very edges of images. */
function farthest(planes: Uint8Array, colorAt: (x: number, y: number) => readonly number[] | null): number {
  let most = 0;
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const color = colorAt(x, y);
      if (color) most = Math.max(most, Math.abs((planes[y * WIDTH + x] ?? 0) - lumaOf(color)));
    }
  return most;
}

const FAR = imageOf(60, 70, (x, y) => [(x * 5) % 256, (y * 3) % 256, (x * y) % 200, 255]);
const NEAR = imageOf(30, 20, (x, y) => [
  200,
  (x * 8) % 256,
  (y * 12) % 256,
  x < 6 || y < 4 ? 0 : y > 15 ? 120 : 255,
]);
const WIDE: LaidPlace = { left: -7.3, top: -5.6, width: 66.5, height: 75.2, opacity: 1 };

describe('the compositor', () => {
  it('is compiled from its sources', async () => {
    const kept = await readFile(MODULE);
    expect(Buffer.from(await compileArithmetic()).equals(kept)).toBe(true);
  }, 60_000);

  it('fills a frame with the ground where there is no image', () => {
    compositor.begin(WIDTH, HEIGHT);
    const planes = compositor.compose(NOTHING);
    expect(planes).toHaveLength(WIDTH * HEIGHT * 1.5);
    expect(farthest(planes, () => GROUND_RGB)).toBeLessThanOrEqual(1.5);
    const [cb, cr] = [planes.subarray(WIDTH * HEIGHT), planes.subarray(WIDTH * HEIGHT * 1.25)];
    // 128 + 219 × (B − Y) / (1.8556 × 255), and the same of R with 1.5748: as the web renderer's films have them.
    const y = 0.2126 * 0x20 + 0.7152 * 0x40 + 0.0722 * 0x60;
    expect(Math.abs((cb[0] ?? 0) - (128 + (219 * (0x60 - y)) / (1.8556 * 255)))).toBeLessThanOrEqual(1);
    expect(Math.abs((cr[0] ?? 0) - (128 + (219 * (0x20 - y)) / (1.5748 * 255)))).toBeLessThanOrEqual(1);
  });

  it.each<[string, LaidPlace]>([
    ['as it is', { left: 0, top: 0, width: 60, height: 70, opacity: 1 }],
    ['enlarged and moved by parts of a pixel', WIDE],
    ['made smaller', { left: 3.4, top: 2.2, width: 41.3, height: 50.9, opacity: 1 }],
    ['half seen', { ...WIDE, opacity: 0.5 }],
  ])('lays an image %s', (_, place) => {
    compositor.begin(WIDTH, HEIGHT);
    const image = compositor.image(FAR);
    const planes = compositor.compose({ ...NOTHING, images: [{ image, place }] });
    const apart = farthest(planes, (x, y) => expected([{ image: FAR, place }], x, y, GROUND_RGB));
    // A fraction of a pixel is counted in 256 parts, a colour in 255.
    expect(apart).toBeLessThanOrEqual(3);
  });

  it('lays images over each other, through what is see-through of the nearer one', () => {
    compositor.begin(WIDTH, HEIGHT);
    const layers = [
      { image: FAR, place: WIDE },
      { image: NEAR, place: { left: 9.6, top: 14.2, width: 33.1, height: 21.7, opacity: 1 } },
      { image: NEAR, place: { left: -4.5, top: 30.5, width: 30, height: 20, opacity: 0.7 } },
    ];
    const images = layers.map(({ image, place }) => ({ image: compositor.image(image), place }));
    const planes = compositor.compose({ ...NOTHING, images });
    expect(farthest(planes, (x, y) => expected(layers, x, y, GROUND_RGB))).toBeLessThanOrEqual(4);
  });

  it('lets a picture come in from the right over the one before', () => {
    compositor.begin(WIDTH, HEIGHT);
    const planes = compositor.compose({
      ...NOTHING,
      images: wholeFrame([200, 0, 0, 255]),
      shift: 18,
      former: { images: wholeFrame([0, 200, 0, 255]), presence: 1 },
    });
    expect(farthest(planes, (x) => (x < 18 ? [0, 200, 0] : [200, 0, 0]))).toBeLessThanOrEqual(1.5);
  });

  it('lets a picture fade in over the one before', () => {
    compositor.begin(WIDTH, HEIGHT);
    const planes = compositor.compose({
      ...NOTHING,
      images: wholeFrame([200, 0, 0, 255]),
      former: { images: wholeFrame([0, 200, 0, 255]), presence: 0.25 },
    });
    expect(farthest(planes, () => [50, 150, 0])).toBeLessThanOrEqual(2);
  });

  it('lays writing over the picture, in part, and the dark over both', () => {
    compositor.begin(WIDTH, HEIGHT);
    const text = compositor.image(imageOf(10, 9, () => [255, 255, 255, 255]));
    const writing = { image: text, left: 43, top: -3, opacity: 0.5 };
    const planes = compositor.compose({ ...NOTHING, writings: [writing], darkness: 0 });
    const isWritten = (x: number, y: number) => x >= 43 && y < 6;
    const half = GROUND_RGB.map((value) => (value + 255) / 2);
    expect(farthest(planes, (x, y) => (isWritten(x, y) ? half : GROUND_RGB))).toBeLessThanOrEqual(2);
    const dark = compositor.compose({ ...NOTHING, writings: [writing], darkness: 1 });
    expect(farthest(dark, () => GROUND_RGB)).toBeLessThanOrEqual(1.5);
  });

  it('uses the memory of an image again that is not needed any more', () => {
    compositor.begin(WIDTH, HEIGHT);
    const first = compositor.image(imageOf(20, 20, () => [9, 9, 9, 255]));
    const second = compositor.image(
      imageOf(10, 30, () => [255, 0, 0, 255]),
      first,
    );
    expect(second.pixels).not.toBe(first.pixels);
    const third = compositor.image(
      imageOf(10, 20, () => [255, 0, 0, 255]),
      first,
    );
    expect(third.pixels).toBe(first.pixels);
    expect(third).toMatchObject({ width: 10, height: 20 });
  });
});
