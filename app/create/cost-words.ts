/** Money as the pages say it. Pure. */

import type { Words } from '#app/language/page-words.ts';
import { phrase } from '#app/language/phrase.ts';
import { type FilmTariff, type FilmWish, filmCostUsd, furtherCostUsd } from '#jobs/story/budget/film-cost.ts';
import { TARGET_SECONDS, targetSecondsOf } from '#jobs/story/budget/film-plan.ts';
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
export function filmCostWords(tariff: FilmTariff, wish: FilmWish, words: Words): string {
  return aboutUsd(filmCostUsd(tariff, wish), tariff, words);
}

/** What a further format of it will cost: `+ ≈ $0.10`. @param shared what is made for others anyway */
export function furtherCostWords(
  tariff: FilmTariff,
  wish: FilmWish,
  shared: Pick<SharedParts, 'pictures' | 'translation'>,
  words: Words,
): string {
  const cost = aboutUsd(furtherCostUsd(tariff, wish, shared), tariff, words);
  return words.t('+ {{cost}}', { cost });
}

/** What one film may cost here, and whether this one would be refused. */
export function filmCapWords(
  tariff: FilmTariff,
  wish: FilmWish,
  capUsd: number,
  { t, usd }: Pick<Words, 't' | 'usd'>,
): string {
  const cap = usd(capUsd);
  return filmCostUsd(tariff, wish) > capUsd
    ? t(
        'The limit for one film is {{cap}}: this one is not begun unless the story is shorter, the quality lower, or the operator raises MAX_COST_PER_VIDEO.',
        { cap },
      )
    : t('The limit for one film is {{cap}}.', { cap });
}

/**
 * `≈ $0.42`; `up to $0.42` where a price is not known and the dearest of its kind was taken; `not known` or
 * `more than $0.42` where one was not told.
 */
function aboutUsd(
  cost: number,
  { isListed, untold }: Pick<FilmTariff, 'isListed' | 'untold'>,
  { t, told, usd }: Words,
): string {
  const amount = usd(cost);
  if (untold.length > 0) return cost === 0 ? t('not known') : t('more than {{amount}}', { amount });
  if (cost === 0) return told('$0');
  return t(isListed ? '≈ {{amount}}' : 'up to {{amount}}', { amount });
}

/** How old the prices are, and how sure: `prices of 2026-11-05, unverified`. */
export function priceDate(
  { pricesAsOf, isVerified, untold }: Pick<FilmTariff, 'pricesAsOf' | 'isVerified' | 'untold'>,
  { t, list }: Words,
): string {
  const certainty = pricesAsOf === '' ? 'own' : isVerified ? 'verified' : 'unverified';
  const variables = untold.length > 0 ? list(untold) : '';
  return t(PRICES[certainty][variables ? 'incomplete' : 'complete'], { date: pricesAsOf, variables });
}

const PRICES = {
  own: {
    complete: phrase('prices as they were set'),
    incomplete: phrase('prices as they were set, without {{variables}}, which nobody has set'),
  },
  verified: {
    complete: phrase('prices of {{date}}'),
    incomplete: phrase('prices of {{date}}, without {{variables}}, which nobody has set'),
  },
  unverified: {
    complete: phrase('prices of {{date}}, unverified'),
    incomplete: phrase('prices of {{date}}, unverified, without {{variables}}, which nobody has set'),
  },
} as const;

/** What going on with a film will cost: `≈ $0.10 (prices of 2026-11-05)`; `$0` needs no price. */
export function costToGoOn(usd: number, tariff: FilmTariff, words: Words): string {
  const cost = aboutUsd(usd, tariff, words);
  if (usd === 0 && tariff.untold.length === 0) return cost;
  return words.t('{{cost}} ({{prices}})', { cost, prices: priceDate(tariff, words) });
}
