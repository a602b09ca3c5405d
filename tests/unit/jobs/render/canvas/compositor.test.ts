import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { Compositor, type LaidImage } from '#jobs/render/canvas/compositor.ts';
import { type FrameArithmetic, openArithmetic } from '#jobs/render/canvas/frame-arithmetic.ts';
import type { Pixels } from '#jobs/render/canvas/node-canvas.ts';
import type { LaidPlace } from '#remotion/paint/picture-places.ts';
import { compileArithmetic, MODULES } from '#tests/tools/compile-arithmetic.ts';
import { type FloatLayer, type FloatLayout, filmValueOf, floatFrame } from './float-frame';

/** Neither its width nor half of it is a multiple of sixteen. */
const FRAME = { width: 76, height: 60 };
const LUMA = FRAME.width * FRAME.height;
const GROUND = '#204060';
const GROUND_COLOR = [0x20, 0x40, 0x60, 255] as const;
const NOTHING: FloatLayout = { images: [], shift: 0, former: null, writings: [], darkness: 0 };

type Color = readonly [red: number, green: number, blue: number, alpha: number];

let compositor: Compositor;
let bytes: Buffer<ArrayBuffer>;
beforeAll(async () => {
  bytes = Buffer.from(await readFile(MODULES.frames.file));
  compositor = await Compositor.open(bytes, GROUND);
});

/** An image whose pixels are what `colorOf` says. */
function imageOf(width: number, height: number, colorOf: (x: number, y: number) => Color): Pixels {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(colorOf(x, y), 4 * (y * width + x));
  return { data, width, height };
}

/** The planes that the compositor makes of a layout. */
function composed(layout: FloatLayout): Uint8Array {
  compositor.begin(FRAME.width, FRAME.height);
  const laid = (layers: readonly FloatLayer[]): LaidImage[] =>
    layers.map(({ image, place }) => ({ image: compositor.image(image), place }));
  const { images, former, writings } = layout;
  return compositor.compose({
    ...layout,
    images: laid(images),
    former: former && { ...former, images: laid(former.images) },
    writings: writings.map((each) => ({ ...each, image: compositor.image(each.image) })),
  });
}

/** How far planes are at most from what they are in floating point. */
function apart(layout: FloatLayout): { luma: number; colors: number } {
  const planes = composed(layout);
  const exact = floatFrame(layout, FRAME, GROUND_COLOR);
  const most = (from: number, to: number) =>
    Math.max(...exact.slice(from, to).map((value, at) => Math.abs(value - (planes[from + at] ?? -999))));
  return { luma: most(0, LUMA), colors: most(LUMA, LUMA * 1.5) };
}

function expectClose(layout: FloatLayout, within = 2): void {
  const { luma, colors } = apart(layout);
  expect(luma).toBeLessThanOrEqual(within);
  expect(colors).toBeLessThanOrEqual(within);
}

const FAR = imageOf(94, 70, (x, y) => [(x * 5) % 256, (y * 3) % 256, (x * y) % 200, 255]);
/** Of odd size, with edges of all kinds. */
const NEAR = imageOf(37, 21, (x, y) => [
  200,
  (x * 6) % 256,
  (y * 12) % 256,
  x < 6 || y < 4 ? 0 : y > 15 ? 120 : (x * 40) % 256,
]);
const plain = (color: Color): FloatLayer => ({
  image: imageOf(FRAME.width, FRAME.height, () => color),
  place: { left: 0, top: 0, ...FRAME, opacity: 1 },
});
const WIDE: LaidPlace = { left: -7.3, top: -5.6, width: 104.5, height: 75.2, opacity: 1 };

describe('the compositor', () => {
  it('is compiled from its sources', async () => {
    expect(Buffer.from(await compileArithmetic(MODULES.frames)).equals(bytes)).toBe(true);
  }, 60_000);

  it('fills a frame with the ground where there is no image', () => {
    const planes = composed(NOTHING);
    expect(planes).toHaveLength(LUMA * 1.5);
    expectClose(NOTHING, 0.5);
  });

  it('takes white, black and colours for what a film has', () => {
    for (const color of [
      [255, 255, 255, 255],
      [0, 0, 0, 255],
      [255, 0, 0, 255],
      [0, 0, 255, 255],
    ] as const) {
      const planes = composed({ ...NOTHING, images: [plain(color)] });
      const [luma, cb, cr] = filmValueOf(color).map(Math.round);
      expect([planes[0], planes[LUMA], planes[LUMA * 1.25]]).toEqual([luma, cb, cr]);
    }
  });

  it.each<[string, Pixels, LaidPlace]>([
    ['as it is', FAR, { left: 0, top: 0, width: 94, height: 70, opacity: 1 }],
    ['as it is, at an odd place', FAR, { left: -3, top: 5, width: 94, height: 70, opacity: 1 }],
    ['enlarged and moved by parts of a pixel', FAR, WIDE],
    ['enlarged by far', NEAR, { left: -40.3, top: -30.2, width: 190.1, height: 120.4, opacity: 1 }],
    ['made smaller', FAR, { left: 3.4, top: 2.2, width: 65.3, height: 50.9, opacity: 1 }],
    ['made half as large', FAR, { left: 3.4, top: 2.2, width: 47, height: 35, opacity: 1 }],
    ['made smaller by far', FAR, { left: 3.4, top: 2.2, width: 31.2, height: 23.3, opacity: 1 }],
    ['half seen', FAR, { ...WIDE, opacity: 0.5 }],
    ['of odd size, seen through', NEAR, { left: 9.6, top: 14.2, width: 41.1, height: 22.7, opacity: 0.7 }],
    [
      'of one pixel',
      imageOf(1, 1, () => [250, 9, 99, 130]),
      { left: 4.4, top: 7.2, width: 33, height: 9, opacity: 1 },
    ],
  ])('lays an image %s', (_, image, place) => {
    expectClose({ ...NOTHING, images: [{ image, place }] });
  });

  it('lays images over each other, through what is see-through of the nearer one', () => {
    const images = [
      { image: FAR, place: WIDE },
      { image: NEAR, place: { left: 9.6, top: 14.2, width: 33.1, height: 21.7, opacity: 1 } },
      { image: NEAR, place: { left: -4.5, top: 30.5, width: 37, height: 20, opacity: 0.7 } },
      { image: NEAR, place: { left: 50.2, top: 3.1, width: 37, height: 50.3, opacity: 1 } },
    ];
    expectClose({ ...NOTHING, images }, 3);
  });

  it('mixes colours that have a soft edge as red, green and blue are mixed', () => {
    const image = imageOf(76, 60, (x, y) => [255 - 3 * x, 40 + 3 * y, 90, Math.min(255, 4 * x)]);
    const planes = composed({
      ...NOTHING,
      images: [{ image, place: { ...WIDE, left: 0, top: 0, ...FRAME } }],
    });
    const at = (x: number, y: number): Color => {
      const alpha = Math.min(255, 4 * x) / 255;
      const mixed = [255 - 3 * x, 40 + 3 * y, 90].map(
        (c, i) => c * alpha + (GROUND_COLOR[i] ?? 0) * (1 - alpha),
      );
      return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0, 255];
    };
    for (let y = 0; y < 30; y++)
      for (let x = 0; x < 38; x++) {
        const [luma, cb, cr] = filmValueOf(at(2 * x + 0.5, 2 * y + 0.5));
        expect(Math.abs((planes[2 * y * FRAME.width + 2 * x] ?? 0) - luma)).toBeLessThanOrEqual(4);
        expect(Math.abs((planes[LUMA + y * 38 + x] ?? 0) - cb)).toBeLessThanOrEqual(2);
        expect(Math.abs((planes[LUMA * 1.25 + y * 38 + x] ?? 0) - cr)).toBeLessThanOrEqual(2);
      }
  });

  it.each([18, 19, -30])('lets a picture come in over the one before, %i px from its place', (shift) => {
    const former = { images: [plain([0, 200, 0, 255])], presence: 1 };
    expectClose({ ...NOTHING, images: [{ image: FAR, place: WIDE }], shift, former });
  });

  it('lets a picture fade in over the one before, behind what is written', () => {
    const former = { images: [{ image: FAR, place: WIDE }], presence: 0.25 };
    const writings = [{ image: NEAR, left: 11, top: 7, opacity: 1 }];
    expectClose({ ...NOTHING, images: [{ image: NEAR, place: WIDE }], former, writings }, 3);
  });

  it('lays writing over the picture, in part, and the dark over both', () => {
    const writings = [
      { image: NEAR, left: 61, top: -3, opacity: 0.5 },
      { image: NEAR, left: -5, top: 41, opacity: 1 },
      { image: NEAR, left: 8, top: 40, opacity: 1 },
    ];
    const images = [{ image: FAR, place: WIDE }];
    expectClose({ ...NOTHING, images, writings }, 3);
    expectClose({ ...NOTHING, images, writings, darkness: 0.4 }, 3);
    expectClose({ ...NOTHING, images, writings, darkness: 1 }, 0.5);
  });

  it('takes colours that are multiplied by alpha already', () => {
    const data = NEAR.data.map((value, at) =>
      at % 4 === 3 ? value : Math.round((value * (NEAR.data[at - (at % 4) + 3] ?? 0)) / 255),
    );
    const multiplied = composed({
      ...NOTHING,
      images: [{ image: { ...NEAR, data, isMultiplied: true }, place: WIDE }],
    }).slice();
    expect(multiplied).toEqual(composed({ ...NOTHING, images: [{ image: NEAR, place: WIDE }] }));
  });

  it('moves a sharp edge by as much in each frame', () => {
    const edge = imageOf(94, 70, (x) => (x < 40 ? [255, 255, 255, 255] : [0, 0, 0, 255]));
    const sums = Array.from({ length: 30 }, (_, at) => {
      const place = { left: -10 + at * 0.137, top: 0, width: 94.09, height: 70, opacity: 1 };
      const row = composed({ ...NOTHING, images: [{ image: edge, place }] }).subarray(0, FRAME.width);
      return row.reduce((sum, value) => sum + value - 16, 0) / 219;
    });
    const steps = sums.slice(1).map((sum, at) => sum - (sums[at] ?? 0));
    expect(Math.max(...steps.map((step) => Math.abs(step - 0.137)))).toBeLessThan(0.01);
  });

  it('uses the memory of an image again that is not needed any more', () => {
    compositor.begin(FRAME.width, FRAME.height);
    const first = compositor.image(imageOf(20, 20, () => [9, 9, 9, 255]));
    const larger = compositor.image(FAR, first);
    expect(larger.at).not.toBe(first.at);
    const smaller = imageOf(9, 17, () => [255, 0, 0, 99]);
    const again = compositor.image(smaller, first);
    expect(again).toMatchObject({ at: first.at, room: first.room, width: 9, height: 17 });
    const place = { left: 3.3, top: 2, width: 60, height: 44, opacity: 1 };
    const rest = { shift: 0, former: null, writings: [], darkness: 0 };
    const planes = compositor.compose({ images: [{ image: again, place }], ...rest }).slice();
    expect(planes).toEqual(composed({ ...NOTHING, images: [{ image: smaller, place }] }));
  });

  it('neither reads nor writes what is not its own', async () => {
    const arithmetic = await openArithmetic(bytes);
    const [light, dark] = [255, 0].map((guard) => guardedPlanes(arithmetic, guard));
    expect(light).toEqual(dark);
  });
});

const GUARD_BYTES = 64;

/** A frame's planes where all other memory is full of one number, as it still is afterwards. */
function guardedPlanes(arithmetic: FrameArithmetic, guard: number): Uint8Array {
  const { width, height } = FRAME;
  arithmetic.reset();
  const guards: number[] = [];
  const guarded = (length: number) => {
    const at = arithmetic.take(length);
    guards.push(arithmetic.take(GUARD_BYTES));
    return at;
  };
  guarded(GUARD_BYTES);
  const image = guarded(arithmetic.imageBytes(NEAR.width, NEAR.height));
  const pixels = guarded(NEAR.data.length);
  const placing = guarded(arithmetic.placingBytes(width));
  const band = guarded(arithmetic.bandBytes(width, height));
  const planes = guarded(LUMA * 1.5);
  const memory = new Uint8Array(arithmetic.memory.buffer);
  memory.fill(guard, guards[0]);
  memory.set(NEAR.data, pixels);
  arithmetic.openImage(image, NEAR.width, NEAR.height);
  arithmetic.takeRows(image, pixels, 0, NEAR.height, false);
  arithmetic.markBlocks(image);
  arithmetic.openBand(band, width, height);
  arithmetic.aimBand(band, planes, planes + LUMA, planes + LUMA * 1.25);
  arithmetic.clearBand(band, height, 0x808010, 0);
  for (const by of [-9.4, 0, 0.7, 61]) {
    for (const across of [0.5, 1, 1.7, 4]) {
      arithmetic.place(placing, width, image, by, by, across, across, 20_000, 0, width);
      arithmetic.lay(band, 0, height, placing);
    }
  }
  arithmetic.settle(band, height, 0x808010);
  for (const at of guards)
    expect(memory.subarray(at, at + GUARD_BYTES).every((value) => value === guard)).toBe(true);
  return memory.slice(planes, planes + LUMA * 1.5);
}
