/**
 * What a film will cost, told before it is begun: the one place that puts a film's price together. What one that was
 * begun will still cost: `remaining-cost`. US dollars; expectations, not limits.
 */

import type { SpeakerKind } from '#jobs/story/film/speech.ts';
import type { SharedParts } from '#jobs/story/formats/film-format.ts';
import { motionSeconds } from '#jobs/story/order/motion-service.ts';
import type { PictureQuality, VideoOptions } from '#jobs/story/order/options.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { filmSize, type SizeWish } from './film-size';
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
export function translationUsd(
  { scriptUsd, scriptSceneUsd, scriptCharacterUsd }: FilmTariff,
  { scenes, characters }: { scenes: number; characters: number },
): Usd {
  return scenes === 0 ? 0 : scriptUsd + scriptSceneUsd * scenes + scriptCharacterUsd * characters;
}

/** What one picture costs. */
export function pictureUsd(
  tariff: FilmTariff,
  { format, quality }: Pick<FilmWish, 'format' | 'quality'>,
): Usd {
  return ((quality && tariff.pictureUsdByQuality[quality]) ?? tariff.pictureUsd)[format];
}

/** What it costs that one picture moves. */
export function motionUsd(tariff: FilmTariff, { motion }: Pick<FilmWish, 'motion'>, sceneMs: number): Usd {
  if (motion !== 'animated' || !tariff.motion) return 0;
  return motionSeconds(tariff.motion, sceneMs) * tariff.motion.secondUsd;
}

/** What drawing costs; nothing where this machine draws. */
export function renderUsd({ render }: FilmTariff, { scenes, ms }: { scenes: number; ms: number }): Usd {
  return render ? scenes * render.sceneUsd + (ms / 1000) * render.secondUsd : 0;
}

/** What narration costs; nobody is paid where the machine itself speaks, or nobody does. */
export function voicesUsd(
  tariff: FilmTariff,
  speaker: SpeakerKind,
  { scenes, characters, ms }: { scenes: number; characters: number; ms: number },
): Usd {
  if (speaker !== 'service-or-builtin') return 0;
  const { voiceSceneUsd, voiceCharacterUsd, voiceMinuteUsd } = tariff;
  return scenes * voiceSceneUsd + characters * voiceCharacterUsd + (ms / 60_000) * voiceMinuteUsd;
}
