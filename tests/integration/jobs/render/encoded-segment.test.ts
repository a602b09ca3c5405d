import { stat } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FrameReader } from '#jobs/render/ffmpeg/frame-reader.server.ts';
import { probe } from '#jobs/render/ffmpeg/probe.server.ts';
import { ENCODINGS, FORMATS } from '#remotion/contract/story-props.ts';
import { segmentProps } from '#remotion/contract/story-segments.ts';
import { openRenderHouse, PAINTERS, type RenderHouse } from './render-house';

const { width, height } = FORMATS['1:1'];

let house: RenderHouse;
beforeAll(async () => {
  house = await openRenderHouse('1:1');
  // As much to tell as a painted picture has.
  const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
  await sharp({ create: { width: 540, height: 540, channels: 3, background: '#808080', noise } })
    .jpeg()
    .toFile(path.join(house.folder, 'grain.jpg'));
});
afterAll(() => house.close());

/** How many frames come out of a film. */
async function decoded(file: string): Promise<number> {
  const frames = new FrameReader({ file, container: 'mpegts' }, 0, width * height * 4);
  let count = 0;
  while (await frames.next()) count += 1;
  return count;
}

describe.each(PAINTERS)('a segment by %s', (name) => {
  it('is the larger the truer it is to be, and whole in every encoding', async () => {
    const props = segmentProps(house.story, 0);
    const shot = { pictureUrl: house.pictureUrl('grain.jpg'), seed: 1 };
    const scene = { ...props.scene, shot, durationMs: 700 };
    const sizes: number[] = [];
    for (const encoding of ENCODINGS) {
      const file = path.join(house.folder, `${name}-${encoding}.ts`);
      await house.render(name, { ...props, scene, encoding }, file);
      const { video } = await probe(file);
      expect(video).toMatchObject({ profile: 'High', pixelFormat: 'yuv420p', frames: 21 });
      expect(await decoded(file)).toBe(21);
      sizes.push((await stat(file)).size);
    }
    const [draft = 0, standard = 0, high = 0] = sizes;
    expect(draft).toBeLessThan(standard / 2);
    expect(high).toBeGreaterThan(standard);
  });
});
