import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo } from '#jobs/db/videos.server.ts';
import type { Workshop } from '#jobs/making/workshop.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import { runFfmpeg } from '#jobs/render/ffmpeg/ffmpeg.server.ts';
import { integratedLoudness } from '#jobs/sound/audio/loudness.ts';
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import { ownMusicKey } from '#jobs/story/film/music/film-music.ts';
import { examineMusic } from '#jobs/story/order/own-music.ts';
import type { SoundKind } from '#jobs/story/order/sound-kind.ts';
import { measureWav } from '#tests/support/media/measure-wav.ts';
import { PAPER_RENDERER } from '#tests/support/paper-renderer.ts';
import { withSamePictures } from '#tests/support/same-pictures.ts';
import { draftOf } from '#tests/support/stories.ts';
import { openTestWorkshop, type TestWorkshop } from '#tests/support/workshop.ts';

const never = new AbortController().signal;
const STORY = 'A red fox found a lantern in the snow.';
/** The header before the sound. */
const FAST_START = ['-c:a', 'aac', '-f', 'mp4', '-movflags', '+faststart'];
let test: TestWorkshop;
/** This is not about pictures. */
let workshop: Workshop;
let folder: string;

beforeAll(async () => {
  test = await openTestWorkshop({ renderer: PAPER_RENDERER });
  workshop = withSamePictures(test.workshop);
  folder = await mkdtemp(join(tmpdir(), 'storyshort-own-music-'));
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

/** A sound file made by ffmpeg from one of its own sources. */
async function soundFile(source: string, args: readonly string[], name: string): Promise<Uint8Array> {
  const file = join(folder, name);
  await runFfmpeg('ffmpeg', ['-f', 'lavfi', '-i', source, ...args, '-y', file]);
  return readFile(file);
}

/** Makes a film whose music is the given bytes, kept as what they are said to be; null for a lost file. */
async function filmWith(bytes: Uint8Array | null, kind: SoundKind, voice = 'none') {
  const id = crypto.randomUUID();
  const music = { kind, hash: createHash('sha256').update(id).digest('hex').slice(0, 24) };
  const draft = draftOf(STORY, { voice, music: 'own', ownMusic: music, format: '1:1', style: 'silhouette' });
  if (bytes) await test.storage.put(ownMusicKey(id, music), bytes);
  await test.db.$transaction((tx) => createVideo(tx, { id, draft, idempotencyKey: null, requestHash: id }));
  await goOn(id);
  const video = await findVideo(test.db, id);
  if (!video?.audioKey) throw new Error('There is no film.');
  const events = await test.db.event.findMany({ where: { videoId: id } });
  const said = events.map(({ message }) => message).join('\n');
  return { video, said, wav: await test.storage.read(video.audioKey) };
}

/** One attempt at a video. */
async function goOn(id: string): Promise<void> {
  const begun = await beginAttempt(test.db, id);
  if (!begun) throw new Error('There is nothing to work on.');
  await makeFilm(workshop, begun, { signal: never, lastChance: false });
}

describe('a film with music of one’s own', () => {
  it.each([
    ['mono at 8 kHz', 'sine=frequency=330:sample_rate=8000:duration=9', ['-c:a', 'pcm_s16le'], 'a.wav'],
    [
      'stereo at 96 kHz',
      'sine=frequency=330:duration=9',
      ['-ac', '2', '-ar', '96000', '-c:a', 'pcm_s24le'],
      'b.wav',
    ],
    ['an odd rate', 'sine=frequency=330:sample_rate=11025:duration=9', ['-c:a', 'pcm_s16le'], 'c.wav'],
    ['six channels', 'sine=frequency=330:duration=9', ['-ac', '6', '-c:a', 'aac', '-f', 'mp4'], 'd.m4a'],
    ['a very quiet recording', 'sine=frequency=330:duration=9,volume=-30dB', ['-c:a', 'pcm_s16le'], 'e.wav'],
    ['five seconds', 'sine=frequency=330:duration=5.2', ['-c:a', 'libmp3lame'], 'f.mp3'],
  ])('takes %s and brings it to the loudness of a film', async (_what, source, args, name) => {
    const bytes = await soundFile(source, args, name);
    const examined = examineMusic(bytes);
    if (!('kind' in examined)) throw new Error(examined.message);
    const { video, said, wav } = await filmWith(bytes, examined.kind);
    expect(video).toMatchObject({ status: 'completed', error: null, note: null });
    expect(said).toContain('The film is ready.');
    expect(said).not.toContain('Your music file');
    const { integratedLufs, truePeakDb } = measureWav(wav);
    expect(Math.abs(integratedLufs + 15)).toBeLessThan(1);
    expect(truePeakDb).toBeLessThan(-1);
  });

  it('repeats what is shorter than the film, with no hole in it', async () => {
    const { wav } = await filmWith(
      await soundFile('sine=frequency=330:duration=5', [], 'short.wav'),
      'wav',
      'slt',
    );
    const { channels, sampleRate } = decodeWav(wav);
    const [left = new Float32Array(0)] = channels;
    for (let second = 1; second < left.length / sampleRate - 3; second++) {
      const part = left.slice(second * sampleRate, (second + 1) * sampleRate);
      expect(integratedLoudness([part], sampleRate)).toBeGreaterThan(-45);
    }
  });
});

describe('a file that cannot be a film’s music', () => {
  it('is not told of any more once other music is chosen, whose sound is there already', async () => {
    const { video } = await filmWith(null, 'wav');
    expect(video.note).toMatchObject({ message: expect.stringContaining('Your music file') });
    const { id, audioKey, options } = video;
    await test.db.video.update({
      where: { id },
      data: { status: 'assets_missing', filmHash: null, options: { ...options, music: 'auto' } },
    });
    await goOn(id);
    expect(await findVideo(test.db, id)).toMatchObject({ status: 'completed', audioKey, note: null });
  });

  it.each([
    ['is gone', async () => null, 'wav', 'Your music file is not there any more.'],
    [
      'is another kind inside than its first bytes say',
      async () => {
        const sound = await soundFile('sine=frequency=330:duration=6', ['-c:a', 'libopus'], 'lie.ogg');
        return Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), sound]);
      },
      'mp3',
      'Your music file cannot be played.',
    ],
    [
      'is cut off behind its headers',
      async () => {
        const sound = await soundFile('sine=frequency=330:duration=60', FAST_START, 'cut.m4a');
        return sound.slice(0, Buffer.from(sound).indexOf('mdat') + 8);
      },
      'm4a',
      'Your music file cannot be played.',
    ],
    [
      'is a page that calls itself music',
      async () => new TextEncoder().encode(`RIFF0000WAVE${'<html>'.repeat(500)}`),
      'wav',
      'Your music file cannot be played.',
    ],
    [
      'is silent',
      async () => soundFile('anullsrc=duration=6', ['-c:a', 'libmp3lame'], 'silent.mp3'),
      'mp3',
      'Your music file has no sound in it.',
    ],
  ] satisfies [string, () => Promise<Uint8Array | null>, SoundKind, string][])(
    'costs nobody the film: one that %s',
    async (_what, bytes, kind, message) => {
      const { video, said, wav } = await filmWith(await bytes(), kind);
      expect(video).toMatchObject({
        status: 'completed',
        error: null,
        note: {
          code: 'own_music_unusable',
          message: `${message} The film has music that matches the story instead.`,
          hint: 'For your own music, make the film anew with another file.',
        },
      });
      expect(said).toContain(
        `The film is ready. ${message} The film has music that matches the story instead. For your own music, make the film anew with another file.`,
      );
      expect(Math.abs(measureWav(wav).integratedLufs + 15)).toBeLessThan(1);
    },
  );

  it('is still told of by a worker that finds the film’s file of one that died', async () => {
    const { video } = await filmWith(null, 'wav');
    await test.db.video.update({
      where: { id: video.id },
      data: { status: 'rendering', completedAt: null },
    });
    await goOn(video.id);
    const events = await test.db.event.findMany({ where: { videoId: video.id }, orderBy: { id: 'desc' } });
    expect(events[0]?.message).toContain('Your music file is not there any more.');
    expect(await findVideo(test.db, video.id)).toMatchObject({ status: 'completed', note: video.note });
  });
});
