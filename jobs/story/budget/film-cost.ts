/**
 * What a film will cost, told before it is begun or gone on with: the one place that puts a film's price together.
 * US dollars; expectations, not limits.
 */

import { expectedSceneMs } from '#jobs/story/film/moving.ts';
import { spokenMs } from '#jobs/story/film/reading-times.ts';
import { optionsIn, spokenText } from '#jobs/story/film/scene-speech.ts';
import { type SpeakerKind, speakerKindOf } from '#jobs/story/film/speech.ts';
import type { Scene, Video } from '#jobs/story/film/video.ts';
import type { SharedParts } from '#jobs/story/formats/film-format.ts';
import { translatedInto } from '#jobs/story/language/caption-language.ts';
import { motionSeconds } from '#jobs/story/order/motion-service.ts';
import type { PictureQuality, VideoOptions } from '#jobs/story/order/options.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { filmSize, type SizeWish, wishOf } from './film-size';
import { sumUsd, type Usd } from './usd';

/** Prices of a film's parts with the engines that are set; 0 for what is built in. */
export interface FilmTariff {
  /** Of a script, besides its scenes and the characters that it is made from. */
  scriptUsd: number;
  scriptSceneUsd: number;
  scriptCharacterUsd: number;
  /** Of a picture of the operator's own quality. */
  pictureUsd: Record<FormatName, number>;
  /** The same for every quality that may be chosen. */
  pictureUsdByQuality: Partial<Record<PictureQuality, Record<FormatName, number>>>;
  /** Of narration with its word times: its characters, its minutes, and what each scene adds to them. */
  voiceCharacterUsd: number;
  voiceMinuteUsd: number;
  voiceSceneUsd: number;
  /** Whether every price is in the list; otherwise the dearest of the kind was taken for some. */
  isListed: boolean;
  /** Day on which the list was last gone through, ISO 8601, and whether its sources for these prices bear dates. */
  pricesAsOf: string;
  isVerified: boolean;
  /** Of pictures that move; absent where none can. */
  motion?: { lengths: readonly number[]; secondUsd: number };
  /** Of drawing the film, where other machines are paid for that: of a scene, and of each second of it; absent for nothing. */
  render?: { sceneUsd: number; secondUsd: number };
  /** Variables of prices that nobody told, of servers on the operator's own network: those count as nothing. */
  untold: readonly string[];
}

/** The tariff of a machine on which nothing else takes money. */
export const NOTHING_PAID: FilmTariff = {
  ...{ scriptUsd: 0, scriptSceneUsd: 0, scriptCharacterUsd: 0 },
  pictureUsd: { '9:16': 0, '1:1': 0, '16:9': 0 },
  pictureUsdByQuality: {},
  ...{ voiceCharacterUsd: 0, voiceMinuteUsd: 0, voiceSceneUsd: 0 },
  ...{ isListed: true, isVerified: true, pricesAsOf: '', untold: [] },
};

export interface FilmWish extends SizeWish {
  format: FormatName;
  /** Absent for the operator's setting. */
  quality?: PictureQuality | undefined;
  /** Absent for the camera alone. */
  motion?: VideoOptions['motion'] | undefined;
  /** Whether captions are translated; absent for no. */
  isTranslated?: boolean;
}

/** What a film will cost as a whole; nothing for a text without words. */
export function filmCostUsd(tariff: FilmTariff, wish: FilmWish): Usd {
  const { words, scenes, durationMs, spoken } = filmSize(wish);
  if (words === 0) return 0;
  return sumUsd([
    wish.isTranslated ? translationUsd(tariff, { scenes, characters: spoken.characters }) : 0,
    tariff.scriptUsd,
    tariff.scriptSceneUsd * scenes,
    tariff.scriptCharacterUsd * wish.story.length,
    pictureUsd(tariff, wish) * scenes,
    motionUsd(tariff, wish, durationMs / scenes) * scenes,
    voicesUsd(tariff, wish.speaker, { ...spoken, scenes }),
    renderUsd(tariff, { scenes, ms: durationMs }),
  ]);
}

/**
 * What a further format of a film will cost, which shares script and voices with it.
 * @param wish with the shape of that format
 * @param shared whether it shares pictures too, and whether its captions are translated for it first
 */
export function furtherCostUsd(
  tariff: FilmTariff,
  wish: FilmWish,
  shared: Pick<SharedParts, 'pictures' | 'translation'>,
): Usd {
  const { words, scenes, durationMs, spoken } = filmSize(wish);
  if (words === 0) return 0;
  const picture = pictureUsd(tariff, wish) + motionUsd(tariff, wish, durationMs / scenes);
  const { characters } = spoken;
  return sumUsd([
    shared.pictures ? 0 : picture * scenes,
    shared.translation === 'own' ? translationUsd(tariff, { scenes, characters }) : 0,
    renderUsd(tariff, { scenes, ms: durationMs }),
  ]);
}

/** What captions in another language cost: the model reads and writes as much as for a script. */
function translationUsd(
  { scriptUsd, scriptSceneUsd, scriptCharacterUsd }: FilmTariff,
  { scenes, characters }: { scenes: number; characters: number },
): Usd {
  return scenes === 0 ? 0 : scriptUsd + scriptSceneUsd * scenes + scriptCharacterUsd * characters;
}

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

/** What one picture costs. */
function pictureUsd(tariff: FilmTariff, { format, quality }: Pick<FilmWish, 'format' | 'quality'>): Usd {
  return ((quality && tariff.pictureUsdByQuality[quality]) ?? tariff.pictureUsd)[format];
}

/** What it costs that one picture moves. */
function motionUsd(tariff: FilmTariff, { motion }: Pick<FilmWish, 'motion'>, sceneMs: number): Usd {
  if (motion !== 'animated' || !tariff.motion) return 0;
  return motionSeconds(tariff.motion, sceneMs) * tariff.motion.secondUsd;
}

/** What drawing costs; nothing where this machine draws. */
function renderUsd({ render }: FilmTariff, { scenes, ms }: { scenes: number; ms: number }): Usd {
  return render ? scenes * render.sceneUsd + (ms / 1000) * render.secondUsd : 0;
}

/** What narration costs; nobody is paid where the machine itself speaks, or nobody does. */
function voicesUsd(
  tariff: FilmTariff,
  speaker: SpeakerKind,
  { scenes, characters, ms }: { scenes: number; characters: number; ms: number },
): Usd {
  if (speaker !== 'service-or-builtin') return 0;
  const { voiceSceneUsd, voiceCharacterUsd, voiceMinuteUsd } = tariff;
  return scenes * voiceSceneUsd + characters * voiceCharacterUsd + (ms / 60_000) * voiceMinuteUsd;
}
