/** Whom a voice model can speak as, and what they are called. Pure. */
import { languageName, primaryLanguage } from '#jobs/story/language/language-tag.ts';
import type { LocalVoice } from '#jobs/story/order/voice/local-voices.ts';

export const FAMILIES = ['kokoro', 'kitten', 'pocket', 'matcha', 'vits'] as const;
export type Family = (typeof FAMILIES)[number];

/** What is read of a folder: names of files and of folders in it, with `/` between. */
export interface ModelFolder {
  name: string;
  files: readonly string[];
  /** What the model's file says of itself. */
  facts: Readonly<Record<string, string>>;
}

export interface VoiceSpeaker {
  /** Part of the voice's name; null where the model has one alone. */
  name: string | null;
  /** By which sherpa-onnx knows it. */
  sid: number;
  /** Primary BCP 47 languages; empty where nobody says. */
  languages: readonly string[];
  /** Sound that it is to speak like, by its path in the folder; for models that imitate. */
  reference?: string;
}

/** Speakers beyond these can be chosen by nobody: a list of hundreds without names helps no one. */
const MOST_SPEAKERS = 60;

/** Whom a model can speak as. */
export function speakersOf({ name, files, facts }: ModelFolder, family: Family): VoiceSpeaker[] {
  if (family === 'pocket') {
    // It imitates: whoever speaks in a sound of its folder is a speaker.
    return files
      .filter((file) => /^(?:[^/]+\/)?[^/]+\.wav$/.test(file))
      .sort()
      .slice(0, MOST_SPEAKERS)
      .map((reference) => ({
        name: reference.replace(/^.*\/|\.wav$/g, ''),
        sid: 0,
        languages: ['en'],
        reference,
      }));
  }
  const names = (facts.speaker_names ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  const count = Math.max(1, Number(facts.n_speakers) || names.length);
  const languages = languagesOf(name, facts);
  return Array.from({ length: Math.min(count, MOST_SPEAKERS) }, (_, sid) => {
    const named = names[sid] ?? null;
    return {
      name: count === 1 ? null : (named ?? String(sid + 1)),
      sid,
      languages: (family === 'kokoro' && named && kokoroLanguage(named)) || languages,
    };
  });
}

/** Kokoro's speakers begin with a letter for their language: `af_bella` is American. */
const KOKORO_LETTERS: Readonly<Record<string, string>> = {
  ...{ a: 'en', b: 'en', e: 'es', f: 'fr', h: 'hi', i: 'it', j: 'ja', p: 'pt', z: 'zh' },
};

function kokoroLanguage(speaker: string): readonly string[] | null {
  const language = /^[a-z][fm](?:_|$)/.test(speaker) ? KOKORO_LETTERS[speaker.charAt(0)] : undefined;
  return language ? [language] : null;
}

/** By the model's own word, in English or as a tag, or by a tag in its name: `vits-piper-de_DE-thorsten-low`. */
function languagesOf(
  name: string,
  { voice = '', language = '' }: Readonly<Record<string, string>>,
): string[] {
  const tag = [voice, language, /(?:^|-)([a-z]{2}(?:_[A-Z]{2})?)(?:-|$)/.exec(name)?.[1] ?? '']
    .map((each) => each.replace('_', '-'))
    .find((each) => /^[a-z]{2,3}(?:-|$)/.test(each));
  if (tag) return [primaryLanguage(tag)];
  const byName = language && NAMED.find((each) => languageName(each) === language);
  return byName ? [byName] : [];
}

/** Languages for which there are voices, whose models say their English names. */
const NAMED =
  'ar bg bn ca cs cy da de el en es et eu fa fi fr ga gu he hi hr hu id is it ja ka kk ko lb lt lv ml mt ne nl no pl pt ro ru sk sl sr sv sw te th tr uk ur vi zh'.split(
    ' ',
  );

/** The voices of a model, as people choose among them. */
export function voicesOf({
  name,
  speakers,
}: {
  name: string;
  speakers: readonly VoiceSpeaker[];
}): LocalVoice[] {
  return speakers.map((speaker) => ({
    name: speaker.name === null ? name : `${name}/${speaker.name}`,
    label: labelOf(speaker.name, name),
    note: [speaker.languages.map(languageName).join(', '), familyLabel(name)].filter(Boolean).join(', '),
    languages: speaker.languages,
  }));
}

/** `af_bella` is Bella; a number says which of its model's it is. */
function labelOf(speaker: string | null, model: string): string {
  const word =
    speaker === null ? familyLabel(model) : speaker.replace(/^[a-z][fm]_/, '').replace(/^expr-/, '');
  if (/^\d+$/.test(word)) return `${familyLabel(model)} ${word}`;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`.replaceAll('_', ' ');
}

/** A model's name without what all models' names have: `vits-piper-de_DE-thorsten-low` is `thorsten-low`. */
function familyLabel(model: string): string {
  return (
    model.replace(
      /^(?:sherpa-onnx-)?(?:vits-)?(?:piper|coqui|mms|icefall)?-?(?:[a-z]{2}(?:_[A-Z]{2})?-)?/,
      '',
    ) || model
  );
}

/** Other voices of the same model that read the same language, or of all models where it has no others. */
export function neighboursOf(
  voice: string,
  models: readonly { name: string; speakers: readonly VoiceSpeaker[] }[],
): string[] {
  const all = models.flatMap((model) => voicesOf(model).map((each) => ({ ...each, model: model.name })));
  const own = all.find(({ name }) => name === voice);
  const reads = (languages: readonly string[]) =>
    own === undefined || own.languages.length === 0 || own.languages.some((each) => languages.includes(each));
  const fit = all.filter(({ languages }) => reads(languages));
  const siblings = fit.filter(({ model }) => model === own?.model);
  return (siblings.length > 1 ? siblings : fit).map(({ name }) => name).filter((name) => name !== voice);
}
