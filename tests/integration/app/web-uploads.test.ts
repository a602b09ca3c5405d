import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createVideo } from '#jobs/db/videos.server.ts';
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import { MAX_UPLOADS, type UploadKind } from '#jobs/story/film/own/own-limits.ts';
import { writeClip, writeSound } from '#tests/support/media/own-media.ts';
import { draftOf } from '#tests/support/stories.ts';
import { startTestWeb, type TestWeb, unknownId } from './web-server';

let web: TestWeb;
let folder: string;
let id: string;

beforeAll(async () => {
  web = await startTestWeb();
  folder = await mkdtemp(join(tmpdir(), 'storyshort-uploads-'));
  id = await newVideo();
});
afterAll(async () => {
  await web.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A video with one scene. */
async function newVideo(): Promise<string> {
  const videoId = crypto.randomUUID();
  const { db } = web.backend;
  await db.$transaction((tx) =>
    createVideo(tx, { id: videoId, draft: draftOf(), idempotencyKey: null, requestHash: videoId }),
  );
  await db.scene.create({
    data: {
      id: crypto.randomUUID(),
      videoId,
      position: 0,
      narration: 'A fox.',
      imagePrompt: 'A fox.',
      seed: 1,
    },
  });
  return videoId;
}

const send = (kind: UploadKind, bytes: Uint8Array, headers: Record<string, string> = {}, video = id) =>
  web.ask(`/api/upload?id=${video}&kind=${kind}`, { method: 'POST', body: Buffer.from(bytes), headers });

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#3060c0' } });

async function made(name: string, make: (file: string) => Promise<unknown>): Promise<Buffer> {
  const file = join(folder, name);
  await make(file);
  return readFile(file);
}

const clip = (name: string, shape: Partial<Parameters<typeof writeClip>[1]> = {}) =>
  made(name, (file) => writeClip(file, { width: 320, height: 240, frames: 15, ...shape }));
const tone = (name: string, encoder: string[] = [], seconds = 1) =>
  made(name, (file) => writeSound(file, `sine=frequency=300:duration=${seconds}`, encoder));

/** A PNG of many pixels that is small: its header alone says how many. */
async function hugePng(): Promise<Buffer> {
  const png = Buffer.from(await picture(400, 400).png().toBuffer());
  png.writeUInt32BE(20_000, 16);
  png.writeUInt32BE(20_000, 20);
  return png;
}

const START = ['-movflags', '+faststart'];
const SVG =
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><script>alert(1)</script></svg>';

describe('a picture of one’s own', () => {
  it.each(['png', 'jpeg', 'webp', 'avif'] as const)('is taken as %s', async (format) => {
    const answer = await send('picture', await picture(640, 400).toFormat(format).toBuffer());
    expect(answer.status).toBe(201);
    const { picture: taken, imageUrl } = JSON.parse(answer.text);
    expect(taken).toEqual({
      ...{ from: 'own', hash: expect.stringMatching(/^[0-9a-f]{24}$/), width: 640, height: 400 },
      focus: { x: 0.5, y: 0.5 },
    });
    const served = await web.ask(imageUrl);
    expect(served.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
    });
    expect(await sharp(served.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 640, height: 400 });
  });

  it('is turned upright, and what a camera writes of its owner is gone', async () => {
    const photo = await picture(600, 400)
      .jpeg()
      .withExif({ IFD0: { Artist: 'somebody', Orientation: '6' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const { picture: taken, url } = JSON.parse((await send('picture', photo)).text);
    expect(taken).toMatchObject({ width: 400, height: 600 });
    const kept = await sharp((await web.ask(url)).bytes).metadata();
    expect(kept.exif).toBeUndefined();
    expect(kept.orientation).toBeUndefined();
  });

  it('comes in a form just as well, is the same file when it is sent again, and is at once there for the film', async () => {
    const bytes = await picture(500, 700).png().toBuffer();
    const form = new FormData();
    form.append('note', 'hello');
    form.append('file', new Blob([new Uint8Array(bytes)], { type: 'text/html' }), '../../evil.html');
    const request = new Request('http://film.test/', { method: 'POST', body: form });
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    const first = await send('picture', Buffer.from(await request.arrayBuffer()), headers);
    expect(first.status).toBe(201);
    const before = await web.backend.storage.list(id);
    expect(JSON.parse((await send('picture', bytes)).text)).toEqual(JSON.parse(first.text));
    expect(await web.backend.storage.list(id)).toHaveLength(before.length);
    const takes = await web.backend.db.take.findMany({ where: { videoId: id }, orderBy: { id: 'desc' } });
    const { pictureKey } = z.object({ pictureKey: z.string() }).parse(takes[0]?.made);
    const fitted = await sharp(await web.backend.storage.read(pictureKey)).metadata();
    expect([fitted.width, fitted.height]).toEqual([1253, 2227]);
  });

  it.each([
    [
      'a zip',
      async () => Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1'),
      'The file is a zip archive, and no picture for a film.',
    ],
    [
      '20,000 × 20,000 pixels',
      hugePng,
      'The picture has 20000 × 20000 pixels, which is more than 64 million.',
    ],
    [
      'a drawing with a script',
      async () => Buffer.from(SVG),
      'The file is an SVG drawing, and no picture for a film.',
    ],
    [
      'an animated WebP',
      async () => {
        const frames = [
          picture(400, 400).png().toBuffer(),
          sharp({ create: { width: 400, height: 400, channels: 3, background: '#fff' } })
            .png()
            .toBuffer(),
        ];
        return sharp(await Promise.all(frames), { join: { animated: true } })
          .webp({ loop: 0, delay: [90, 90] })
          .toBuffer();
      },
      'The picture is an animation.',
    ],
    [
      'a part of a picture',
      async () => {
        const noise = sharp({
          create: {
            width: 600,
            height: 600,
            channels: 3,
            background: '#000',
            noise: { type: 'gaussian', mean: 90, sigma: 40 },
          },
        });
        return (await noise.jpeg().toBuffer()).subarray(0, 20_000);
      },
      'The picture is damaged, or a part of it is missing.',
    ],
    [
      'a stamp',
      () => picture(200, 900).png().toBuffer(),
      'The picture has only 200 × 900 pixels and would be a blur in the film.',
    ],
    ['a page', async () => Buffer.from('<html><script>'), 'The file is text, and no picture for a film.'],
    ['nothing', async () => Buffer.alloc(0), 'No file came along, or an empty one.'],
  ] as [string, () => Promise<Buffer>, string][])(
    'is not taken where it is %s, and nothing is left of it',
    async (_what, bytes, message) => {
      const before = await left();
      const answer = await send('picture', await bytes());
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      const { error } = JSON.parse(answer.text);
      expect(error.message).toBe(message);
      expect(error.hint).toMatch(/[\w)]\.$/);
      expect(await left()).toEqual(before);
    },
  );
});

/** All files of the video, and whatever is in the making. */
async function left(): Promise<string[]> {
  const kept = (await web.backend.storage.list(id)).map(({ key }) => key).sort();
  return [...kept, ...(await readdir(join(web.backend.storage.root, '.scratch')).catch(() => []))];
}

describe('a clip of one’s own', () => {
  it.each([
    ['c.mp4', { hasSound: true }, 'video/mp4'],
    ['c.mov', { encoder: ['-c:v', 'libx264'] }, 'video/mp4'],
    [
      'c.webm',
      { encoder: ['-c:v', 'libvpx', '-c:a', 'libopus', '-deadline', 'realtime'], hasSound: true },
      'video/webm',
    ],
  ])('is taken as %s', async (name, shape, type) => {
    const answer = await send('clip', await clip(name, shape));
    expect(answer.status).toBe(201);
    const { picture: taken, url, imageUrl } = JSON.parse(answer.text);
    const { durationMs, ...rest } = taken;
    expect(rest).toEqual({
      ...{ from: 'clip', hash: expect.stringMatching(/^[0-9a-f]{24}$/), startMs: 0, sound: 'off' },
      ...{ hasSound: 'hasSound' in shape, focus: { x: 0.5, y: 0.5 } },
    });
    expect(Math.abs(durationMs - 500)).toBeLessThan(60);
    expect((await web.ask(url)).headers).toMatchObject({
      'content-type': type,
      'x-content-type-options': 'nosniff',
    });
    expect(await sharp((await web.ask(imageUrl)).bytes).metadata()).toMatchObject({
      width: 320,
      height: 240,
    });
  });

  it.each([
    [
      'one of two hours',
      // A frame each hour.
      () => clip('hours.mp4', { frames: 3, rate: '1/3600' }),
      'The clip lasts 3 hours; at most 10 minutes are taken.',
    ],
    [
      'one without its end',
      async () => (await clip('cut.mp4', { frames: 60 })).subarray(0, 3000),
      'The clip is damaged, or a part of it is missing.',
    ],
    [
      'one whose end is missing behind a whole header',
      async () => {
        const bytes = await clip('start.mp4', { frames: 60, hasSound: true, encoder: START });
        return bytes.subarray(0, Math.round(bytes.length * 0.75));
      },
      'The clip is damaged, or a part of it is missing.',
    ],
    ['sound alone', () => tone('alone.m4a', ['-f', 'mp4']), 'The clip has sound alone, and no picture.'],
    ['a picture', () => picture(400, 400).png().toBuffer(), 'The file is a PNG picture, and no clip.'],
    [
      'too small',
      () => clip('small.mp4', { width: 96, height: 96 }),
      'The clip has only 96 × 96 pixels and would be a blur in the film.',
    ],
    [
      'a list that calls itself a film',
      async () => Buffer.from(`\0\0\0\x18ftypisom${'#EXTM3U\nfile:///etc/passwd\n'.repeat(40)}`, 'latin1'),
      'The clip is damaged, or a part of it is missing.',
    ],
  ] as [string, () => Promise<Buffer>, string][])(
    'is not taken where it is %s, and nothing is left of it',
    async (_what, bytes, message) => {
      const before = await left();
      const answer = await send('clip', await bytes());
      expect(JSON.parse(answer.text).error.message).toBe(message);
      expect(answer.status).toBe(422);
      expect(await left()).toEqual(before);
    },
  );
});

describe('a recording of one’s own', () => {
  it.each([
    ['Chromium’s', 'r.webm', ['-c:a', 'libopus']],
    ['Firefox’s', 'r.ogg', ['-c:a', 'libopus']],
    ['Safari’s', 'r.m4a', ['-c:a', 'aac', '-f', 'mp4', '-movflags', '+frag_keyframe+empty_moov']],
    ['MP3', 'r.mp3', ['-c:a', 'libmp3lame']],
    ['WAV of 8 kHz', 'r.wav', ['-ar', '8000', '-ac', '2']],
  ])('is taken from %s recorder or file', async (_who, name, encoder) => {
    const answer = await send('recording', await tone(name, encoder));
    expect(answer.status).toBe(201);
    const { recording, url } = JSON.parse(answer.text);
    expect(recording).toMatchObject({ kind: 'wav', hash: expect.stringMatching(/^[0-9a-f]{24}$/) });
    expect(Math.abs(recording.durationMs - 1000)).toBeLessThan(80);
    const { sampleRate, channels } = decodeWav((await web.ask(url)).bytes);
    expect(sampleRate).toBe(48_000);
    expect(channels).toHaveLength(1);
  });

  it.each([
    [
      'silence',
      () => made('quiet.wav', (file) => writeSound(file, 'anullsrc=duration=1')),
      'There is nothing to be heard in the recording.',
    ],
    [
      'two minutes and more',
      () => tone('long.mp3', ['-c:a', 'libmp3lame', '-b:a', '32k'], 130),
      'The recording lasts 3 minutes; at most 2 are taken.',
    ],
    [
      'a part of a sound',
      async () => (await tone('part.wav', [], 3)).subarray(0, 100_000),
      'The recording is damaged, or a part of it is missing.',
    ],
    [
      'a film without sound',
      () => clip('mute.webm', { encoder: ['-c:v', 'libvpx', '-deadline', 'realtime'] }),
      'There is no sound in the file.',
    ],
    ['a page', async () => Buffer.from('<html>'), 'The file is text, and no recording.'],
    ['a moment', () => tone('moment.wav', [], 0.1), 'The recording lasts only a moment.'],
  ] as [string, () => Promise<Buffer>, string][])(
    'is not taken where it is %s, and nothing is left of it',
    async (_what, bytes, message) => {
      const before = await left();
      const answer = await send('recording', await bytes());
      expect(JSON.parse(answer.text).error.message).toBe(message);
      expect(answer.status).toBe(422);
      expect(await left()).toEqual(before);
    },
  );
});

describe('the bounds', () => {
  it('are those of each kind, told before a byte is read, and so is an unknown video or kind', async () => {
    const large = Buffer.alloc(31 * 1024 * 1024);
    const refused = await send('picture', large);
    expect(refused.status).toBe(413);
    expect(JSON.parse(refused.text).error.message).toBe(
      'The file has 31 MB; a picture may have at most 30 MB.',
    );
    expect((await send('picture', Buffer.from('x'), {}, unknownId())).status).toBe(404);
    const other = await web.ask(`/api/upload?id=${id}&kind=film`, { method: 'POST', body: 'x' });
    expect(other.status).toBe(400);
    expect((await web.ask(`/api/upload?id=${id}&kind=clip`)).status).toBe(405);
    const announced = { 'content-length': String(300 * 1024 * 1024) };
    const never = await web.ask(`/api/upload?id=${id}&kind=clip`, { method: 'POST', headers: announced });
    expect(never.status).toBe(413);
  });

  it('hold for the number of a video’s files', async () => {
    const video = await newVideo();
    for (let file = 0; file < MAX_UPLOADS; file++) {
      await web.backend.storage.put(`${video}/upload-${file}-picture.json`, Buffer.from('{}'));
    }
    const answer = await send('picture', await picture(400, 400).png().toBuffer(), {}, video);
    expect(answer.status).toBe(409);
    expect(JSON.parse(answer.text).error.message).toContain('100 files of your own already');
  });

  it('have had no fault of the server’s own, and let pages ask for a microphone', async () => {
    expect(web.faults).toEqual([]);
    expect((await web.ask('/')).headers['permissions-policy']).toContain('microphone=(self)');
  });
});
