/** Pictures whose reading never ends, or takes everything: they are refused in their time, and the next one is taken. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cleanPicture } from '#jobs/uploads/take-picture.server.ts';

const module = createRequire(import.meta.url).resolve('#tests/support/cage/going-astray.ts');
const never = new AbortController().signal;
const cage = {
  ...{ module, timeMs: 60_000, answerBytes: 1000 },
  limits: { memoryMb: 2048, processorS: 60, fileMb: 0 },
};

let folder: string;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-picture-'));
  file = join(folder, 'picture.png');
  await sharp({ create: { width: 400, height: 500, channels: 4, background: '#3060c080' } }).toFile(file);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('one that is read without end is refused once its time is over', async () => {
  await expect(cleanPicture(file, 'png', never, { ...cage, timeMs: 500 })).rejects.toMatchObject({
    code: 'upload_picture_too_demanding',
    message: 'The picture was not read in the time that is given to it.',
  });
});

it('one whose reading ends the program is refused, and says so', async () => {
  const limits = { ...cage.limits, processorS: 1 };
  await expect(cleanPicture(file, 'png', never, { ...cage, limits })).rejects.toMatchObject({
    code: 'upload_picture_too_demanding',
    message: expect.stringContaining('ended the program that reads it'),
  });
});

it('the next one is taken', async () => {
  const { jpeg, width, height } = await cleanPicture(file, 'png', never);
  expect([width, height]).toEqual([400, 500]);
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 400, height: 500 });
  expect((await readFile(file)).length).toBeGreaterThan(0);
});
