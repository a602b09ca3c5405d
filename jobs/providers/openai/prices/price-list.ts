import type { PriceBasis } from '#jobs/ports/calls/call-estimate.ts';
import { speaksInRealtime } from '#jobs/providers/openai/settings/catalogue.ts';
import type {
  ImageSettings,
  ScriptSettings,
  SpeechSettings,
} from '#jobs/providers/openai/settings/settings.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';

import {
  CHAT_PRICES,
  type ChatPrice,
  IMAGE_PRICES,
  type ImagePrice,
  type Listed,
  REALTIME_PRICES,
  type RealtimePrice,
  SPEECH_PRICES,
  type SpeechPrice,
  TRANSCRIPTION_PRICES,
  type TranscriptionPrice,
} from './prices';

export interface Priced<T> {
  price: Omit<T, keyof Listed>;
  basis: PriceBasis;
}

/** Which model is asked, and what is known of its price besides the list. */
export interface PricedModel {
  model: string;
  /** Whether its server is on the operator's own machine or network. */
  isOwn: boolean;
}

/** With the operator's own price, see `settings.ts`; null or absent where nobody told one. */
export type PricedChat = PricedModel & Partial<Pick<ScriptSettings, 'price'>>;
export type PricedPicture = PricedModel & Partial<Pick<ImageSettings, 'price'>>;
export type PricedSound = PricedModel & Partial<Pick<SpeechSettings, 'price'>>;

export function chatPrice(model: PricedChat): Priced<ChatPrice> {
  if (model.price) return { price: model.price, basis: 'told' };
  return lookUp(model, CHAT_PRICES, { inputUsd: 0, outputUsd: 0 }, (price) => price.outputUsd);
}

/** Of the list; a price for each picture that the operator told goes before it, see `estimatePicture`. */
export function imagePrice(model: PricedModel): Priced<ImagePrice> {
  const nothing = { low: 0, medium: 0, high: 0 };
  const free = {
    textInputUsd: 0,
    imageInputUsd: 0,
    imageOutputUsd: 0,
    squareUsd: nothing,
    tallUsd: nothing,
  };
  return lookUp(model, IMAGE_PRICES, free, (price) => price.squareUsd.high);
}

export function speechPrice(model: PricedSound): Priced<SpeechPrice> {
  if (model.price != null) {
    return { price: { perMillionCharactersUsd: 0, perMinuteUsd: model.price }, basis: 'told' };
  }
  if (speaksInRealtime(model.model)) {
    const { price, basis } = realtimePrice(model);
    const perMillionCharactersUsd = (price.textInputUsd + price.textOutputUsd) / CHARACTERS_PER_TOKEN;
    return { price: { perMillionCharactersUsd, perMinuteUsd: minuteUsd(price.audioOutputUsd) }, basis };
  }
  const free = { perMillionCharactersUsd: 0, perMinuteUsd: 0 };
  return lookUp(model, SPEECH_PRICES, free, (price) => price.perMillionCharactersUsd);
}

/** Speech by the Realtime API is paid for by tokens of all kinds. */
export function realtimePrice(model: PricedModel): Priced<RealtimePrice> {
  const free = { textInputUsd: 0, textOutputUsd: 0, audioOutputUsd: 0 };
  return lookUp(model, REALTIME_PRICES, free, (price) => price.audioOutputUsd);
}

/** UTF-16 units per token: English has about 4, other scripts down to 1 in the worst case. */
export const CHARACTERS_PER_TOKEN = 4;
/** OpenAI counts 20 tokens for a second of the sound that its models make. */
const minuteUsd = (perMillionTokensUsd: number) => (perMillionTokensUsd * 20 * 60) / 1e6;

export function transcriptionPrice(model: PricedSound): Priced<TranscriptionPrice> {
  if (model.price != null) return { price: { perMinuteUsd: model.price }, basis: 'told' };
  return lookUp(model, TRANSCRIPTION_PRICES, { perMinuteUsd: 0 }, (price) => price.perMinuteUsd);
}

/** Cost of tokens that go to a writing model and come back from it. */
export function chatUsd(
  price: Omit<ChatPrice, keyof Listed>,
  { inputTokens, outputTokens }: { inputTokens: number; outputTokens: number },
): Usd {
  return (inputTokens * price.inputUsd + outputTokens * price.outputUsd) / 1e6;
}

/** Cost of text to be spoken and of the sound that comes of it. */
export function speechUsd(
  price: Omit<SpeechPrice, keyof Listed>,
  { characters, minutes }: { characters: number; minutes: number },
): Usd {
  return (characters * price.perMillionCharactersUsd) / 1e6 + minutes * price.perMinuteUsd;
}

const CERTAINTY: readonly PriceBasis[] = ['free', 'told', 'listed', 'unverified', 'assumed', 'untold'];

/** The least sure of several prices; `free` of none. */
export function leastCertain(bases: readonly PriceBasis[]): PriceBasis {
  return bases.reduce<PriceBasis>(
    (worst, basis) => (CERTAINTY.indexOf(basis) > CERTAINTY.indexOf(worst) ? basis : worst),
    'free',
  );
}

function lookUp<T extends Listed>(
  { model, isOwn }: PricedModel,
  list: Readonly<Record<string, T>>,
  nothing: Omit<T, keyof Listed>,
  dearness: (price: T) => number,
): Priced<T> {
  if (isOwn) return { price: nothing, basis: 'untold' };
  const undated = model.replace(/-\d{4}-\d{2}-\d{2}$/, '');
  const listed = Object.hasOwn(list, undated) ? list[undated] : undefined;
  if (listed !== undefined) return { price: listed, basis: listed.listing.isDated ? 'listed' : 'unverified' };
  const [dearest = nothing] = Object.values(list).sort((a, b) => dearness(b) - dearness(a));
  return { price: dearest, basis: 'assumed' };
}
