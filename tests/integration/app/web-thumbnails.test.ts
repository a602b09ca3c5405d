import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from './web-server';

const FOLDER = '0190a0b0-0000-7000-8000-000000000002';
const PICTURE = `/media/${FOLDER}/picture-3f2a.jpg`;

let web: TestWeb;
let pictureBytes: number;
beforeAll(async () => {
  web = await startTestWeb();
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const picture = await sharp({
    create: { width: 1080, height: 1920, channels: 3, background: '#fff', noise },
  })
    .jpeg({ quality: 90 })
    .toBuffer();
  pictureBytes = picture.length;
  await web.backend.storage.put(`${FOLDER}/picture-3f2a.jpg`, picture);
  await web.backend.storage.put(`${FOLDER}/picture-bad.jpg`, Buffer.from('no picture at all'));
});
afterAll(async () => {
  expect(web.faults).toEqual([]);
  await web.stop();
});

const kept = async () => (await readdir(join(web.backend.storage.root, FOLDER))).sort();

describe('a small picture', () => {
  it('is as wide as was asked, far lighter, and cached for ever', async () => {
    const answer = await web.ask(`${PICTURE}.w320.webp`);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(await sharp(answer.bytes).metadata()).toMatchObject({ format: 'webp', width: 320, height: 569 });
    expect(answer.bytes.length).toBeLessThan(pictureBytes / 10);
  });

  it('is made once, however many ask at the same time, and kept beside the whole one', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => web.ask(`${PICTURE}.w160.webp`)));
    expect(new Set(answers.map(({ headers }) => headers.etag)).size).toBe(1);
    const file = join(web.backend.storage.root, FOLDER, 'picture-3f2a.jpg.w160.webp');
    const made = await stat(file);
    await web.ask(`${PICTURE}.w160.webp`);
    expect((await stat(file)).mtimeMs).toBe(made.mtimeMs);
    expect(await kept()).toContain('picture-3f2a.jpg.w160.webp');
  });

  it('is never larger than the whole one', async () => {
    const answer = await web.ask(`${PICTURE}.w720.webp`);
    expect((await sharp(answer.bytes).metadata()).width).toBe(720);
  });

  it.each(['w321', 'w4000', 'w0', 'w160.webp.w320'])(
    'does not come in a size of the asker’s: %s',
    async (size) => {
      const before = await kept();
      const answer = await web.ask(`${PICTURE}.${size}.webp`);
      expect(answer.status).toBe(404);
      expect(await kept()).toEqual(before);
    },
  );

  it('is not there where there is no whole one', async () => {
    expect((await web.ask(`/media/${FOLDER}/picture-none.jpg.w320.webp`)).status).toBe(404);
  });

  it('gives way to the whole one where that cannot be made smaller', async () => {
    const answer = await web.ask(`/media/${FOLDER}/picture-bad.jpg.w320.webp`);
    expect(answer.status).toBe(302);
    expect(answer.headers).toMatchObject({
      location: `/media/${FOLDER}/picture-bad.jpg`,
      'cache-control': 'no-store',
    });
  });
});
