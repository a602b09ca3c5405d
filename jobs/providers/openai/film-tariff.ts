import type { FormatName } from '../../../remotion/story-props';
import type { FilmTariff } from '../../domain/film-cost';
import { estimateFilm, type FilmEstimate } from './film-estimate';
import type { ProviderSettings } from './settings';

const MANY_CHARACTERS = 10_000;

/**
 * Prices of a film's parts, so that a page can tell a film's cost while it is being typed; null where nothing
 * is configured. Read off from estimates, which are linear in scenes and characters.
 */
export function filmTariff(settings: ProviderSettings): FilmTariff | null {
  if (!settings.script && !settings.image && !settings.speech) return null;
  const at = (characters: number, sceneCount: number, format: FormatName = '9:16'): FilmEstimate =>
    estimateFilm(settings, { text: 'a'.repeat(characters), format, sceneCount, targetSeconds: null });
  const [none, more, long] = [at(0, 1), at(0, 11), at(MANY_CHARACTERS, 1)];
  const sceneUsd = (more.script.expectedUsd - none.script.expectedUsd) / 10;
  const picture = (format: FormatName) => at(0, 1, format).picture.expectedUsd;
  return {
    scriptUsd: none.script.expectedUsd - sceneUsd,
    scriptSceneUsd: sceneUsd,
    scriptCharacterUsd: (long.script.expectedUsd - none.script.expectedUsd) / MANY_CHARACTERS,
    pictureUsd: { '9:16': picture('9:16'), '1:1': picture('1:1'), '16:9': picture('16:9') },
    voiceCharacterUsd: (long.voice.expectedUsd - none.voice.expectedUsd) / MANY_CHARACTERS,
    isListed: long.total.basis !== 'assumed',
  };
}
