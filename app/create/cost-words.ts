/** Money as the pages say it. Pure. */
import { type FilmTariff, filmCostUsd } from '#jobs/story/budget/film-cost.ts';
import { TARGET_SECONDS } from '#jobs/story/budget/film-plan.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';
import { PICTURE_QUALITIES } from '#jobs/story/order/options.ts';
import { FORMAT_NAMES } from '#remotion/contract/story-props.ts';

/** What of the form decides on the cost, as text. */
export interface CostlyChoices {
  format: string;
  quality: string;
  voice: string;
  writing: string;
  seconds: string;
}

/** What the film will cost as the form stands: `≈ $0.42`. */
export function filmCostWords(tariff: FilmTariff, story: string, chosen: CostlyChoices): string {
  const seconds = TARGET_SECONDS.find((length) => String(length) === chosen.seconds) ?? 60;
  const usd = filmCostUsd(tariff, {
    story,
    format: FORMAT_NAMES.find((name) => name === chosen.format) ?? '9:16',
    quality: PICTURE_QUALITIES.find((name) => name === chosen.quality),
    sceneCount: null,
    targetSeconds: chosen.writing === 'write-for-me' ? seconds : null,
    isSpoken: chosen.voice !== 'none' && chosen.voice !== 'espeak',
  });
  return aboutUsd(usd, tariff);
}

/** `≈ $0.42`, or `up to $0.42` where a price is not known and the dearest of its kind was taken. */
export function aboutUsd(usd: number, { isListed }: Pick<FilmTariff, 'isListed'>): string {
  return usd === 0 ? '$0' : `${isListed ? '≈' : 'up to'} ${formatUsd(usd)}`;
}

/** How old the prices are, and how sure: `prices of 2026-11-05, unverified`. */
export function priceDate({ pricesAsOf, isVerified }: Pick<FilmTariff, 'pricesAsOf' | 'isVerified'>): string {
  return `prices of ${pricesAsOf}${isVerified ? '' : ', unverified'}`;
}

/** What going on with a film will cost: `≈ $0.10 (prices of 2026-11-05)`; `$0` needs no price. */
export function costToGoOn(usd: number, tariff: FilmTariff): string {
  return usd === 0 ? aboutUsd(0, tariff) : `${aboutUsd(usd, tariff)} (${priceDate(tariff)})`;
}
