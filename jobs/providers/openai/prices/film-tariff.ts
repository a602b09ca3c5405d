import { qualitiesOf } from '#jobs/providers/openai/settings/catalogue.ts';
import type { ProviderSettings } from '#jobs/providers/openai/settings/settings.ts';
import type { FilmTariff } from '#jobs/story/budget/film-cost.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { estimateFilm, type FilmEstimate } from './film-estimate';
import { PRICES_AS_OF } from './prices';

const MANY_CHARACTERS = 10_000;

/**
 * Prices of a film's parts, so that a page can tell a film's cost while it is being typed; null where nothing
 * is configured that takes money. Read off from estimates, which are linear in scenes and characters.
 */
export function filmTariff(settings: ProviderSettings): FilmTariff | null {
  const at = (characters: number, sceneCount: number): FilmEstimate =>
    estimateFilm(settings, { text: 'a'.repeat(characters), format: '9:16', sceneCount, targetSeconds: null });
  const [none, more, long] = [at(0, 1), at(0, 11), at(MANY_CHARACTERS, 1)];
  const { basis } = long.total;
  if (basis === 'free') return null;
  const sceneUsd = (more.script.expectedUsd - none.script.expectedUsd) / 10;
  return {
    scriptUsd: none.script.expectedUsd - sceneUsd,
    scriptSceneUsd: sceneUsd,
    scriptCharacterUsd: (long.script.expectedUsd - none.script.expectedUsd) / MANY_CHARACTERS,
    pictureUsd: pictureUsd(settings),
    pictureUsdByQuality: pictureUsdByQuality(settings),
    voiceCharacterUsd: (long.voice.expectedUsd - none.voice.expectedUsd) / MANY_CHARACTERS,
    isListed: basis !== 'assumed',
    isVerified: basis === 'listed',
    pricesAsOf: PRICES_AS_OF,
  };
}

function pictureUsd(settings: ProviderSettings): FilmTariff['pictureUsd'] {
  const of = (format: FormatName) =>
    estimateFilm(settings, { text: '', format, sceneCount: 1, targetSeconds: null }).picture.expectedUsd;
  return { '9:16': of('9:16'), '1:1': of('1:1'), '16:9': of('16:9') };
}

function pictureUsdByQuality({ image, ...others }: ProviderSettings): FilmTariff['pictureUsdByQuality'] {
  if (!image) return {};
  const prices = qualitiesOf(image).map(
    (quality) => [quality, pictureUsd({ ...others, image: { ...image, quality } })] as const,
  );
  return Object.fromEntries(prices);
}
