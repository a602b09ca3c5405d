import { describe, expect, it } from 'vitest';
import { type ModelFolder, voicesOf } from '#jobs/providers/sherpa/model-speakers.ts';
import {
  engineConfig,
  findVoice,
  mainFile,
  readModel,
  type VoiceModel,
} from '#jobs/providers/sherpa/voice-model.ts';

const ESPEAK = ['espeak-ng-data/phontab', 'espeak-ng-data/lang/gmw/en'];

/** Folders as the archives of each kind hold them. */
const FOLDERS = {
  kokoro: {
    name: 'kokoro-multi-lang-v1_0',
    files: [
      'LICENSE',
      'model.onnx',
      'voices.bin',
      'tokens.txt',
      'lexicon-us-en.txt',
      'lexicon-zh.txt',
      ...ESPEAK,
    ],
    facts: {
      model_type: 'kokoro',
      n_speakers: '3',
      speaker_names: 'af_bella,bm_george,ef_dora',
      voice: 'en-us',
    },
  },
  kitten: {
    name: 'kitten-nano-en-v0_1-fp16',
    files: ['model.fp16.onnx', 'voices.bin', 'tokens.txt', ...ESPEAK],
    facts: {
      model_type: 'kitten-tts',
      n_speakers: '2',
      speaker_names: 'expr-voice-2-m,expr-voice-2-f',
      voice: 'en-us',
    },
  },
  piper: {
    name: 'vits-piper-de_DE-thorsten-medium',
    files: [
      'de_DE-thorsten-medium.onnx',
      'de_DE-thorsten-medium.onnx.json',
      'tokens.txt',
      'MODEL_CARD',
      ...ESPEAK,
    ],
    facts: { model_type: 'vits', comment: 'piper', language: 'German', voice: 'de', n_speakers: '1' },
  },
  matcha: {
    name: 'matcha-icefall-en_US-ljspeech',
    files: ['model-steps-3.onnx', 'vocos-22khz-univ.onnx', 'tokens.txt', ...ESPEAK],
    facts: { model_type: 'matcha-tts', n_speakers: '1', language: 'English' },
  },
  pocket: {
    name: 'sherpa-onnx-pocket-tts-int8-2026-01-26',
    files: [
      ...[
        'lm_flow.int8.onnx',
        'lm_main.int8.onnx',
        'encoder.onnx',
        'decoder.int8.onnx',
        'text_conditioner.onnx',
      ],
      ...['vocab.json', 'token_scores.json', 'test_wavs/bria.wav', 'test_wavs/loona.wav'],
    ],
    facts: {},
  },
} satisfies Record<string, ModelFolder>;

const modelOf = (folder: ModelFolder): VoiceModel => {
  const model = readModel(folder);
  if (!model) throw new Error(`${folder.name} was not known.`);
  return model;
};

describe('a folder of files', () => {
  it.each([
    ['kokoro', 'kokoro', 3],
    ['kitten', 'kitten', 2],
    ['piper', 'vits', 1],
    ['matcha', 'matcha', 1],
    ['pocket', 'pocket', 2],
  ] as const)('is a model of the kind that it is: %s', (folder, family, speakers) => {
    const model = modelOf(FOLDERS[folder]);
    expect([model.family, model.speakers.length]).toEqual([family, speakers]);
  });

  it.each([
    ['kokoro', 'voices.bin'],
    ['kokoro', 'espeak-ng-data/phontab'],
    ['kitten', 'tokens.txt'],
    ['piper', 'tokens.txt'],
    ['matcha', 'vocos-22khz-univ.onnx'],
    ['pocket', 'vocab.json'],
    ['pocket', 'encoder.onnx'],
  ] as const)('is none without what its kind needs: %s without %s', (name, missing) => {
    const folder = FOLDERS[name];
    const model = readModel({ ...folder, files: folder.files.filter((file) => file !== missing) });
    // Without its voices, Kokoro's other files look like those of a plain model.
    expect(model?.family === folder.name.split('-')[0]).toBe(false);
  });

  it('is read by its largest part, not by its vocoder', () => {
    expect(mainFile(FOLDERS.matcha.files)).toBe('model-steps-3.onnx');
    expect(mainFile(FOLDERS.pocket.files)).toBe('lm_main.int8.onnx');
    expect(mainFile(['vocos.onnx', 'notes.txt'])).toBeNull();
  });

  it('has at most as many voices as anybody looks through', () => {
    const many = { ...FOLDERS.piper, facts: { ...FOLDERS.piper.facts, n_speakers: '904' } };
    expect(modelOf(many).speakers).toHaveLength(60);
  });
});

describe('its voices', () => {
  const voices = (folder: ModelFolder) => voicesOf(modelOf(folder));

  it('have names that stay, and labels that people can say', () => {
    expect(voices(FOLDERS.kokoro).map(({ name, label }) => [name, label])).toEqual([
      ['kokoro-multi-lang-v1_0/af_bella', 'Bella'],
      ['kokoro-multi-lang-v1_0/bm_george', 'George'],
      ['kokoro-multi-lang-v1_0/ef_dora', 'Dora'],
    ]);
    expect(voices(FOLDERS.piper)).toMatchObject([
      { name: 'vits-piper-de_DE-thorsten-medium', label: 'Thorsten-medium', note: 'German, thorsten-medium' },
    ]);
    expect(voices(FOLDERS.pocket).map(({ label }) => label)).toEqual(['Bria', 'Loona']);
  });

  it('read the languages that their names or their model tell', () => {
    expect(voices(FOLDERS.kokoro).map(({ languages }) => languages)).toEqual([['en'], ['en'], ['es']]);
    expect(voices(FOLDERS.piper)[0]?.languages).toEqual(['de']);
    const unnamed = {
      ...FOLDERS.piper,
      name: 'mine',
      facts: { ...FOLDERS.piper.facts, voice: '', language: '' },
    };
    expect(voices(unnamed)[0]?.languages).toEqual([]);
    const byWord = { ...unnamed, facts: { ...unnamed.facts, language: 'Icelandic' } };
    expect(voices(byWord)[0]?.languages).toEqual(['is']);
  });

  it('are found by their names, and no others are', () => {
    const models = [modelOf(FOLDERS.kokoro), modelOf(FOLDERS.piper)];
    expect(findVoice('kokoro-multi-lang-v1_0/bm_george', models)?.speaker.sid).toBe(1);
    expect(findVoice('vits-piper-de_DE-thorsten-medium', models)?.model.family).toBe('vits');
    for (const name of ['', 'kokoro-multi-lang-v1_0', 'kokoro-multi-lang-v1_0/af_heart', '../etc', 'x/y/z'])
      expect(findVoice(name, models)).toBeNull();
  });
});

describe('what the engine is given', () => {
  const config = (folder: ModelFolder, speaker = 0) => {
    const model = modelOf(folder);
    return engineConfig(model, model.speakers[speaker] as (typeof model.speakers)[0], '/v/m', 2);
  };

  it('is absolute paths by the names of its kind, and a language where the kind has to be told', () => {
    expect(config(FOLDERS.kokoro)).toEqual({
      model: {
        kokoro: {
          model: '/v/m/model.onnx',
          voices: '/v/m/voices.bin',
          tokens: '/v/m/tokens.txt',
          dataDir: '/v/m/espeak-ng-data',
          lexicon: '/v/m/lexicon-us-en.txt,/v/m/lexicon-zh.txt',
        },
        numThreads: 2,
        provider: 'cpu',
        debug: false,
      },
      maxNumSentences: 1,
    });
    expect(config(FOLDERS.kokoro, 2).model).toMatchObject({ kokoro: { lang: 'es' } });
    expect(config(FOLDERS.matcha).model).toMatchObject({
      matcha: { acousticModel: '/v/m/model-steps-3.onnx', vocoder: '/v/m/vocos-22khz-univ.onnx' },
    });
    expect(config(FOLDERS.pocket).model).toMatchObject({ pocket: { lmMain: '/v/m/lm_main.int8.onnx' } });
  });
});
