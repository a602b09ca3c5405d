import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isPictureEnding, type SentPicture, wholePictures } from '#jobs/work/handoff/picture-check.server.ts';
import { blackPng } from '#tests/support/media/hostile-media.ts';

let folder: string;
const sent: SentPicture[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-pictures-'));
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const grain = sharp({ create: { width: 300, height: 200, channels: 3, background: '#000', noise } });
  const put = async (name: string, bytes: Buffer) => {
    const file = join(folder, name);
    await writeFile(file, bytes);
    sent.push({ file, ending: name.slice(name.lastIndexOf('.') + 1), bytes: bytes.length });
  };
  const webp = await grain.webp().toBuffer();
  await put('whole.jpg', await grain.jpeg().toBuffer());
  await put('cut.webp', webp.subarray(0, webp.length >> 1));
  await put('whole.webp', webp);
  await put('bomb.png', blackPng(50_000, 50_000));
  await put('other.png', await grain.jpeg().toBuffer());
  await put('whole.avif', await grain.avif().toBuffer());
  await put('empty.png', Buffer.alloc(0));
  await put('drawing.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'));
  await put('whole.png', await grain.png().toBuffer());
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('tells those that are whole and what they say, whatever comes between them', async () => {
  const whole = [...(await wholePictures(sent))].map((file) => basename(file));
  expect(whole.sort()).toEqual(['whole.avif', 'whole.jpg', 'whole.png', 'whole.webp']);
  expect((await readFile(join(folder, 'whole.jpg'))).length).toBe(sent[0]?.bytes);
});

it('loses none to one over which the process ends', async () => {
  // One that cannot be sent to it at all stands for it: nothing is known of any in that process.
  const gone = { file: join(folder, 'gone.png'), ending: 'png', bytes: 10 };
  const whole = [...(await wholePictures([...sent, gone]))].map((file) => basename(file));
  expect(whole.sort()).toEqual(['whole.avif', 'whole.jpg', 'whole.png', 'whole.webp']);
});

it('knows which files are pictures', () => {
  expect(['jpg', 'png', 'webp', 'avif'].every(isPictureEnding)).toBe(true);
  expect(['svg', 'gif', 'constructor', ''].some(isPictureEnding)).toBe(false);
});
