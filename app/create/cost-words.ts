/** Money as the pages say it. Pure. */
import { type FilmTariff, type FilmWish, filmCostUsd, furtherCostUsd } from '#jobs/story/budget/film-cost.ts';
import { TARGET_SECONDS, targetSecondsOf } from '#jobs/story/budget/film-plan.ts';
import { formatUsd } from '#jobs/story/budget/usd.ts';
import { speakerKindOf } from '#jobs/story/film/speech.ts';
import type { SharedParts } from '#jobs/story/formats/film-format.ts';
import { valueNamed } from '#jobs/story/order/option.ts';
import { OPTIONS } from '#jobs/story/order/option-registry.ts';
import type { LocalVoice } from '#jobs/story/order/voice/local-voices.ts';
import { VOICES } from '#jobs/story/order/voices.ts';
import type { FormValues } from './create-form';

/** What of the form decides on size and cost of the film, as text. */
export type CostlyChoices = Pick<
  FormValues,
  'format' | 'quality' | 'motion' | 'voice' | 'speed' | 'writing' | 'seconds'
>;

/** The film as the form stands; what cannot be understood is as if it were not chosen. */
export function formWish(
  story: string,
  chosen: CostlyChoices,
  localVoices: readonly LocalVoice[] = [],
): FilmWish {
  const writing = valueNamed(OPTIONS.writing, chosen.writing) ?? undefined;
  const seconds = TARGET_SECONDS.find((length) => String(length) === chosen.seconds);
  return {
    story,
    format: valueNamed(OPTIONS.format, chosen.format) ?? OPTIONS.format.usual,
    quality: valueNamed(OPTIONS.quality, chosen.quality) ?? undefined,
    motion: valueNamed(OPTIONS.motion, chosen.motion) ?? undefined,
    sceneCount: null,
    targetSeconds: targetSecondsOf({ writing, seconds }),
    speaker: localVoices.some(({ name }) => name === chosen.voice)
      ? 'local'
      : speakerKindOf({ voice: valueNamed(OPTIONS.voice, chosen.voice) ?? VOICES[0] }),
    speed: valueNamed(OPTIONS.speed, chosen.speed) ?? 'normal',
  };
}

/** What the film will cost: `≈ $0.42`. */
export function filmCostWords(tariff: FilmTariff, wish: FilmWish): string {
  return aboutUsd(filmCostUsd(tariff, wish), tariff);
}

/** What a further format of it will cost: `+ ≈ $0.10`. @param shared what is made for others anyway */
export function furtherCostWords(
  tariff: FilmTariff,
  wish: FilmWish,
  shared: Pick<SharedParts, 'pictures' | 'translation'>,
): string {
  return `+ ${aboutUsd(furtherCostUsd(tariff, wish, shared), tariff)}`;
}

/** What one film may cost here, and whether this one would be refused. */
export function filmCapWords(tariff: FilmTariff, wish: FilmWish, capUsd: number): string {
  const cap = `The limit for one film is ${formatUsd(capUsd)}`;
  return filmCostUsd(tariff, wish) > capUsd
    ? `${cap}: this one is not begun unless the story is shorter, the quality lower, or the operator raises MAX_COST_PER_VIDEO.`
    : `${cap}.`;
}

/**
 * `≈ $0.42`; `up to $0.42` where a price is not known and the dearest of its kind was taken; `not known` or
 * `more than $0.42` where one was not told.
 */
function aboutUsd(usd: number, { isListed, untold }: Pick<FilmTariff, 'isListed' | 'untold'>): string {
  if (untold.length > 0) return usd === 0 ? 'not known' : `more than ${formatUsd(usd)}`;
  return usd === 0 ? '$0' : `${isListed ? '≈' : 'up to'} ${formatUsd(usd)}`;
}

/** How old the prices are, and how sure: `prices of 2026-11-05, unverified`. */
export function priceDate({
  pricesAsOf,
  isVerified,
  untold,
}: Pick<FilmTariff, 'pricesAsOf' | 'isVerified' | 'untold'>): string {
  const unset = untold.length > 0 ? `, without ${untold.join(' and ')}, which nobody has set` : '';
  if (pricesAsOf === '') return `prices as they were set${unset}`;
  return `prices of ${pricesAsOf}${isVerified ? '' : ', unverified'}${unset}`;
}

/** What going on with a film will cost: `≈ $0.10 (prices of 2026-11-05)`; `$0` needs no price. */
export function costToGoOn(usd: number, tariff: FilmTariff): string {
  return usd === 0 && tariff.untold.length === 0
    ? aboutUsd(0, tariff)
    : `${aboutUsd(usd, tariff)} (${priceDate(tariff)})`;
}
