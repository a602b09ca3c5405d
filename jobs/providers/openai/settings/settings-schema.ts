/** Reading the providers' settings from variables, with one clear line for each that is not as it must be. */
import { z } from 'zod';
import type { SettingsIssue } from '#jobs/ports/provider.ts';
import { defaultModel, knownQualities } from './catalogue';
import { voicesFor } from './offered-voices';
import { isOwnNetwork } from './own-network';
import {
  isOpenAi,
  OPENAI_BASE_URL,
  type ProviderSettings,
  type Served,
  type ServerSettings,
} from './settings';
import { optionalText, price, twoPrices } from './variable-types';

const optionalUrl = optionalText.superRefine((value, context) => {
  if (value === null) return;
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    context.addIssue({ code: 'custom', message: 'must be an address that begins with http:// or https://' });
  } else if (url.username || url.password) {
    context.addIssue({ code: 'custom', message: 'must not hold a user name or password' });
  }
});

const apiKey = optionalText.refine((value) => value === null || /^[\x21-\x7e]+$/.test(value), {
  message: 'must be one word of plain characters',
});

const engine = z.enum(['auto', 'builtin'], { error: 'must be auto or builtin' }).default('auto');

const count = (fallback: number, most: number) =>
  z.coerce
    .number({ error: 'must be a whole number' })
    .int('must be a whole number')
    .min(1, 'must be at least 1')
    .max(most, `must be at most ${most}`)
    .default(fallback);

const choice = <const T extends readonly [string, ...string[]]>(values: T, fallback: T[number]) =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` }).default(fallback as never);

const variablesSchema = z.object({
  OPENAI_API_KEY: apiKey,
  OPENAI_BASE_URL: optionalUrl,
  SCRIPT_PROVIDER: engine,
  SCRIPT_BASE_URL: optionalUrl,
  SCRIPT_API_KEY: apiKey,
  SCRIPT_MODEL: optionalText,
  SCRIPT_EFFORT: optionalText,
  SCRIPT_STRUCTURE: choice(['json_schema', 'json_object'], 'json_schema'),
  SCRIPT_PRICE: twoPrices,
  SCRIPT_CONCURRENCY: count(4, 1000),
  SCRIPT_PER_MINUTE: count(60, 100_000),
  IMAGE_PROVIDER: engine,
  IMAGE_BASE_URL: optionalUrl,
  IMAGE_API_KEY: apiKey,
  IMAGE_MODEL: optionalText,
  IMAGE_QUALITY: choice(['low', 'medium', 'high', 'xhigh', 'max', 'auto'], 'medium'),
  IMAGE_RESOLUTION: choice(['standard', 'full'], 'standard'),
  IMAGE_EDITS: choice(['auto', 'on', 'off'], 'auto'),
  IMAGE_PRICE: price,
  IMAGE_CONCURRENCY: count(4, 1000),
  IMAGE_PER_MINUTE: count(20, 100_000),
  SPEECH_PROVIDER: engine,
  SPEECH_BASE_URL: optionalUrl,
  SPEECH_API_KEY: apiKey,
  SPEECH_MODEL: optionalText,
  SPEECH_VOICE: optionalText,
  SPEECH_VOICES: optionalText,
  SPEECH_INSTRUCTIONS: optionalText,
  SPEECH_SPEED: z.coerce
    .number({ error: 'must be a number' })
    .min(0.25, 'must be at least 0.25')
    .max(4, 'must be at most 4')
    .default(1),
  SPEECH_FORMAT: choice(['wav', 'pcm', 'mp3', 'flac', 'opus', 'aac'], 'wav'),
  SPEECH_PRICE: price,
  SPEECH_CONCURRENCY: count(6, 1000),
  SPEECH_PER_MINUTE: count(120, 100_000),
  TRANSCRIBE_PROVIDER: engine,
  TRANSCRIBE_BASE_URL: optionalUrl,
  TRANSCRIBE_API_KEY: apiKey,
  TRANSCRIBE_MODEL: optionalText,
  TRANSCRIBE_PRICE: price,
  TRANSCRIBE_CONCURRENCY: count(6, 1000),
  TRANSCRIBE_PER_MINUTE: count(120, 100_000),
  MODERATION: choice(['auto', 'on', 'off'], 'auto'),
  MODERATION_BASE_URL: optionalUrl,
  MODERATION_API_KEY: apiKey,
  MODERATION_MODEL: optionalText,
  MODERATION_CONCURRENCY: count(6, 1000),
  MODERATION_PER_MINUTE: count(120, 100_000),
});
type Variables = z.infer<typeof variablesSchema>;

export type SettingsResult =
  /**
   * `unnamed`: what the shared server is not asked for, because it is not OpenAI's and no model of it is named.
   * `voiceWarning`: which voices of the settings cannot be had any more, and what speaks instead; null for none.
   */
  | { ok: true; settings: ProviderSettings; unnamed: Served[]; voiceWarning: string | null }
  | { ok: false; issues: SettingsIssue[] };

/**
 * Reads the settings of all capabilities. Empty variables count as absent. A capability is configured by its
 * own address or key, or by the shared ones; on a server other than OpenAI's it is used only when its model is
 * named, for such a server seldom offers all of them. The shared key is sent to no other server than the one
 * that it was given for. What is not configured is null, and the built-in studio takes its place.
 * @param nowMs since the epoch: which models are the usual ones goes by the day
 */
export function readProviderSettings(
  source: Readonly<Record<string, string | undefined>>,
  nowMs = Date.now(),
): SettingsResult {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const parsed = variablesSchema.safeParse(present);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ variable: path.join('.'), message }));
    return { ok: false, issues };
  }
  const variables = parsed.data;
  const issues: SettingsIssue[] = [];
  const unnamed: Served[] = [];
  const server = (capability: Served) => serverOf(variables, capability, { issues, unnamed, nowMs });
  const script = server('script');
  const image = server('image');
  const speech = server('speech');
  const transcribe = server('transcribe');
  const voices = speech && voicesFor(variables, speech.model);
  issues.push(...(voices?.issues ?? []));
  const settings: ProviderSettings = {
    script: script && {
      ...script,
      price: variables.SCRIPT_PRICE,
      effort: variables.SCRIPT_EFFORT,
      structure: variables.SCRIPT_STRUCTURE,
    },
    image: image && {
      ...image,
      price: variables.IMAGE_PRICE,
      quality: qualityFor(variables, image.model, issues),
      resolution: variables.IMAGE_RESOLUTION,
      edits: variables.IMAGE_EDITS,
    },
    speech: speech &&
      voices && {
        ...speech,
        price: variables.SPEECH_PRICE,
        voice: voices.voice,
        voices: voices.voices,
        instructions: variables.SPEECH_INSTRUCTIONS,
        speed: variables.SPEECH_SPEED,
        format: variables.SPEECH_FORMAT,
      },
    transcribe: transcribe && { ...transcribe, price: variables.TRANSCRIBE_PRICE },
    moderation: server('moderation'),
  };
  if (variables.MODERATION === 'on' && !settings.moderation) {
    issues.push({
      variable: 'MODERATION',
      message: 'is on, but no server is set: set OPENAI_API_KEY, or MODERATION_BASE_URL and MODERATION_MODEL',
    });
  }
  if (issues.length > 0) return { ok: false, issues };
  return { ok: true, settings, unnamed, voiceWarning: voices?.warning ?? null };
}

type Prefix = 'SCRIPT' | 'IMAGE' | 'SPEECH' | 'TRANSCRIBE' | 'MODERATION';

function serverOf(
  variables: Variables,
  capability: Served,
  { issues, unnamed, nowMs }: { issues: SettingsIssue[]; unnamed: Served[]; nowMs: number },
): ServerSettings | null {
  const prefix = capability.toUpperCase() as Prefix;
  if (isSwitchedOff(variables, prefix)) return null;
  const ownUrl = variables[`${prefix}_BASE_URL`];
  const ownKey = variables[`${prefix}_API_KEY`];
  const sharedUrl = variables.OPENAI_BASE_URL ?? OPENAI_BASE_URL;
  const baseUrl = withoutTrailingSlash(ownUrl ?? sharedUrl);
  const sharedKey = new URL(baseUrl).origin === new URL(sharedUrl).origin ? variables.OPENAI_API_KEY : null;
  const key = ownKey ?? sharedKey;
  if (!key && !ownUrl && !variables.OPENAI_BASE_URL) return null;

  const isNamed = ownUrl !== null || ownKey !== null || variables[`${prefix}_MODEL`] !== null;
  if (isOpenAi(baseUrl) && !key) {
    if (isNamed) issues.push({ variable: `${prefix}_API_KEY`, message: 'is needed for OpenAI’s server' });
    return null;
  }
  const model = variables[`${prefix}_MODEL`] ?? (isOpenAi(baseUrl) ? defaultModel(capability, nowMs) : null);
  if (!model) {
    if (isNamed) {
      issues.push({ variable: `${prefix}_MODEL`, message: 'must name a model of the server given for it' });
    } else unnamed.push(capability);
    return null;
  }
  const limits = {
    concurrency: variables[`${prefix}_CONCURRENCY`],
    perMinute: variables[`${prefix}_PER_MINUTE`],
  };
  return { baseUrl, apiKey: key, model, isOwn: isOwnNetwork(baseUrl), limits };
}

function isSwitchedOff(variables: Variables, prefix: Prefix): boolean {
  if (prefix === 'MODERATION') return variables.MODERATION === 'off';
  return variables[`${prefix}_PROVIDER`] === 'builtin';
}

/** A model that is known has qualities of its own; one that is not may have any. */
function qualityFor(
  { IMAGE_QUALITY: quality }: Variables,
  model: string,
  issues: SettingsIssue[],
): Variables['IMAGE_QUALITY'] {
  const known = knownQualities(model);
  if (known && !known.includes(quality)) {
    issues.push({
      variable: 'IMAGE_QUALITY',
      message: `must be one of ${known.join(', ')} for the model “${model}”`,
    });
  }
  return quality;
}

function withoutTrailingSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
