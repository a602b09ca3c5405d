/** Files made to do harm: nothing of them reaches another file or an address, and the site lives on. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVideo } from '#jobs/db/videos.server.ts';
import { runCagedFfmpeg, strangersInput } from '#jobs/render/ffmpeg/caged-ffmpeg.server.ts';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import type { UploadKind } from '#jobs/story/film/own/own-limits.ts';
import { alias, blackPng, box, elsewhere } from '#tests/support/media/hostile-media.ts';
import { writeClip, writeSound } from '#tests/support/media/own-media.ts';
import { draftOf } from '#tests/support/stories.ts';
import { startTestWeb, type TestWeb } from './web-server';

/** What must not come out of this machine. */
const SECRET = 'the-secret-of-this-machine';

let web: TestWeb;
let folder: string;
let secret: string;
let server: Server;
let address: string;
let requests = 0;
const id = crypto.randomUUID();

beforeAll(async () => {
  web = await startTestWeb();
  await web.backend.db.$transaction((tx) =>
    createVideo(tx, { id, draft: draftOf(), idempotencyKey: null, requestHash: id }),
  );
  folder = await mkdtemp(join(tmpdir(), 'storyshort-hostile-'));
  secret = join(folder, 'secret.txt');
  await writeFile(secret, `${SECRET}\n`.repeat(100));
  server = createServer((_request, response) => {
    requests += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.ts`;
});
afterAll(async () => {
  await web.stop();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

const send = (kind: UploadKind, bytes: Uint8Array) =>
  web.ask(`/api/upload?id=${id}&kind=${kind}`, { method: 'POST', body: Buffer.from(bytes) });

const photo = () => sharp({ create: { width: 400, height: 400, channels: 3, background: '#3060c0' } });

async function clip(): Promise<Buffer> {
  const file = join(folder, 'clip.mp4');
  await writeClip(file, { width: 320, height: 240, frames: 15 });
  return readFile(file);
}

/** All bytes that are kept of the video’s files. */
async function kept(): Promise<string> {
  const files = await web.backend.storage.list(id);
  const bytes = await Promise.all(files.map(({ key }) => web.backend.storage.read(key)));
  return Buffer.concat(bytes).toString('latin1');
}

describe('a picture', () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"><image href="file:///etc/passwd"/></svg>`;
  it.each<[string, string, () => Promise<Buffer>]>([
    ['of 50,000 × 50,000 pixels', 'upload_picture_too_many_pixels', async () => blackPng(50_000, 50_000)],
    [
      'that is a drawing behind the first bytes of a PNG',
      'upload_picture_damaged',
      async () => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(svg)]),
    ],
    [
      'that is a drawing behind the first bytes of a JPEG',
      'upload_picture_damaged',
      async () => Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), Buffer.from(svg)]),
    ],
    [
      'that says it is AVIF and is a TIFF',
      'upload_picture_damaged',
      async () => {
        const tiff = await photo().tiff().toBuffer();
        return Buffer.concat([box('ftyp', Buffer.from('avif\0\0\0\0avif', 'latin1')), tiff]);
      },
    ],
    [
      'that is cut off',
      'upload_picture_damaged',
      async () => (await photo().png().toBuffer()).subarray(0, 200),
    ],
  ])('%s is refused', async (_what, code, bytes) => {
    const answer = await send('picture', await bytes());
    expect(JSON.parse(answer.text).error.code).toBe(code);
    expect(answer.status).toBe(422);
  });

  it('that is a page as well is kept as a picture alone', async () => {
    const page = Buffer.from('<html><script>alert("both")</script>');
    const jpeg = await photo().jpeg().toBuffer();
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, page.length + 2]), page]);
    const both = Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2), page]);
    expect((await send('picture', both)).status).toBe(201);
    expect(await kept()).not.toContain('alert(');
  });
});

describe('a clip or a sound', () => {
  const lists = (): string[] => [
    `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${address}\n#EXT-X-ENDLIST\n`,
    `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile://${secret}\n#EXT-X-ENDLIST\n`,
    `ffconcat version 1.0\nfile '${secret}'\nfile '${address}'\n`,
  ];
  const DISGUISES = [
    '',
    '\0\0\0\x18ftypisom\0\0\0\0isommp42',
    '\x1a\x45\xdf\xa3',
    'OggS',
    'RIFF\xff\xff\0\0WAVE',
    'ID3',
    'fLaC',
  ];

  it('that is a list is refused, however it is disguised, and nothing that it names is opened', async () => {
    for (const list of lists()) {
      for (const disguise of DISGUISES) {
        const bytes = Buffer.from(`${disguise}${list.repeat(20)}`, 'latin1');
        for (const kind of ['clip', 'recording'] as const) {
          const answer = await send(kind, bytes);
          expect([disguise, kind, answer.status]).toEqual([disguise, kind, 422]);
          expect(answer.text).not.toContain(SECRET);
        }
      }
    }
    expect(requests).toBe(0);
  });

  it('that is a list is of no use even where it is read as one', async () => {
    const other = join(folder, 'listed.mp4');
    await writeFile(other, await clip());
    const packets = ['-show_entries', 'packet=pts'];
    const ofFiles = join(folder, 'files.txt');
    await writeFile(ofFiles, `ffconcat version 1.0\nfile '${other}'\n`);
    const ofAddresses = join(folder, 'addresses.m3u8');
    await writeFile(ofAddresses, lists()[0] ?? '');
    const never = new AbortController().signal;
    const inCage = (source: string, before: string[], only: string) =>
      runCagedFfmpeg(
        {
          ...{ program: 'ffprobe', source, timeMs: 60_000 },
          args: [...before, ...strangersInput({ only }), ...packets],
        },
        never,
      );
    await expect(inCage(ofFiles, ['-safe', '0'], 'concat')).rejects.toMatchObject({
      code: 'encoding_failed',
    });
    await expect(inCage(ofAddresses, [], 'hls')).rejects.toMatchObject({ code: 'encoding_failed' });
    expect(requests).toBe(0);
    // Both would be read elsewhere.
    const files = ['-safe', '0', '-f', 'concat', '-i', ofFiles];
    expect(await runFfmpeg('ffprobe', [...files, ...packets], never)).toContain('pts=');
    const addresses = ['-protocol_whitelist', 'file,http,tcp', '-f', 'hls', '-i', ofAddresses];
    await expect(runFfmpeg('ffprobe', [...addresses, ...packets], never)).rejects.toThrow();
    expect(requests).toBeGreaterThan(0);
    requests = 0;
  });

  it('whose media are said to lie at an address or in another file brings none of it', async () => {
    const whole = await clip();
    const other = join(folder, 'other.mp4');
    await writeFile(other, whole);
    const nowhere = box('url ', Buffer.concat([Buffer.alloc(4), Buffer.from(`${address}\0`, 'latin1')]));
    for (const entry of [nowhere, alias(secret), alias(other)]) {
      const answer = await send('clip', elsewhere(whole, entry));
      // Either it is whole in itself, and kept without what it names, or it is refused.
      expect([201, 422]).toContain(answer.status);
    }
    const all = await kept();
    for (const named of [address, SECRET, secret]) expect(all).not.toContain(named);
    expect(requests).toBe(0);
  });
});

it('the site lives on: what comes next is taken, and no fault was its own', async () => {
  const sound = join(folder, 'sound.wav');
  await writeSound(sound, 'sine=frequency=300:duration=1');
  expect((await send('picture', await photo().webp().toBuffer())).status).toBe(201);
  expect((await send('clip', await clip())).status).toBe(201);
  expect((await send('recording', await readFile(sound))).status).toBe(201);
  expect((await web.ask('/')).status).toBe(200);
  expect(web.faults).toEqual([]);
});
