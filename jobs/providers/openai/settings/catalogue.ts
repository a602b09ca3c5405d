/** What is known of OpenAI's own models; models of other servers are taken at their word. */
import type { PictureQuality } from '#jobs/story/order/options.ts';
import type { ImageSettings, Served, SpeechSettings } from './settings';

/** Models used on OpenAI's server when none is named. */
const DEFAULT_MODELS: Readonly<Record<Served, string>> = {
  script: 'gpt-6.1-terra',
  image: 'gpt-image-2.5-flare',
  // After 2027-01-06 OpenAI has no model for `/audio/speech`: see `defaultModel`.
  speech: 'gpt-4o-mini-tts',
  // The only one that gives word times; to be shut down on 2027-02-26, when the built-in aligner takes over.
  transcribe: 'whisper-1',
  moderation: 'omni-moderation-latest',
};

export const DEFAULT_VOICE = 'marin';
/** Where the model does not have that one. */
export const FALLBACK_VOICE = 'nova';

/** The same for a day, ms since the epoch: speech goes on by the Realtime API once the last speech model is gone. */
export function defaultModel(capability: Served, nowMs: number): string {
  const isOver = capability === 'speech' && nowMs >= LAST_SPEECH_DAY_MS;
  return isOver ? 'gpt-realtime-2.1-mini' : DEFAULT_MODELS[capability];
}
const LAST_SPEECH_DAY_MS = Date.UTC(2027, 0, 6);

/** Whether a model speaks in a conversation alone, by the Realtime API. */
export function speaksInRealtime(model: string): boolean {
  return /(^|[-/])realtime(?!-(whisper|translate))/.test(model);
}

const FIRST_VOICES = ['alloy', 'ash', 'coral', 'echo', 'fable', 'onyx', 'nova', 'sage', 'shimmer'] as const;
const LATER_VOICES = ['ballad', 'verse', 'marin', 'cedar'] as const;

const REALTIME_VOICES = 'alloy ash ballad coral echo sage shimmer verse marin cedar'.split(' ');

const VOICES_BY_MODEL: readonly [pattern: RegExp, voices: readonly string[]][] = [
  [/^tts-1(-hd)?(-|$)/, FIRST_VOICES],
  [/^gpt-4o-mini-tts(-|$)/, [...FIRST_VOICES, ...LATER_VOICES]],
  [/^gpt-realtime(-|$)/, REALTIME_VOICES],
];

/** Voices that a speech model has, or null for a model that is not OpenAI's and may have any. */
export function voicesOf(model: string): readonly string[] | null {
  return VOICES_BY_MODEL.find(([pattern]) => pattern.test(model))?.[1] ?? null;
}

/** Voices that later models have no more, and which of theirs people would take for them most easily. */
const NEAREST: Readonly<Record<string, string>> = { nova: 'coral', onyx: 'ash', fable: 'ballad' };

/** Which of the voices on offer is nearest to one that is not; null where nobody knows. */
export function nearestVoice(voice: string, offered: readonly string[]): string | null {
  const nearest = NEAREST[voice];
  return nearest !== undefined && offered.includes(nearest) ? nearest : null;
}

/** Whether it is a voice of one of OpenAI's models. */
export function isKnownVoice(voice: string): boolean {
  return VOICES_BY_MODEL.some(([, voices]) => voices.includes(voice));
}

/** Whether a speech model heeds instructions on how to speak. */
export function takesInstructions(model: string): boolean {
  return !/^tts-1(-hd)?(-|$)/.test(model);
}

/** Whether a film may say how its voice is to sound: the model is known to heed it, or the operator relies on it. */
export function offersTone({ model, instructions }: SpeechSettings): boolean {
  return takesInstructions(model) && (/^gpt-/.test(model) || instructions !== null);
}

const FIRST_QUALITIES = ['low', 'medium', 'high', 'auto'] as const satisfies PictureQuality[];

const QUALITIES_BY_MODEL: readonly [pattern: RegExp, qualities: readonly PictureQuality[]][] = [
  [/^gpt-image-(1|1\.5|1-mini|2)(-\d{4}-\d{2}-\d{2})?$/, FIRST_QUALITIES],
  [/^gpt-image-2\.5-/, [...FIRST_QUALITIES, 'xhigh', 'max']],
];

/** Qualities that a picture model is known to have; null for a model of which nobody has said so. */
export function knownQualities(model: string): readonly PictureQuality[] | null {
  return QUALITIES_BY_MODEL.find(([pattern]) => pattern.test(model))?.[1] ?? null;
}

/** Qualities that may be chosen for a film, from the plainest; none for a model that is not known to have any. */
export function qualitiesOf({ model, quality }: ImageSettings): readonly PictureQuality[] {
  if (!isGptImage(model)) return [];
  const known: PictureQuality[] = ['low', 'medium', 'high'];
  return known.includes(quality) ? known : [...known, quality];
}

/** Whether earlier pictures are sent along with the prompt (`/images/edits`). */
export function followsReferences({ edits, model }: Pick<ImageSettings, 'edits' | 'model'>): boolean {
  return edits === 'on' || (edits === 'auto' && isGptImage(model));
}

/** Whether the model takes only the newer name of the limit on its answer, `max_completion_tokens`. */
export function limitsCompletion(model: string): boolean {
  return /^(?:[\w.-]+\/)?(gpt-([5-9]|\d\d)|o\d)/.test(model);
}

/** Whether it is one of OpenAI's picture models: they always answer in base64 and know `output_format`. */
export function isGptImage(model: string): boolean {
  return /^(gpt-image|chatgpt-image)-/.test(model);
}

/** Whether the model draws any size whose sides are multiples of 16. */
export function drawsAnySize(model: string): boolean {
  return /^gpt-image-([2-9]|\d\d)/.test(model);
}

/** Whether the model's answer can tell when each word is said (`verbose_json` with word timestamps). */
export function timesWords(model: string): boolean {
  return !/^gpt-/.test(model);
}
