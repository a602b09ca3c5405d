/** What a batch will be and cost, by the same reckoning as one film. Pure. */
import { type FilmTariff, filmCostUsd } from '#jobs/story/budget/film-cost.ts';
import { filmSize, wishOf } from '#jobs/story/budget/film-size.ts';
import { formatUsd, sumUsd, type Usd } from '#jobs/story/budget/usd.ts';
import { translatedInto } from '#jobs/story/language/caption-language.ts';
import type { StoryDraft } from '#jobs/story/order/draft.ts';
import type { LineIssue } from './line-issue';

export interface BatchEstimate {
  films: number;
  words: number;
  /** Of all films one after the other, ms. */
  durationMs: number;
  /** US dollars; 0 where nothing takes money. */
  usd: Usd;
  /** What each film is expected to cost, US dollars, in the order of the stories. */
  eachUsd: Usd[];
}

/**
 * @param tariff null where films are free
 * @param breathe is waited for after each story: a thousand of them take a second
 */
export async function estimateBatch(
  drafts: readonly StoryDraft[],
  tariff: FilmTariff | null,
  breathe: () => Promise<void> = async () => {},
): Promise<BatchEstimate> {
  const estimate: BatchEstimate = { films: drafts.length, words: 0, durationMs: 0, usd: 0, eachUsd: [] };
  for (const { story, options } of drafts) {
    const wish = wishOf(story, options);
    const { words, durationMs } = filmSize(wish);
    const { format, quality, motion } = options;
    const isTranslated = translatedInto({ story, options }) !== null;
    estimate.words += words;
    estimate.durationMs += durationMs;
    estimate.eachUsd.push(
      tariff ? filmCostUsd(tariff, { ...wish, format, quality, motion, isTranslated }) : 0,
    );
    await breathe();
  }
  estimate.usd = sumUsd(estimate.eachUsd);
  return estimate;
}

/** Why a batch that is expected to cost so much does not begin under its cap, or null. */
export function overCap({ usd }: Pick<BatchEstimate, 'usd'>, capUsd: Usd | null): LineIssue | null {
  if (capUsd === null || !exceeds(usd, capUsd)) return null;
  return {
    ...{ place: null, field: 'capUsd', code: 'batch_over_cap' },
    message: `The batch is expected to cost ${formatUsd(usd)}, and its limit is ${formatUsd(capUsd)}.`,
    hint: 'Raise the limit, leave stories out, or choose cheaper options for them.',
  };
}

/** Sums of binary fractions may miss a cap that they meet exactly. */
export function exceeds(sum: Usd, cap: Usd): boolean {
  return sum - cap > 1e-9;
}
