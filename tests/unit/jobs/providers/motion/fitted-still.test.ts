import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { fittedStill } from '#jobs/providers/motion/fitted-still.ts';

const RED = { r: 230, g: 20, b: 20 };
const TALL = { width: 720, height: 1280 };

/** A red picture with a blue edge all around. */
async function framed(width: number, height: number): Promise<Uint8Array> {
  const inner = { create: { width: width - 40, height: height - 40, channels: 3 as const, background: RED } };
  return sharp({ create: { width, height, channels: 3, background: '#1414e6' } })
    .composite([{ input: await sharp(inner).png().toBuffer(), gravity: 'centre' }])
    .png()
    .toBuffer();
}

async function read(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const isBlue = (x: number, y: number) => {
    const at = (y * info.width + x) * 3;
    return (data[at + 2] ?? 0) > 160 && (data[at] ?? 0) < 90;
  };
  return { width: info.width, height: info.height, isBlue };
}

describe('a still', () => {
  it.each([
    ['9:16', 1080, 1920, TALL],
    ['9:16', 864, 1536, TALL],
    ['16:9', 1920, 1080, { width: 1280, height: 720 }],
    ['9:16', 1080, 1920, { width: 1080, height: 1920 }],
  ] as const)(
    'of a film %s (%i × %i) is scaled to the clip’s size, whole',
    async (format, width, height, size) => {
      const fitted = await fittedStill({ still: await framed(width, height), format }, size);
      expect(fitted.mimeType).toBe('image/jpeg');
      const seen = await read(fitted.still);
      expect(seen).toMatchObject(size);
      for (const [x, y] of [
        [3, size.height / 2],
        [size.width - 4, size.height / 2],
        [size.width / 2, 3],
        [size.width / 2, size.height - 4],
      ] as const)
        expect(seen.isBlue(x, y), `${x},${y}`).toBe(true);
    },
  );

  it('of a square film stands whole in the middle of a tall clip, from which the film cuts it', async () => {
    const { still } = await fittedStill({ still: await framed(1080, 1080), format: '1:1' }, TALL);
    const seen = await read(still);
    expect(seen).toMatchObject(TALL);
    const [top, bottom] = [280, 999];
    for (const y of [top + 4, bottom - 4]) expect(seen.isBlue(360, y), `360,${y}`).toBe(true);
    for (const x of [4, 715]) expect(seen.isBlue(x, 640), `${x},640`).toBe(true);
    // No bars: what is around it is the picture again.
    expect(seen.isBlue(360, 200)).toBe(false);
  });

  it('of another shape than the film’s is cut evenly, as the film cuts it', async () => {
    const { still } = await fittedStill({ still: await framed(1024, 1536), format: '9:16' }, TALL);
    const seen = await read(still);
    expect(seen).toMatchObject(TALL);
    expect(seen.isBlue(360, 4)).toBe(true);
    expect(seen.isBlue(4, 640)).toBe(false);
  });
});
