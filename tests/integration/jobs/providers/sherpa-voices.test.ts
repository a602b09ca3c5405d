/** Voices that are installed on the machine: by the real engine, with models that the tests make. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bareEnvironment } from '#jobs/env.server.ts';
import { EngineProcess } from '#jobs/providers/sherpa/engine-process.server.ts';
import { readOnnxFacts } from '#jobs/providers/sherpa/onnx-facts.server.ts';
import { sherpaSpeaker } from '#jobs/providers/sherpa/sherpa-speaker.server.ts';
import {
  ENGINE_FOLDER,
  openVoiceShelf,
  speakableVoices,
  type VoiceShelf,
} from '#jobs/providers/sherpa/voice-shelf.server.ts';
import { integratedLoudness } from '#jobs/sound/audio/loudness.ts';
import { decodeWav } from '#jobs/sound/audio/wav.ts';
import { TYPESCRIPT_LOADER } from '#jobs/threads/typescript-loader.ts';
import { writeTinyVoice } from '#tests/support/tiny-voice/tiny-model.ts';
import { testEngineFolder } from '#tests/support/tiny-voice/voice-engine.ts';

const engine = await testEngineFolder();
const never = new AbortController().signal;
const TEXT = 'The lamp was lit, and the storm went by.';

let folder: string;
let shelf: VoiceShelf;
const processes: EngineProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voices-'));
  shelf = openVoiceShelf(folder);
  await writeTinyVoice(join(folder, 'pair'), { speakers: 2, speakerNames: ['low', 'high'] });
  await writeTinyVoice(join(folder, 'solo'), { language: 'German' });
  if (engine) await symlink(engine, join(folder, ENGINE_FOLDER));
});
afterAll(async () => {
  for (const process of processes) process.close();
  await rm(folder, { recursive: true });
});

function open() {
  const process = new EngineProcess(TYPESCRIPT_LOADER, bareEnvironment());
  processes.push(process);
  const speaker = sherpaSpeaker(shelf, process);
  return {
    close: () => process.close(),
    speak: (localVoice: string, { text = TEXT, speed = 1, signal = never } = {}) =>
      speaker.speak({ text, voice: 'rms', localVoice, language: 'en', speed }, signal),
  };
}

/** Hz, by how often the sound crosses zero. */
function pitchOf(audio: Uint8Array): number {
  const { samples, sampleRate } = { samples: decodeWav(audio).channels[0] ?? [], sampleRate: 48_000 };
  let crossings = 0;
  for (let at = 1; at < samples.length; at++) {
    if (Math.sign(samples[at] ?? 0) > 0 && Math.sign(samples[at - 1] ?? 0) <= 0) crossings++;
  }
  return crossings / (samples.length / sampleRate);
}

describe('the shelf', () => {
  it('knows what lies on it, by the models’ own words', async () => {
    const facts = await readOnnxFacts(join(folder, 'pair', 'model.onnx'));
    expect(facts).toMatchObject({ n_speakers: '2', speaker_names: 'low,high', sample_rate: '16000' });
    expect((await shelf.models()).map(({ name, speakers }) => [name, speakers.length])).toEqual([
      ['pair', 2],
      ['solo', 1],
    ]);
  });

  it('says why something cannot be used', async () => {
    await mkdir(join(folder, 'empty'));
    await mkdir(join(folder, 'broken'));
    await writeFile(join(folder, 'broken', 'model.onnx'), 'This is no model at all, whatever its name says.');
    await mkdir(join(folder, 'half'));
    await writeTinyVoice(join(folder, 'half'));
    await rm(join(folder, 'half', 'tokens.txt'));
    const entries = await openVoiceShelf(folder).entries();
    const whys = Object.fromEntries(entries.map(({ name, why }) => [name, why]));
    expect(whys).toMatchObject({
      empty: 'it holds no .onnx file',
      broken: 'it is no ONNX model, or is damaged',
      half: 'files of it are missing',
      pair: null,
    });
    for (const name of ['empty', 'broken', 'half']) await rm(join(folder, name), { recursive: true });
  });

  it('is empty where there is none', async () => {
    expect(await openVoiceShelf(join(folder, 'nowhere')).entries()).toEqual([]);
  });
});

describe.skipIf(!engine)('an installed voice', () => {
  it('is offered by name and language', async () => {
    expect(await speakableVoices(shelf)).toMatchObject([
      { name: 'pair/low', label: 'Low', languages: ['en'] },
      { name: 'pair/high', label: 'High', languages: ['en'] },
      { name: 'solo', languages: ['de'] },
    ]);
  });

  it('speaks as narration does, each in its own pitch, at the pace that is wanted', async () => {
    const { speak } = open();
    const [low, high, fast] = [
      await speak('pair/low'),
      await speak('pair/high'),
      await speak('pair/low', { speed: 2 }),
    ];
    for (const { audio, durationMs } of [low, high]) {
      const { sampleRate, channels } = decodeWav(audio);
      expect([sampleRate, channels.length]).toEqual([48_000, 1]);
      expect(integratedLoudness(channels, sampleRate)).toBeCloseTo(-19, 0);
      expect(durationMs).toBeGreaterThan(2000);
    }
    expect(low.words).toBeNull();
    expect(pitchOf(high.audio) / pitchOf(low.audio)).toBeCloseTo(1.5, 0.5);
    expect(fast.durationMs / low.durationMs).toBeCloseTo(0.5, 1);
  });

  it('is another one after the next, from one process', async () => {
    const { speak } = open();
    const spoken = await Promise.all([speak('solo'), speak('pair/high'), speak('solo')]);
    expect(spoken[0]?.audio).toEqual(spoken[2]?.audio);
  });

  it('says that it is gone', async () => {
    const gone = {
      code: 'local_voice_gone',
      retryable: false,
      message: expect.stringContaining('“pair/nobody”'),
    };
    await expect(open().speak('pair/nobody')).rejects.toMatchObject(gone);
  });

  it('does not take the worker along when its model ends the engine, and speaks again after', async () => {
    await writeTinyVoice(join(folder, 'rotten'));
    // Twice the same letter: the engine ends its process over it.
    await writeFile(join(folder, 'rotten', 'tokens.txt'), 'a 1\na 2\n');
    const { speak } = open();
    const rotten = {
      code: 'voice_failed',
      retryable: true,
      message: expect.stringContaining('Duplicated token'),
    };
    await expect(speak('rotten')).rejects.toMatchObject(rotten);
    expect((await speak('solo')).durationMs).toBeGreaterThan(1000);
    await rm(join(folder, 'rotten'), { recursive: true });
  });

  it('stops when nobody waits any more', async () => {
    const { speak } = open();
    await speak('solo');
    const ended = new AbortController();
    const spoken = speak('solo', { text: TEXT.repeat(300), signal: ended.signal });
    ended.abort(new Error('Cancelled.'));
    await expect(spoken).rejects.toThrow('Cancelled.');
    expect((await speak('solo')).durationMs).toBeGreaterThan(1000);
  });

  it('has nothing to say for a text without letters', async () => {
    const silent = { code: 'voice_failed', message: expect.stringContaining('could not speak') };
    await expect(open().speak('solo', { text: '…' })).rejects.toMatchObject(silent);
  });
});
