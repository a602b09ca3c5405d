/** What a folder of model files is, and how sherpa-onnx is told of it. Pure. */
import { type Family, type ModelFolder, speakersOf, type VoiceSpeaker } from './model-speakers';

export interface VoiceModel {
  /** The folder's name, which names the model. */
  name: string;
  family: Family;
  /** Paths in the folder, by the name under which sherpa-onnx takes them; several files of one are a list. */
  files: Readonly<Record<string, string | readonly string[]>>;
  speakers: readonly VoiceSpeaker[];
  /** Hz, by the model's own word; null where it says none. */
  sampleRate: number | null;
  /** By the model's own word; null where it says none. */
  licence: string | null;
}

/** The file that says what a model is: the largest part of it that speaks; null where there is none. */
export function mainFile(files: readonly string[]): string | null {
  const models = files.filter((file) => /^[^/]+\.onnx$/.test(file) && !isVocoder(file));
  return (
    models.find((file) => /^model/.test(file)) ??
    models.find((file) => /lm_main/.test(file)) ??
    models[0] ??
    null
  );
}

const isVocoder = (file: string) => /vocos|hifigan|vocoder/i.test(file);

/** @returns null for a folder in which files are missing, or of no kind that is known */
export function readModel(folder: ModelFolder): VoiceModel | null {
  const { name, files } = folder;
  const family = familyOf(folder);
  const wanted = FILES[family](files);
  const found = Object.entries(wanted).filter(([, file]) => file !== null && file.length > 0);
  const needed = NEEDED[family];
  if (needed.some((part) => !found.some(([each]) => each === part))) return null;
  const speakers = speakersOf(folder, family);
  if (speakers.length === 0) return null;
  const { sample_rate: rate, license } = folder.facts;
  return {
    ...{ name, family, speakers },
    files: Object.fromEntries(found) as VoiceModel['files'],
    sampleRate: Number(rate) > 0 ? Number(rate) : null,
    licence: license?.trim() || null,
  };
}

function familyOf({ name, files, facts }: ModelFolder): Family {
  const told = `${facts.model_type ?? ''} ${name}`.toLowerCase();
  if (files.some((file) => /^text_conditioner.*\.onnx$/.test(file))) return 'pocket';
  if (files.includes('voices.bin')) return told.includes('kitten') ? 'kitten' : 'kokoro';
  return told.includes('matcha') ? 'matcha' : 'vits';
}

type FoundFiles = Record<string, string | string[] | null>;

const first = (files: readonly string[], pattern: RegExp) => files.find((file) => pattern.test(file)) ?? null;
const all = (files: readonly string[], pattern: RegExp) => files.filter((file) => pattern.test(file)).sort();
/** Data of the espeak-ng inside of sherpa-onnx, which reads spelling for most models. */
const dataDir = (files: readonly string[]) =>
  files.includes('espeak-ng-data/phontab') ? 'espeak-ng-data' : null;
const common = (files: readonly string[]) => ({
  tokens: first(files, /^tokens\.txt$/),
  dataDir: dataDir(files),
  lexicon: all(files, /^lexicon[^/]*\.txt$/),
});

/** By family, what sherpa-onnx may be given. */
const FILES: Record<Family, (files: readonly string[]) => FoundFiles> = {
  kokoro: (files) => ({ ...common(files), model: mainFile(files), voices: first(files, /^voices\.bin$/) }),
  kitten: (files) => {
    const { lexicon: _, ...parts } = common(files);
    return { ...parts, model: mainFile(files), voices: first(files, /^voices\.bin$/) };
  },
  matcha: (files) => ({
    ...common(files),
    acousticModel: mainFile(files),
    vocoder: files.find((file) => /^[^/]+\.onnx$/.test(file) && isVocoder(file)) ?? null,
  }),
  vits: (files) => ({ ...common(files), model: mainFile(files) }),
  pocket: (files) => ({
    lmFlow: first(files, /^lm_flow.*\.onnx$/),
    lmMain: first(files, /^lm_main.*\.onnx$/),
    encoder: first(files, /^encoder.*\.onnx$/),
    decoder: first(files, /^decoder.*\.onnx$/),
    textConditioner: first(files, /^text_conditioner.*\.onnx$/),
    vocabJson: first(files, /^vocab\.json$/),
    tokenScoresJson: first(files, /^token_scores\.json$/),
  }),
};

const NEEDED: Record<Family, readonly string[]> = {
  kokoro: ['model', 'voices', 'tokens', 'dataDir'],
  kitten: ['model', 'voices', 'tokens', 'dataDir'],
  matcha: ['acousticModel', 'vocoder', 'tokens'],
  vits: ['model', 'tokens'],
  pocket: ['lmFlow', 'lmMain', 'encoder', 'decoder', 'textConditioner', 'vocabJson', 'tokenScoresJson'],
};

export interface FoundVoice {
  model: VoiceModel;
  speaker: VoiceSpeaker;
}

/** Which of the models a voice's name means, and who of it; null where it is not there. */
export function findVoice(name: string, models: readonly VoiceModel[]): FoundVoice | null {
  const at = name.indexOf('/');
  const [folder, speakerName] = at < 0 ? [name, null] : [name.slice(0, at), name.slice(at + 1)];
  const model = models.find((each) => each.name === folder);
  const speaker = model?.speakers.find((each) => each.name === speakerName);
  return model && speaker ? { model, speaker } : null;
}

/** Languages that Kokoro spells by espeak-ng when it is told to; English and Chinese it knows by itself. */
const KOKORO_TOLD: Readonly<Record<string, string>> = {
  es: 'es',
  fr: 'fr-fr',
  hi: 'hi',
  it: 'it',
  pt: 'pt-br',
};

/** The configuration that sherpa-onnx takes, with absolute paths. */
export function engineConfig(
  { family, files }: VoiceModel,
  { languages }: VoiceSpeaker,
  folder: string,
  threads: number,
) {
  const path = (file: string) => `${folder}/${file}`;
  const paths = Object.fromEntries(
    Object.entries(files).map(([part, file]) => [
      part,
      typeof file === 'string' ? path(file) : file.map(path).join(','),
    ]),
  );
  const lang = family === 'kokoro' ? KOKORO_TOLD[languages[0] ?? ''] : undefined;
  return {
    model: {
      [family]: { ...paths, ...(lang && { lang }) },
      numThreads: threads,
      provider: 'cpu',
      debug: false,
    },
    // A sentence at a time: a long text takes no more memory than a short one.
    maxNumSentences: 1,
  };
}
