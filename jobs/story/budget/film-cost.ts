/** What a film will cost, told before it is begun or gone on with. US dollars; expectations, not limits. */

import type { Video } from '#jobs/story/film/video.ts';
import type { PictureQuality } from '#jobs/story/order/options.ts';
import { countWords } from '#jobs/story/order/story-text.ts';
import type { FormatName } from '#remotion/contract/story-props.ts';
import { scenesFor, scenesForWords, type TargetSeconds, wordsFor } from './film-plan';

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
  /** Of narration with its word times. */
  voiceCharacterUsd: number;
  /** Whether every price is in the list; otherwise the dearest of the kind was taken for some. */
  isListed: boolean;
  /** Day on which the list was last gone through, ISO 8601, and whether its sources for these prices bear dates. */
  pricesAsOf: string;
  isVerified: boolean;
}

export interface FilmWish {
  story: string;
  format: FormatName;
  /** Absent for the operator's setting. */
  quality?: PictureQuality | undefined;
  /** Null lets the story decide. */
  sceneCount: number | null;
  /** Length of the film when the model writes it, null when the author's words are kept. */
  targetSeconds: TargetSeconds | null;
  /** Whether narration is spoken at all. */
  isSpoken: boolean;
}

const CHARACTERS_PER_WORD = 6;

/** What a film will cost as a whole. */
export function filmCostUsd(tariff: FilmTariff, wish: FilmWish): number {
  const { story, targetSeconds, sceneCount } = wish;
  const words = countWords(story);
  if (words === 0) return 0;
  const scenes = sceneCount ?? (targetSeconds === null ? scenesForWords(words) : scenesFor(targetSeconds));
  const spoken = targetSeconds === null ? story.length : wordsFor(targetSeconds) * CHARACTERS_PER_WORD;
  return (
    tariff.scriptUsd +
    scenes * (tariff.scriptSceneUsd + pictureUsd(tariff, wish)) +
    story.length * tariff.scriptCharacterUsd +
    (wish.isSpoken ? spoken * tariff.voiceCharacterUsd : 0)
  );
}

/** What one picture costs. */
function pictureUsd(tariff: FilmTariff, { format, quality }: Pick<FilmWish, 'format' | 'quality'>): number {
  return ((quality && tariff.pictureUsdByQuality[quality]) ?? tariff.pictureUsd)[format];
}

/** What is still to be paid until a video is finished: for the scenes that lack something, or for all of it. */
export function remainingCostUsd(tariff: FilmTariff, video: Video): number {
  const { options, scenes, story } = video;
  const isSpoken = options.voice !== 'none' && options.voice !== 'espeak';
  if (scenes.length === 0) {
    const targetSeconds = options.writing === 'write-for-me' ? (options.seconds ?? 60) : null;
    const sceneCount = options.scenes ?? null;
    const { format, quality } = options;
    return filmCostUsd(tariff, { story, format, quality, sceneCount, targetSeconds, isSpoken });
  }
  return scenes.reduce((sum, { pictureKey, voiceKey, narration }) => {
    const picture = pictureKey ? 0 : pictureUsd(tariff, options);
    const voice = voiceKey || !isSpoken ? 0 : narration.length * tariff.voiceCharacterUsd;
    return sum + picture + voice;
  }, 0);
}
