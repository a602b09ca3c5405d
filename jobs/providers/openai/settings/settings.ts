/** What the providers that speak OpenAI's protocol are told: plain values, read elsewhere from the environment. */
import type { Capability, RateLimits } from '#jobs/ports/capability.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';
import type { PictureQuality } from '#jobs/story/order/options.ts';

/** What is asked of servers that speak OpenAI's protocol. */
export const SERVED = [
  'script',
  'image',
  'speech',
  'transcribe',
  'moderation',
] as const satisfies Capability[];
export type Served = (typeof SERVED)[number];

/** Where and as whom a capability is asked for. */
export interface ServerSettings {
  /** Address of the API's root, such as `https://api.openai.com/v1`; never holds a user name or password. */
  baseUrl: string;
  /** Null for a server that asks for none. */
  apiKey: string | null;
  model: string;
  /** Whether it is on the operator's own machine or network, where a price is only known if it is told. */
  isOwn: boolean;
  limits: RateLimits;
}

export interface ScriptSettings extends ServerSettings {
  /** US dollars per million tokens, as the operator told them; null where nobody has, as below. */
  price: { inputUsd: Usd; outputUsd: Usd } | null;
  /** How much a reasoning model may think, as the server names it; null for the model's own default. */
  effort: string | null;
  /** `json_schema` holds the model to the schema; `json_object` is for servers that know no schemas. */
  structure: 'json_schema' | 'json_object';
}

export interface ImageSettings extends ServerSettings {
  /** US dollars for a picture. */
  price: Usd | null;
  quality: PictureQuality;
  /** `standard` is scaled up to the film a little; `full` is drawn in the film's own size and costs more. */
  resolution: 'standard' | 'full';
  /** Whether pictures can be sent along to be followed; `auto` goes by the model. */
  edits: 'auto' | 'on' | 'off';
}

export interface TranscribeSettings extends ServerSettings {
  /** US dollars for a minute of sound. */
  price: Usd | null;
}

export interface SpeechSettings extends ServerSettings {
  /** US dollars for a minute of sound. */
  price: Usd | null;
  /** The usual one. */
  voice: string;
  /** All that may be chosen for a film, the usual one among them. */
  voices: readonly string[];
  /** How to speak, for models that take instructions; null for none. */
  instructions: string | null;
  /** 0.25 to 4; 1 is the voice's own. */
  speed: number;
  format: 'wav' | 'pcm' | 'mp3' | 'flac' | 'opus' | 'aac';
}

export interface ProviderSettings {
  script: ScriptSettings | null;
  image: ImageSettings | null;
  speech: SpeechSettings | null;
  transcribe: TranscribeSettings | null;
  moderation: ServerSettings | null;
}

/** Name and port of a server, to be shown. */
export function hostOf(settings: Pick<ServerSettings, 'baseUrl'>): string {
  return new URL(settings.baseUrl).host;
}

export const OPENAI_BASE_URL = 'https://api.openai.com/v1';

/** Whether it is OpenAI's own server, of whatever region, whose models and voices are known. */
export function isOpenAi(baseUrl: string): boolean {
  return /^([a-z0-9-]+\.)?api\.openai\.com$/.test(new URL(baseUrl).hostname);
}
