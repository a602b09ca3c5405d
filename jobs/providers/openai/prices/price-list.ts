import type { PriceBasis } from '#jobs/ports/calls/call-estimate.ts';
import type { Usd } from '#jobs/story/budget/usd.ts';

import {
  CHAT_PRICES,
  type ChatPrice,
  IMAGE_PRICES,
  type ImagePrice,
  type Listed,
  SPEECH_PRICES,
  type SpeechPrice,
  TRANSCRIPTION_PRICES,
  type TranscriptionPrice,
} from './prices';

export interface Priced<T> {
  price: Omit<T, keyof Listed>;
  basis: PriceBasis;
}

/** Which model is asked, and whether its server takes money at all. */
export interface PricedModel {
  model: string;
  /** True for a server on the operator's own machine or network. */
  free: boolean;
}

export function chatPrice(model: PricedModel): Priced<ChatPrice> {
  return lookUp(model, CHAT_PRICES, { inputUsd: 0, outputUsd: 0 }, (price) => price.outputUsd);
}

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

export function speechPrice(model: PricedModel): Priced<SpeechPrice> {
  const free = { perMillionCharactersUsd: 0, perMinuteUsd: 0 };
  return lookUp(model, SPEECH_PRICES, free, (price) => price.perMillionCharactersUsd);
}

export function transcriptionPrice(model: PricedModel): Priced<TranscriptionPrice> {
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

const CERTAINTY: readonly PriceBasis[] = ['free', 'listed', 'unverified', 'assumed'];

/** The least sure of several prices; `free` of none. */
export function leastCertain(bases: readonly PriceBasis[]): PriceBasis {
  return bases.reduce<PriceBasis>(
    (worst, basis) => (CERTAINTY.indexOf(basis) > CERTAINTY.indexOf(worst) ? basis : worst),
    'free',
  );
}

function lookUp<T extends Listed>(
  { model, free }: PricedModel,
  list: Readonly<Record<string, T>>,
  nothing: Omit<T, keyof Listed>,
  dearness: (price: T) => number,
): Priced<T> {
  if (free) return { price: nothing, basis: 'free' };
  const undated = model.replace(/-\d{4}-\d{2}-\d{2}$/, '');
  const listed = Object.hasOwn(list, undated) ? list[undated] : undefined;
  if (listed !== undefined) return { price: listed, basis: listed.listing.isDated ? 'listed' : 'unverified' };
  const [dearest = nothing] = Object.values(list).sort((a, b) => dearness(b) - dearness(a));
  return { price: dearest, basis: 'assumed' };
}
