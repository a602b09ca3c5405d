/** What a film that was begun will still cost. US dollars; expectations, not limits. */

import { expectedSceneMs } from '#jobs/story/film/moving.ts';
import { spokenMs } from '#jobs/story/film/reading-times.ts';
import { optionsIn, spokenText } from '#jobs/story/film/scene-speech.ts';
import { speakerKindOf } from '#jobs/story/film/speech.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import { translatedInto } from '#jobs/story/language/caption-language.ts';
import {
  type FilmTariff,
  filmCostUsd,
  motionUsd,
  pictureUsd,
  renderUsd,
  translationUsd,
  voicesUsd,
} from './film-cost';
import { wishOf } from './film-size';
import { sumUsd, type Usd } from './usd';

/**
 * What is still to be paid until a video is finished: for the scenes that lack something, or for all of it.
 * @param isMended whether what was given up is asked for again, as when somebody presses Fix
 * @param onlyMoves whether a scene's still is there, so that only its movement is to be paid
 */
export function remainingCostUsd(
  tariff: FilmTariff,
  video: Video,
  {
    isMended = true,
    onlyMoves = () => false,
  }: { isMended?: boolean; onlyMoves?: (scene: Scene) => boolean } = {},
): Usd {
  const { options, scenes, story } = video;
  const { format, quality, motion } = options;
  const isTranslated = translatedInto(video) !== null;
  if (scenes.length === 0) {
    return filmCostUsd(tariff, { ...wishOf(story, options), format, quality, motion, isTranslated });
  }
  const untranslated = isTranslated ? scenes.filter(({ captions }) => captions === null) : [];
  const pictures = scenes.filter(
    ({ pictureKey, error, picture }) => (error ? isMended : !pictureKey) && picture.from === 'drawn',
  );
  const voices = scenes
    .filter(
      ({ voiceKey, voiceError, recording }) => (voiceError ? isMended : !voiceKey) && recording === null,
    )
    .filter((scene) => speakerKindOf(optionsIn(options, scene)) === 'service-or-builtin')
    .map(spokenText);
  const stretches = scenes.filter(({ segmentKey }) => !segmentKey);
  return sumUsd([
    translationUsd(tariff, {
      scenes: untranslated.length,
      characters: untranslated.reduce((sum, { narration }) => sum + narration.length, 0),
    }),
    pictureUsd(tariff, options) * pictures.filter((scene) => !onlyMoves(scene)).length,
    ...pictures.map((scene) => motionUsd(tariff, options, expectedSceneMs(scene, options))),
    voicesUsd(tariff, 'service-or-builtin', {
      scenes: voices.length,
      characters: voices.join('').length,
      ms: voices.reduce((sum, narration) => sum + spokenMs(narration, options.speed), 0),
    }),
    renderUsd(tariff, {
      scenes: stretches.length,
      ms: stretches.reduce((sum, scene) => sum + expectedSceneMs(scene, options), 0),
    }),
  ]);
}
