/** Money as the pages say it. Pure. */
import { type FilmTariff, type FilmWish, filmCostUsd } from '#jobs/story/budget/film-cost.ts';
import { TARGET_SECONDS, targetSecondsOf } from '#jobs/story/budget/film-plan.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';
import { speakerKindOf } from '#jobs/story/film/speech.ts';
import { valueNamed } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import { VOICES } from '#jobs/story/order/voices.ts';
import type { FormValues } from './create-form';

/** What of the form decides on size and cost of the film, as text. */
export type CostlyChoices = Pick<
  FormValues,
  'format' | 'quality' | 'voice' | 'speed' | 'writing' | 'seconds'
>;

/** The film as the form stands; what cannot be understood is as if it were not chosen. */
export function formWish(story: string, chosen: CostlyChoices): FilmWish {
  const writing = valueNamed(OPTIONS.writing, chosen.writing) ?? undefined;
  const seconds = TARGET_SECONDS.find((length) => String(length) === chosen.seconds);
  return {
    story,
    format: valueNamed(OPTIONS.format, chosen.format) ?? OPTIONS.format.usual,
    quality: valueNamed(OPTIONS.quality, chosen.quality) ?? undefined,
    sceneCount: null,
    targetSeconds: targetSecondsOf({ writing, seconds }),
    speaker: speakerKindOf({ voice: valueNamed(OPTIONS.voice, chosen.voice) ?? VOICES[0] }),
    speed: valueNamed(OPTIONS.speed, chosen.speed) ?? 'normal',
  };
}

/** What the film will cost: `≈ $0.42`. */
export function filmCostWords(tariff: FilmTariff, wish: FilmWish): string {
  return aboutUsd(filmCostUsd(tariff, wish), tariff);
}

/** `≈ $0.42`, or `up to $0.42` where a price is not known and the dearest of its kind was taken. */
function aboutUsd(usd: number, { isListed }: Pick<FilmTariff, 'isListed'>): string {
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
