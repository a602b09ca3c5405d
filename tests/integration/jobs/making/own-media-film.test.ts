import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo } from '#jobs/db/videos.server.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import { integratedLoudness } from '#jobs/sound/audio/loudness.ts';
import { decodeWav, encodeWav } from '#jobs/sound/audio/wav.ts';
import { clipKeyOf, clipSoundKeyOf } from '#jobs/story/film/own/own-files.ts';
import { type SceneTouches, UNTOUCHED } from '#jobs/story/film/scene-content.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { receiveUpload } from '#jobs/uploads/receive-upload.server.ts';
import { LAYER_BLEED, type Word } from '#remotion/contract/story-props.ts';
import { writeClip } from '#tests/support/media/own-media.ts';
import { PAPER_RENDERER } from '#tests/support/paper-renderer.ts';
import { draftOf } from '#tests/support/stories.ts';
import { openTestWorkshop, type TestWorkshop } from '#tests/support/workshop.ts';

const never = new AbortController().signal;
/** Another pitch and pace than that of the voice with which words are timed. */
const SENTENCES = [
  'A red fox found a lantern in the deep snow, and nobody knew who had lost it.',
  'He carried it home to his seven brothers.',
];
const ID = crypto.randomUUID();

let test: TestWorkshop;
let folder: string;
let video: Video;
/** When the words of the recordings are said in truth. */
const truth: Word[][] = [];
let asked = 0;

const received = async (kind: 'picture' | 'clip' | 'recording', bytes: Uint8Array) =>
  receiveUpload(
    { storage: test.storage, clips: test.workshop.clips },
    ID,
    {
      kind,
      length: bytes.length,
      bytes: (async function* () {
        yield bytes;
      })(),
    },
    never,
  );

/** Left half red, right half blue, with a green stripe at four fifths. */
async function stripedPicture(): Promise<Buffer> {
  const part = (width: number, background: string) =>
    sharp({ create: { width, height: 600, channels: 3, background } })
      .png()
      .toBuffer();
  return sharp(await part(1200, '#e02020'))
    .composite([
      { input: await part(600, '#2020e0'), left: 600, top: 0 },
      { input: await part(120, '#20e020'), left: 900, top: 0 },
    ])
    .png()
    .toBuffer();
}

/** A person's speech: the built-in voice “awb”, half a second after the recorder began. */
async function recorded(text: string): Promise<Uint8Array> {
  const request = { text, voice: 'awb', language: 'en', speed: 0.9 };
  const { audio, words } = await test.workshop.providers.speech.speak(request, never);
  const { sampleRate, channels } = decodeWav(audio);
  const [voice = new Float32Array(0)] = channels;
  const samples = new Float32Array(voice.length + sampleRate);
  samples.set(voice, sampleRate / 2);
  truth.push(
    (words ?? []).map((word) => ({ ...word, startMs: word.startMs + 500, endMs: word.endMs + 500 })),
  );
  return encodeWav({ sampleRate, channels: [samples] });
}

beforeAll(async () => {
  test = await openTestWorkshop({ renderer: PAPER_RENDERER });
  folder = await mkdtemp(join(tmpdir(), 'storyshort-own-media-'));
  const file = join(folder, 'clip.mp4');
  await writeClip(file, { width: 480, height: 240, frames: 45, hasSound: true });
  const picture = await received('picture', await stripedPicture());
  const clip = await received('clip', await readFile(file));
  const recordings = [];
  for (const text of SENTENCES) recordings.push(await received('recording', await recorded(text)));
  const [first, second] = recordings;
  if (!('picture' in picture && 'picture' in clip)) throw new Error('There is no picture.');
  if (!(first && 'recording' in first && second && 'recording' in second)) throw new Error('No recording.');
  if (picture.picture.from !== 'own' || clip.picture.from !== 'clip') throw new Error('Another kind.');
  const touched: Partial<SceneTouches>[] = [
    { picture: { ...picture.picture, focus: { x: 0.8, y: 0.5 } }, recording: first.recording },
    { picture: { ...clip.picture, sound: 'under', startMs: 500 }, recording: second.recording },
    { picture: { ...clip.picture, sound: 'instead' } },
  ];
  const draft = draftOf(SENTENCES.join(' '), { music: 'none', voice: 'slt' });
  await test.db.$transaction((tx) =>
    createVideo(tx, { id: ID, draft, idempotencyKey: null, requestHash: ID }),
  );
  await test.db.scene.createMany({
    data: touched.map((touches, position) => ({
      ...{ id: crypto.randomUUID(), videoId: ID, position, seed: position, imagePrompt: '' },
      narration: SENTENCES[position] ?? 'The end.',
      touches: JSON.parse(JSON.stringify({ ...UNTOUCHED, ...touches })),
    })),
  });
  await test.db.video.update({ where: { id: ID }, data: { status: 'script_generated' } });
  await attempt();
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

/** One attempt; counts what the illustrator is asked. */
async function attempt(): Promise<void> {
  const begun = await beginAttempt(test.db, ID);
  if (!begun) throw new Error('There is nothing to work on.');
  const { pictures } = test.workshop.providers;
  const providers = {
    ...test.workshop.providers,
    pictures: {
      ...pictures,
      drawPicture: async () => {
        asked += 1;
        throw new Error('Nothing is to be drawn.');
      },
    },
  };
  await makeFilm({ ...test.workshop, providers }, begun, { signal: never, lastChance: true });
  const found = await findVideo(test.db, ID);
  if (!found) throw new Error('The video is gone.');
  video = found;
}

const sceneAt = (position: number): Scene => video.scenes[position] as Scene;

/** Samples of the film's sound during a scene. */
async function heard(position: number): Promise<Float32Array[]> {
  const { channels, sampleRate } = decodeWav(await test.storage.read(video.audioKey ?? ''));
  const lengths = video.scenes.map(({ durationMs }) => Math.ceil(((durationMs ?? 0) * 30) / 1000) / 30);
  const start = lengths.slice(0, position).reduce((sum, length) => sum + length, 0);
  const [from, to] = [start, start + (lengths[position] ?? 0)].map((at) => Math.round(at * sampleRate));
  return channels.map((channel) => channel.slice(from, to));
}

describe('a film of a person’s own pictures, clips and recordings', () => {
  it('is made without asking for a picture', () => {
    expect(video).toMatchObject({ status: 'completed', error: null });
    expect(video.scenes.map(({ error }) => error)).toEqual([null, null, null]);
    expect(asked).toBe(0);
  });

  it('crops a picture to the frame and what lies around it, with the focus in the middle', async () => {
    const { data, info } = await sharp(await test.storage.read(sceneAt(0).pictureKey ?? ''))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual(
      [1080, 1920].map((side) => Math.round(side * (1 + 2 * LAYER_BLEED))),
    );
    // 337 of 1200 px are seen, from 791 on: blue, the stripe from 900 to 1020, blue.
    const colourAt = (share: number) => {
      const at = (Math.round(info.height / 2) * info.width + Math.round(share * info.width)) * info.channels;
      return [...data.subarray(at, at + 3)].map((value) => (value > 128 ? 1 : 0)).join('');
    };
    expect([0.1, 0.28, 0.38, 0.6, 0.72, 0.9].map(colourAt)).toEqual([
      '001',
      '001',
      '010',
      '010',
      '001',
      '001',
    ]);
  });

  it('times a recording’s words within 120 ms, and lasts as long as it does', () => {
    const errors = truth.flatMap((words, position) => {
      const { words: timed, wordTiming, durationMs } = sceneAt(position);
      expect(wordTiming).toBe('reference');
      expect(timed?.map(({ text }) => text)).toEqual(words.map(({ text }) => text));
      expect(durationMs).toBeGreaterThanOrEqual((words.at(-1)?.endMs ?? 0) + 500);
      return words.map(({ startMs }, at) => Math.abs(startMs - (timed?.[at]?.startMs ?? 0)));
    });
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(120);
    const frames = video.scenes.reduce(
      (sum, { durationMs }) => sum + Math.ceil(((durationMs ?? 0) * 30) / 1000),
      0,
    );
    expect(video.durationMs).toBe(Math.round((frames * 1000) / 30));
  });

  it('has the same clip in two scenes as one film, its still and its sound beside it', async () => {
    const still = sceneAt(1).pictureKey ?? '';
    expect(sceneAt(2).pictureKey).toBe(still);
    expect(await test.storage.has(clipKeyOf(still))).toBe(true);
    const { sampleRate, channels } = decodeWav(await test.storage.read(clipSoundKeyOf(still)));
    expect(channels[0]).toHaveLength(1.5 * sampleRate);
  });

  it('lets a clip’s sound be heard under the voice, and in its place', async () => {
    // The recorder ran for half a second before and after the words: there the clip alone is heard.
    const [under, instead] = [await heard(1), await heard(2)];
    const before = under.map((channel) => channel.slice(4_000, 22_000));
    const speech = under.map((channel) => channel.slice(26_000, 90_000));
    const level = integratedLoudness(before, 48_000);
    expect(level).toBeGreaterThan(-45);
    expect(integratedLoudness(speech, 48_000) - level).toBeGreaterThan(9);
    expect(integratedLoudness(instead, 48_000)).toBeGreaterThan(-20);
  });

  it('finds what a dead worker made, and makes what is lost again', async () => {
    const still = sceneAt(1).pictureKey ?? '';
    const film = await readFile(test.storage.pathOf(clipKeyOf(still)));
    await rm(test.storage.pathOf(clipSoundKeyOf(still)));
    await test.db.video.update({ where: { id: ID }, data: { status: 'rendering', completedAt: null } });
    await attempt();
    expect(video.status).toBe('completed');
    expect(await test.storage.has(clipSoundKeyOf(still))).toBe(true);
    expect(Buffer.compare(await readFile(test.storage.pathOf(clipKeyOf(still))), film)).toBe(0);
  });

  it('says what is gone, and still completes', async () => {
    const { hash } = sceneAt(0).picture as { hash: string };
    await rm(test.storage.pathOf(`${ID}/upload-${hash}.jpg`));
    await rm(test.storage.pathOf(sceneAt(0).pictureKey ?? ''));
    await test.db.video.update({ where: { id: ID }, data: { status: 'rendering', completedAt: null } });
    await attempt();
    expect(video.status).toBe('completed');
    expect(sceneAt(0).error).toMatchObject({
      code: 'own_file_gone',
      message: 'Your picture is not there any more.',
    });
  });
});
