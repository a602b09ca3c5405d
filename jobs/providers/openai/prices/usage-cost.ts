/** What a finished call cost, by the usage that its answer tells. */

import { roundUpUsd, type Usd } from '#jobs/story/budget/usd.ts';
import { chatPrice, chatUsd, imagePrice, type PricedChat, type PricedPicture } from './price-list';

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
