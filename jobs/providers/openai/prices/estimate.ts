/** What calls will cost before they are made: what to expect, and what they can cost at most. */

import type { Estimate, PriceBasis } from '#jobs/ports/calls/call-estimate.ts';
import { roundUpUsd } from '#jobs/story/budget/usd.ts';
import type { PictureQuality } from '#jobs/story/order/options.ts';
import {
  CHARACTERS_PER_TOKEN,
  chatPrice,
  chatUsd,
  imagePrice,
  type PricedChat,
  type PricedPicture,
  type PricedSound,
  speechPrice,
  speechUsd,
  transcriptionPrice,
} from './price-list';

/** UTF-16 units per token in the worst case. */
const FEWEST_CHARACTERS_PER_TOKEN = 1;

export interface ChatCall extends PricedChat {
  /** Length of everything sent, UTF-16 units. */
  inputCharacters: number;
  /** Tokens expected to come back, thoughts included, and the limit that the request sets. */
  expectedOutputTokens: number;
  maximumOutputTokens: number;
}

export function estimateChat(call: ChatCall): Estimate {
  const { price, basis } = chatPrice(call);
  const cost = (charactersPerToken: number, outputTokens: number) =>
    chatUsd(price, { inputTokens: call.inputCharacters / charactersPerToken, outputTokens });
  return estimate(
    cost(CHARACTERS_PER_TOKEN, call.expectedOutputTokens),
    cost(FEWEST_CHARACTERS_PER_TOKEN, call.maximumOutputTokens),
    basis,
  );
}

export interface PictureCall extends PricedPicture {
  quality: PictureQuality;
  /** px */
  width: number;
  height: number;
  promptCharacters: number;
  /** Pictures sent along to be followed. */
  references: number;
}

/** A quality as a factor on a listed one; those above `high` have no listed examples. */
const QUALITY_FACTORS: Record<PictureQuality, { of: 'low' | 'medium' | 'high'; factor: number }> = {
  low: { of: 'low', factor: 1 },
  medium: { of: 'medium', factor: 1 },
  high: { of: 'high', factor: 1 },
  xhigh: { of: 'high', factor: 2 },
  max: { of: 'high', factor: 4 },
  auto: { of: 'high', factor: 1 },
};

/** Tokens of one reference picture, generously. */
const REFERENCE_TOKENS = 3000;
/** How far one picture may be dearer than the examples. */
const PICTURE_SPREAD = 1.5;

/** Examples exist for two sizes; others go by their area, and never below the example of the same shape. */
export function estimatePicture(call: PictureCall): Estimate {
  if (call.price != null) return estimate(call.price, call.price, 'told');
  const { price, basis } = imagePrice(call);
  const { of, factor } = QUALITY_FACTORS[call.quality];
  const isSquare = call.width === call.height;
  const example = isSquare ? price.squareUsd[of] : price.tallUsd[of];
  const exampleArea = isSquare ? 1024 * 1024 : 1024 * 1536;
  const area = Math.max(1, (call.width * call.height) / exampleArea);
  const input =
    ((call.promptCharacters / CHARACTERS_PER_TOKEN) * price.textInputUsd +
      call.references * REFERENCE_TOKENS * price.imageInputUsd) /
    1e6;
  const output = example * factor * area;
  return estimate(input + output, input * CHARACTERS_PER_TOKEN + output * PICTURE_SPREAD, basis);
}

export interface SpeechCall extends PricedSound {
  /** Text and instructions together, UTF-16 units. */
  characters: number;
  /** How long the text takes to say, ms: see `spokenMs`. */
  durationMs: number;
}

/** Hardly any voice is slower than this by the pace of a calm one. */
const SLOWEST_SPEECH = 2;

export function estimateSpeech({ characters, durationMs, ...model }: SpeechCall): Estimate {
  const { price, basis } = speechPrice(model);
  const cost = (ms: number) => speechUsd(price, { characters, minutes: ms / 60_000 });
  return estimate(cost(durationMs), cost(durationMs * SLOWEST_SPEECH), basis);
}

export interface TranscriptionCall extends PricedSound {
  durationMs: number;
}

/** The length is known, so what is expected is also the most; every started second is paid. */
export function estimateTranscription(call: TranscriptionCall): Estimate {
  const { price, basis } = transcriptionPrice(call);
  const cost = (Math.ceil(call.durationMs / 1000) / 60) * price.perMinuteUsd;
  return estimate(cost, cost, basis);
}

function estimate(expected: number, maximum: number, basis: PriceBasis): Estimate {
  return { expectedUsd: roundUpUsd(expected), maximumUsd: roundUpUsd(Math.max(expected, maximum)), basis };
}
