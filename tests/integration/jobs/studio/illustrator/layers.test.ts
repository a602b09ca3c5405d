import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PictureRequest } from '#jobs/ports/engines.ts';
import { PICTURE_STYLES, type PictureStyle } from '#jobs/story/order/options.ts';
import { drawPicture } from '#jobs/studio/illustrator/draw.ts';
import { drawLayers, type LayeredPicture } from '#jobs/studio/illustrator/draw-layers.ts';
import { FORMATS, type FormatName, LAYER_BLEED, layerBoxSchema } from '#remotion/contract/story-props.ts';
import { differenceOf, thumbnailOf } from '#tests/tools/gallery/thumbnail.ts';

const RAIN =
  'Marta, a girl, waves and a fox sits in the city street at night. Rain, tense mood, medium shot.';
const SNOW = 'A fox sits on the snowfield. Snow falls. Wide shot.';

const drawn = new Map<string, Promise<LayeredPicture>>();

/** The picture in layers, drawn once for all tests that look at it. */
function layered(request: PictureRequest): Promise<LayeredPicture> {
  const name = JSON.stringify(request);
  const known = drawn.get(name) ?? drawLayers(request);
  drawn.set(name, known);
  return known;
}

/** Size of an image of the frame and what a layer may reach beyond it, px. */
const reaching = (size: number) => size + 2 * Math.round(size * LAYER_BLEED);

/** The layers laid over each other at rest, cut to the frame. */
async function stacked({ flat, layers }: LayeredPicture): Promise<Buffer> {
  const [width, height] = [reaching(flat.width), reaching(flat.height)];
  // Little is gained by packing what is unpacked at once.
  const whole = await sharp({ create: { width, height, channels: 4, background: '#0000' } })
    .composite(
      layers.map(({ image, box }) => ({
        input: Buffer.from(image),
        left: Math.round(box.x * width),
        top: Math.round(box.y * height),
      })),
    )
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(whole)
    .extract({
      left: (width - flat.width) / 2,
      top: (height - flat.height) / 2,
      width: flat.width,
      height: flat.height,
    })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** A picture without its outer tenth: watercolour's bare edge is no part of the layers. */
async function inner(image: Uint8Array): Promise<Buffer> {
  const { width, height } = await sharp(image).metadata();
  return sharp(image)
    .extract({ left: 60, top: 60, width: width - 120, height: height - 120 })
    .png({ compressionLevel: 1 })
    .toBuffer();
}

describe.each(PICTURE_STYLES)('layers in %s', (style: PictureStyle) => {
  let picture: LayeredPicture;
  beforeAll(async () => {
    picture = await layered({ prompt: RAIN, style, format: '1:1', seed: 4 });
  });

  it('look, laid over each other, like the flat picture', async () => {
    const whole = await thumbnailOf(await inner(picture.flat.image));
    const laid = await thumbnailOf(await inner(await stacked(picture)));
    expect(differenceOf(laid, whole)).toBeLessThan(0.01);
    const without = await stacked({
      ...picture,
      layers: picture.layers.filter(({ depth }) => depth !== 0.75),
    });
    expect(differenceOf(await thumbnailOf(await inner(without)), whole)).toBeGreaterThan(0.03);
  });

  it('lie from far to near, the first opaque', async () => {
    const { layers } = picture;
    expect(layers.length).toBeGreaterThanOrEqual(4);
    expect(layers.length).toBeLessThanOrEqual(12);
    expect(layers[0]).toMatchObject({ depth: 0, life: 'still' });
    expect((await sharp(layers[0]?.image).stats()).isOpaque).toBe(true);
    for (const { box } of layers) expect(layerBoxSchema.safeParse(box).success).toBe(true);
    // Rain and light lie over everything; the rest by its distance.
    const depths = layers
      .filter(({ life }) => life === 'still' || life === 'drift')
      .map(({ depth }) => depth);
    expect(depths).toEqual([...depths].sort((a, b) => a - b));
  });

  it('leave no hole', async () => {
    const { channels } = await sharp(await stacked(picture)).stats();
    expect(channels[3]?.min ?? 255).toBeGreaterThan(250);
  });
});

describe('layers', () => {
  it.each(Object.keys(FORMATS) as FormatName[])(
    'reach beyond the frame of %s as far as the camera goes, and no further than they may',
    async (format) => {
      const { layers, flat } = await layered({ prompt: SNOW, style: 'papercut', format, seed: 1 });
      const { width, height } = FORMATS[format];
      expect([flat.width, flat.height]).toEqual([width, height]);
      for (const { image, box, life } of layers) {
        const found = await sharp(image).metadata();
        expect(found.width).toBe(Math.round(box.width * reaching(width)));
        expect(found.height).toBe(Math.round(box.height * reaching(height)));
        if (life === 'snow') expect(box).toEqual({ x: 0, y: 0, width: 1, height: 1 });
      }
      const sky = layers[0]?.box ?? { x: 1, width: 0 };
      const beyond = LAYER_BLEED / (1 + 2 * LAYER_BLEED);
      expect(sky.x).toBeLessThan(beyond);
      expect(sky.x + sky.width).toBeGreaterThan(1 - beyond);
    },
  );

  it('say what stirs', async () => {
    const lives = async (prompt: string, seed: number) =>
      (await layered({ prompt, style: 'papercut', format: '1:1', seed })).layers.map(({ life }) => life);
    expect(await lives(RAIN, 4)).toContain('rain');
    expect(await lives(RAIN, 4)).toContain('glow');
    expect(await lives(SNOW, 1)).toContain('snow');
    expect(await lives('A hare stands in a meadow at noon. Clear sky.', 1)).toContain('drift');
  });

  it('close rain and snow at their upper and lower edges', async () => {
    const { layers } = await layered({ prompt: SNOW, style: 'papercut', format: '1:1', seed: 1 });
    const snow = layers.find(({ life }) => life === 'snow');
    const { data, info } = await sharp(snow?.image)
      .extractChannel('alpha')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const row = (y: number) => data.subarray(y * info.width, (y + 1) * info.width);
    const difference = (a: Buffer, b: Buffer) =>
      a.reduce((sum, value, x) => sum + Math.abs(value - (b[x] ?? 0)), 0) / info.width;
    // Across the seam the flakes go on as they do from any row to the next.
    const across = difference(row(info.height - 1), row(0));
    const inside = difference(row(500), row(501));
    expect(row(0).some((value) => value > 0)).toBe(true);
    expect(across).toBeLessThan(inside + 1.5);
  });

  it('are the same bytes again, with the same flat picture as drawn alone', async () => {
    const request = { prompt: RAIN, style: 'watercolor', format: '1:1', seed: 4 } as const;
    const first = await layered(request);
    const again = await drawLayers(request);
    const alone = await drawPicture(request);
    expect(
      first.layers.every(({ image }, i) => Buffer.from(image).equals(again.layers[i]?.image ?? Buffer.of())),
    ).toBe(true);
    expect(Buffer.from(first.flat.image).equals(alone.image)).toBe(true);
  });

  it.each([7919, 47514])(
    'are drawn where little is in sight, far from most of a plane (seed %i)',
    async (seed) => {
      const prompt =
        'A view in an abstract landscape of soft shapes in bright daylight. Also to be seen: a door. Windy weather, calm mood, wide shot, composed to the right.';
      const { layers } = await layered({ prompt, style: 'silhouette', format: '1:1', seed });
      expect(layers.length).toBeGreaterThan(2);
    },
  );
});
