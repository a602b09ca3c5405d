/** Films in which more than one speaks, and voices that are heard before they are chosen. */
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginAttempt } from '#jobs/db/attempts/attempt-writes.server.ts';
import { createVideo, findVideo, reopenVideo } from '#jobs/db/videos.server.ts';
import { makeAudition } from '#jobs/making/made-audition.ts';
import { makeFilm } from '#jobs/pipeline.ts';
import { ENGINE_FOLDER, voicesFolder } from '#jobs/providers/sherpa/voice-shelf.server.ts';
import { integratedLoudness } from '#jobs/sound/audio/loudness.ts';
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import { saidIn, turnsOf } from '#jobs/story/film/speakers/turns.ts';
import { attentionOf, type Video } from '#jobs/story/film/video.ts';
import { BUILT_IN_SPEECH } from '#jobs/story/language/speech-language.ts';
import { readDraft } from '#jobs/story/order/draft.ts';
import { PAPER_RENDERER } from '#tests/support/paper-renderer.ts';
import { withSamePictures } from '#tests/support/same-pictures.ts';
import { tinyWordStarts, writeTinyVoice } from '#tests/support/tiny-voice/tiny-model.ts';
import { testEngineFolder } from '#tests/support/tiny-voice/voice-engine.ts';
import { openTestWorkshop, type TestWorkshop } from '#tests/support/workshop.ts';

const engine = await testEngineFolder();
const STORY =
  'The old keeper lit his pipe. “You came late,” he said. The girl shook her head. “I came when the lamp went out,” she answered.';
const PAIR = ['low', 'high'].map((name) => ({
  name: `pair/${name}`,
  label: name,
  note: '',
  languages: ['en'],
}));
const { signal } = new AbortController();

let test: TestWorkshop;
beforeAll(async () => {
  test = await openTestWorkshop({ renderer: PAPER_RENDERER });
  const voices = voicesFolder(test.dataDir);
  await writeTinyVoice(join(voices, 'pair'), { speakers: 2, speakerNames: ['low', 'high'] });
  if (engine) await symlink(engine, join(voices, ENGINE_FOLDER));
});
afterAll(() => test.close());

async function film(options: Record<string, unknown>, hasSystemVoice = true): Promise<Video> {
  const id = crypto.randomUUID();
  const speech = { ...BUILT_IN_SPEECH, espeakLanguages: ['en', 'es'], localVoices: PAIR };
  const read = readDraft({ story: STORY, format: '1:1', music: 'none', scenes: 2, ...options }, { speech });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  await test.db.$transaction((tx) =>
    createVideo(tx, { id, draft: read.draft, idempotencyKey: null, requestHash: id }),
  );
  return attempt(id, hasSystemVoice);
}

async function attempt(id: string, hasSystemVoice = true): Promise<Video> {
  const begun = await beginAttempt(test.db, id);
  if (!begun) throw new Error('There is nothing to work on.');
  const { systemSpeech, ...others } = withSamePictures(test.workshop).providers;
  const providers = { ...others, ...(hasSystemVoice && systemSpeech && { systemSpeech }) };
  await makeFilm({ ...test.workshop, providers }, begun, { signal, lastChance: false });
  const video = await findVideo(test.db, id);
  if (!video) throw new Error('The video is gone.');
  return video;
}

/** LUFS of each turn of a scene that is long enough to be measured, by the times of its words. */
async function turnLevels(video: Video, position: number): Promise<number[]> {
  const scene = video.scenes[position];
  if (!scene?.words) throw new Error('The scene has no words.');
  const words = [...scene.words];
  const { channels, sampleRate } = decodeWav(await test.storage.read(scene.voiceKey ?? ''));
  const [sound = new Float32Array(0)] = channels;
  return (turnsOf(video, scene) ?? []).flatMap(({ text }) => {
    const said = words.splice(0, text.split(' ').length);
    const [startMs, endMs] = [said[0]?.startMs ?? 0, said.at(-1)?.endMs ?? 0];
    if (endMs - startMs < 800) return [];
    const at = (ms: number) => Math.round((ms / 1000) * sampleRate);
    return [integratedLoudness([sound.subarray(at(startMs), at(endMs))], sampleRate)];
  });
}

const captionsOf = (video: Video) =>
  video.scenes.map(({ words }) => (words ?? []).map(({ text }) => text).join(' ')).join(' ');

describe('a film with a voice for each speaker', () => {
  let video: Video;
  beforeAll(async () => {
    video = await film({ quotedLines: 'cast' });
  });

  it('finds them and gives them voices of their own', () => {
    expect(video).toMatchObject({ status: 'completed', error: null });
    expect(video.options.speakers).toEqual([
      { name: 'old keeper', voice: { voice: 'awb' } },
      { name: 'girl', voice: { voice: 'slt' } },
    ]);
    const said = saidIn(video.scenes).flat();
    expect(said.map(({ speaker }) => speaker?.name)).toEqual(['old keeper', 'girl']);
  });

  it('is as loud whoever speaks', async () => {
    const levels = (await Promise.all(video.scenes.map((_, at) => turnLevels(video, at)))).flat();
    expect(levels.length).toBeGreaterThanOrEqual(4);
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(3);
  });

  it('shows all of its words, in their order and time', () => {
    expect(captionsOf(video)).toBe(STORY);
    for (const { words, durationMs } of video.scenes) {
      let last = 0;
      for (const { startMs, endMs } of words ?? []) {
        expect(startMs).toBeGreaterThanOrEqual(last);
        last = startMs;
        expect(endMs).toBeLessThanOrEqual(durationMs ?? 0);
      }
    }
  });
});

describe.skipIf(!engine)('a film spoken by installed voices', () => {
  it('has two of them, timed by listening, and asks nobody', async () => {
    const video = await film({ voice: 'pair/low', quotedLines: 'cast' });
    expect(video).toMatchObject({ status: 'completed', error: null });
    expect(video.options).toMatchObject({
      localVoice: 'pair/low',
      speakers: [
        { name: 'old keeper', voice: { localVoice: 'pair/high' } },
        { name: 'girl', voice: { localVoice: 'pair/high' } },
      ],
    });
    expect(captionsOf(video)).toBe(STORY);
    // Its own sound's times are known exactly: a letter takes 70 ms. A tone for each letter is no speech, though, and
    // a word of it is found within about its own length; for real speech see `openai-realtime-film.test.ts`.
    const errors: number[] = [];
    for (const scene of video.scenes) {
      expect(scene.wordTiming).toBe('reference');
      const words = [...(scene.words ?? [])];
      for (const { text } of turnsOf(video, scene) ?? []) {
        const said = words.splice(0, text.split(' ').length);
        const known = tinyWordStarts(text);
        expect(known).toHaveLength(said.length);
        const first = said[0]?.startMs ?? 0;
        errors.push(
          ...said.slice(1).map(({ startMs }, at) => Math.abs(startMs - first - (known[at + 1] ?? 0))),
        );
      }
    }
    expect(errors.length).toBeGreaterThan(15);
    expect(Math.max(...errors)).toBeLessThan(450);
    expect(errors.reduce((sum, ms) => sum + ms, 0) / errors.length).toBeLessThan(230);
    expect(attentionOf(video)).toBe(0);
  });

  it('is spoken by a voice of ours where its own is gone, says so, and is mended when it is back', async () => {
    const pair = join(voicesFolder(test.dataDir), 'pair');
    await rm(pair, { recursive: true });
    const without = await film({ voice: 'pair/high' });
    expect(without.status).toBe('completed');
    expect(without.scenes.map(({ voiceError }) => voiceError?.code)).toEqual([
      'voice_spoken_here',
      'voice_spoken_here',
    ]);
    expect(without.scenes[0]?.voiceError?.message).toContain('“pair/high” is not installed');
    expect(without.options.localVoice).toBe('pair/high');
    await writeTinyVoice(pair, { speakers: 2, speakerNames: ['low', 'high'] });
    await test.db.$transaction((tx) => reopenVideo(tx, without, 'Fix was pressed.', 'person'));
    await test.db.scene.updateMany({ where: { videoId: without.id }, data: { voiceHash: null } });
    const mended = await attempt(without.id);
    expect(mended.scenes.map(({ voiceError }) => voiceError)).toEqual([null, null]);
  });
});

describe('a film for a system voice that is gone', () => {
  it('is spoken by voices of ours, says so, and casts nobody', async () => {
    const video = await film({ voice: 'espeak', quotedLines: 'cast' }, false);
    expect(video).toMatchObject({ status: 'completed', options: { voice: 'espeak' } });
    expect(video.options.speakers ?? []).toEqual([]);
    expect(video.scenes.map(({ voiceError }) => voiceError?.code)).toEqual(
      video.scenes.map(() => 'voice_spoken_here'),
    );
    expect(video.scenes[0]?.voiceError?.message).toContain('no espeak-ng any more');
    expect(captionsOf(video)).toBe(STORY);
  });

  it('stops where none of ours speaks its language', async () => {
    const story = 'La vieja farera encendió la lámpara. La niña miró el mar y no dijo nada.';
    await expect(film({ voice: 'espeak', language: 'es', story }, false)).rejects.toMatchObject({
      code: 'voice_unavailable',
      hint: expect.stringContaining('Install espeak-ng'),
    });
  });
});

describe('a voice that is heard before it is chosen', () => {
  const audition = { voice: { voice: 'slt' }, text: 'The lamp went out.', language: 'en' };

  it('speaks once for all who ask, and costs nothing', async () => {
    const key = await makeAudition(test.workshop, audition, signal);
    const { channels, sampleRate } = decodeWav(await test.storage.read(key));
    expect((channels[0]?.length ?? 0) / sampleRate).toBeGreaterThan(0.8);
    const silent = {
      ...test.workshop.providers.speech,
      speak: () => Promise.reject(new Error('It is there.')),
    };
    const again = { ...test.workshop, providers: { ...test.workshop.providers, speech: silent } };
    expect(await makeAudition(again, audition, signal)).toBe(key);
  });

  it.skipIf(!engine)('may be an installed one, or one that is gone', async () => {
    const voice = { voice: 'rms', localVoice: 'pair/low' };
    const key = await makeAudition(test.workshop, { ...audition, voice }, signal);
    expect(await test.storage.has(key)).toBe(true);
    const gone = makeAudition(test.workshop, { ...audition, voice: { ...voice, localVoice: 'x' } }, signal);
    await expect(gone).rejects.toMatchObject({ code: 'local_voice_gone' });
  });
});
