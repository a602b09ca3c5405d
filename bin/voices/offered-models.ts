/**
 * Voice models that `npm run voices -- add` fetches: of those that the makers of sherpa-onnx have converted and keep
 * as archives, a few whose licence lets films be used for anything. Any other one of theirs may be put into the
 * folder by hand.
 */

export interface OfferedModel {
  /** Of its archive, and of the folder in it. */
  name: string;
  /** Primary BCP 47 languages. */
  languages: readonly string[];
  voices: number;
  /** Of the archive. */
  bytes: number;
  /** Hz */
  sampleRate: number;
  licence: string;
  /** Of the archive; several where it was made again. */
  sha256: readonly string[];
}

export const OFFERED_MODELS: readonly OfferedModel[] = [
  {
    name: 'kokoro-multi-lang-v1_0',
    languages: ['en', 'es', 'fr', 'hi', 'it', 'ja', 'pt', 'zh'],
    voices: 53,
    bytes: 349_418_188,
    sampleRate: 24_000,
    licence: 'Apache-2.0',
    sha256: [
      'c133d26353d776da730870dac7da07dbfc9a5e3bc80cc5e8e83ab6e823be7046',
      'c5f7e2d2caf082bc1d20fb70334a61d99d20b484500aad32e7cf84c128ea3298',
    ],
  },
  {
    name: 'kokoro-int8-multi-lang-v1_1',
    languages: ['en', 'zh'],
    voices: 103,
    bytes: 147_031_220,
    sampleRate: 24_000,
    licence: 'Apache-2.0',
    sha256: ['a1e94694776049035c4f2c6529f003aaece993c76aae9a78995831c3c4dcafc6'],
  },
  {
    name: 'kitten-nano-en-v0_1-fp16',
    languages: ['en'],
    voices: 8,
    bytes: 26_855_312,
    sampleRate: 24_000,
    licence: 'Apache-2.0',
    sha256: ['f35dac93754fe2ac97c66e1f468311d0d2130f7f0f5a89bfa1197e09a0cbdec5'],
  },
  {
    name: 'vits-piper-de_DE-thorsten-medium',
    languages: ['de'],
    voices: 1,
    bytes: 67_214_254,
    sampleRate: 22_050,
    licence: 'CC0-1.0',
    sha256: ['50487d9c95fdf2191f31d2588569381063ba1591dcd4c7d4bdd30f12b2191714'],
  },
  {
    name: 'vits-piper-es_ES-davefx-medium',
    languages: ['es'],
    voices: 1,
    bytes: 67_184_952,
    sampleRate: 22_050,
    licence: 'CC0-1.0',
    sha256: ['a3f6beb54a9cb893279f72978a22f807a4d9fc9c7848157b524d5cc7b7f58b22'],
  },
];
