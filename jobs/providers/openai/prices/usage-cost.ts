/** What a finished call cost, by the usage that its answer tells. */

import { roundUpUsd, type Usd } from '#jobs/story/budget/usd.ts';
import {
  chatPrice,
  chatUsd,
  imagePrice,
  type PricedChat,
  type PricedPicture,
  type PricedSound,
  realtimePrice,
} from './price-list';

export interface ChatUsage {
  inputTokens: number;
  outputTokens: number;
}

export function chatCost(model: PricedChat, usage: ChatUsage): Usd {
  const { price } = chatPrice(model);
  return roundUpUsd(chatUsd(price, usage));
}

export interface PictureUsage {
  textInputTokens: number;
  imageInputTokens: number;
  outputTokens: number;
}

export function pictureCost(model: PricedPicture, usage: PictureUsage): Usd {
  if (model.price != null) return roundUpUsd(model.price);
  const { price } = imagePrice(model);
  return roundUpUsd(
    (usage.textInputTokens * price.textInputUsd +
      usage.imageInputTokens * price.imageInputUsd +
      usage.outputTokens * price.imageOutputUsd) /
      1e6,
  );
}

export interface RealtimeUsage {
  inputTokens: number;
  /** Of the transcript and of the sound. */
  textTokens: number;
  audioTokens: number;
}

/** Null where the operator told a price for each minute, which the answer's tokens say nothing of. */
export function realtimeCost(model: PricedSound, usage: RealtimeUsage): Usd | null {
  if (model.price != null) return null;
  const { price } = realtimePrice(model);
  return roundUpUsd(
    (usage.inputTokens * price.textInputUsd +
      usage.textTokens * price.textOutputUsd +
      usage.audioTokens * price.audioOutputUsd) /
      1e6,
  );
}
