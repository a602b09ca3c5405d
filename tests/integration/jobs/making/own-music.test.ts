import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findVideo } from '#jobs/db/videos.server.ts';
import { decodeMusic } from '#jobs/render/ffmpeg/decode-music.server.ts';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import { decodeWav, durationMsOf } from '#jobs/sound/audio/wav.ts';
import { readSoundFile } from '#jobs/sound/files/sound-file.ts';
import { ownMusicKey } from '#jobs/story/film/music/film-music.ts';
import type { SoundKind } from '#jobs/story/order/sound-kind.ts';
import { startTestWeb, type TestWeb } from '#tests/integration/app/web-server.ts';
import { SHORT_STORY } from '#tests/support/stories.ts';

const never = new AbortController().signal;
const ENCODERS: [kind: SoundKind, args: string[]][] = [
  ['mp3', ['-c:a', 'libmp3lame', '-b:a', '96k', '-metadata', 'title=Seven seconds']],
  ['m4a', ['-c:a', 'aac', '-f', 'mp4']],
  ['wav', ['-c:a', 'pcm_s24le']],
  ['ogg', ['-c:a', 'libopus', '-b:a', '64k']],
];
let folder: string;
const pathOf = (kind: SoundKind) => join(folder, `seven.${kind}`);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'storyshort-music-'));
  for (const [kind, args] of ENCODERS) {
    const tone = ['-f', 'lavfi', '-i', 'sine=frequency=330:sample_rate=44100:duration=7'];
    await runFfmpeg('ffmpeg', [...tone, ...args, '-y', pathOf(kind)]);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a music file', () => {
  it.each(ENCODERS)('%s is recognised with its length', async (kind) => {
    const file = readSoundFile(await readFile(pathOf(kind)));
    expect(file?.kind).toBe(kind);
    expect(Math.abs((file?.durationMs ?? 0) - 7000)).toBeLessThan(120);
  });

  it.each(ENCODERS)('%s is decoded as far as it is needed', async (kind) => {
    const scratch = join(folder, 'decoded.wav');
    const wav = await decodeMusic({ file: pathOf(kind), kind, scratch, lengthMs: 3000 }, never);
    const sound = decodeWav(wav);
    expect(sound).toMatchObject({ sampleRate: 48_000 });
    expect(sound.channels).toHaveLength(2);
    expect(Math.abs(durationMsOf(sound) - 3000)).toBeLessThan(30);
    expect(Math.max(...(sound.channels[0] ?? []).slice(48_000))).toBeGreaterThan(0.05);
    await expect(readFile(scratch)).rejects.toThrow('ENOENT');
  });

  it('is decoded as what it was found to be, and as nothing else', async () => {
    const scratch = join(folder, 'never.wav');
    const disguised = { file: pathOf('wav'), kind: 'flac', scratch, lengthMs: 1000 } as const;
    await expect(decodeMusic(disguised, never)).rejects.toMatchObject({ code: 'encoding_failed' });
  });
});

describe('the form for a new film', () => {
  let web: TestWeb;
  beforeAll(async () => {
    web = await startTestWeb();
  });
  afterAll(() => web.stop());

  async function send(fields: Record<string, string>, file: Uint8Array | null, path = '/create') {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    if (file)
      form.append('ownMusic', new Blob([new Uint8Array(file)], { type: 'image/png' }), '../../evil.png');
    const request = new Request('http://film.test/', { method: 'POST', body: form });
    return web.ask(path, {
      method: 'POST',
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      body: Buffer.from(await request.arrayBuffer()),
    });
  }
  const own = { story: SHORT_STORY, music: 'own' };

  it('takes music along, whatever its name and type say, and keeps it under the video', async () => {
    const bytes = await readFile(pathOf('mp3'));
    const answer = await send(own, bytes);
    expect(answer.status).toBe(303);
    const video = await findVideo(web.backend.db, answer.headers.location?.split('/').at(-1) ?? '');
    const music = video?.options.ownMusic;
    if (!video || !music) throw new Error('There is no music.');
    expect(music.kind).toBe('mp3');
    expect(Buffer.compare(await web.backend.storage.read(ownMusicKey(video.id, music)), bytes)).toBe(0);
  });

  it.each([
    ['no file', null, 'There is no file of your own music yet.'],
    ['a page', new TextEncoder().encode('<html>'), 'The music file is no sound that can be read.'],
  ])('says what is wrong with %s and keeps the rest', async (_what, file, message) => {
    const answer = await send({ ...own, title: 'The Lantern' }, file);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(answer.text).toContain('value="The Lantern"');
  });

  it('leaves a file alone that is not wanted', async () => {
    const answer = await send({ ...own, music: 'calm' }, new TextEncoder().encode('<html>'));
    expect(answer.status).toBe(303);
  });

  it('refuses what is larger than music may be, and music elsewhere', async () => {
    expect((await send(own, new Uint8Array(21 * 1024 * 1024))).status).toBe(413);
    expect((await send(own, new Uint8Array(200 * 1024), '/api/generate-script')).status).toBe(413);
  });

  it('has had no fault of its own', () => {
    expect(web.faults).toEqual([]);
  });
});
