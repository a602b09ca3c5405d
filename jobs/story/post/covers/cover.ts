/** Frames of a film that do as its cover: what is known of each, how good it is, and which are chosen. Pure. */
import { z } from 'zod';

/** Raised when films of before are to be looked at anew. */
export const COVER_FINDER = 1;
/** How many a person may choose from. */
export const MOST_COVERS = 6;

export const coverSchema = z.object({
  /** ms of the film: the moment that platforms ask for, too. */
  atMs: z.number(),
  /** Position of its scene, from 0. */
  scene: z.number(),
  /** From 0 to 1. */
  score: z.number(),
});
export type Cover = z.infer<typeof coverSchema>;

/** Key of a cover's picture. @param filmHash of the film that it is a frame of */
export function coverKey(videoId: string, filmHash: string, { atMs }: Pick<Cover, 'atMs'>): string {
  return `${videoId}/cover-${filmHash}-${Math.round(atMs)}.jpg`;
}

/** What can be told of a moment without looking at it. */
export interface CoverMoment {
  /** ms of the film */
  atMs: number;
  scene: number;
  /** Whether a picture is seen, rather than a form of words or icons. */
  isPicture: boolean;
  /** Whether captions are to be seen, and whether one of them is just coming or going. */
  captions: 'none' | 'whole' | 'changing';
  /** Whether known figures are to be seen: all of them whole, or one cut off by an edge or with its eyes shut. */
  figures: 'none' | 'whole' | 'spoilt';
}

/** What a frame looks like; see `frameMeasures`. */
export interface FrameMeasures {
  /** How clear its edges are, steps of luma. */
  sharpness: number;
  /** Deviation of its luma. */
  contrast: number;
  /** After Hasler and Süsstrunk, about 100 at the most. */
  colour: number;
  /** Mean luma, from 0 to 255. */
  light: number;
  /** How much it differs from the frames right after it, steps of luma. */
  change: number;
}

/** Parts of a score, which together are one. */
const WEIGHTS = { sharpness: 0.25, contrast: 0.25, colour: 0.2, calm: 0.1, figures: 0.2 };
/** From these on a frame has enough. */
const ENOUGH = { contrast: 55, colour: 60 };
/** A change by so much is a transition, or a cut. */
const UNREST = 8;
const FIGURES = { whole: 1, none: 0.45, spoilt: 0 } as const;
/** A cover is small: words on it that are whole are no harm, words that are cut in the midst are. */
const CAPTIONS = { none: 1, whole: 0.85, changing: 0.5 } as const;
/** A form says less of a film than its pictures; its letters and icons are clear by nature. */
const FORM = 0.65;
/** Darker and lighter than these, nothing is seen in a small picture. */
const DARK = 28;
const GLARING = 232;

/** A moment with what its frame looks like. */
export interface SeenMoment {
  moment: CoverMoment;
  measures: FrameMeasures;
}

/** The frames of a film that do as its cover, the best first. */
export function coversOf(seen: readonly SeenMoment[]): Cover[] {
  const pictures = seen.filter(({ moment }) => moment.isPicture);
  const compared = pictures.length > 0 ? pictures : seen;
  const sharpest = Math.max(0, ...compared.map(({ measures }) => measures.sharpness));
  return chooseCovers(
    seen.map(({ moment, measures }) => ({
      ...{ atMs: moment.atMs, scene: moment.scene },
      score: Math.round(coverScore(moment, measures, sharpest) * 1000) / 1000,
    })),
  );
}

/** How good a frame is as a cover, from 0 to 1. @param sharpest of the film’s pictures that were looked at */
export function coverScore(
  { isPicture, captions, figures }: Pick<CoverMoment, 'isPicture' | 'captions' | 'figures'>,
  { sharpness, contrast, colour, light, change }: FrameMeasures,
  sharpest: number,
): number {
  const parts =
    WEIGHTS.sharpness * (sharpest > 0 ? Math.min(1, sharpness / sharpest) : 0) +
    WEIGHTS.contrast * Math.min(1, contrast / ENOUGH.contrast) +
    WEIGHTS.colour * Math.min(1, colour / ENOUGH.colour) +
    WEIGHTS.calm * Math.max(0, 1 - change / UNREST) +
    WEIGHTS.figures * FIGURES[figures];
  const isSeen = light >= DARK && light <= GLARING;
  return parts * CAPTIONS[captions] * (isPicture ? 1 : FORM) * (isSeen ? 1 : 0.4);
}

/** Two covers of one scene are nearly the same picture. */
const SAME_SCENE = 0.75;
/** So far apart they are, ms. */
const APART_MS = 1500;
/** Worse than this beside the best, nobody would choose it; but a choice there is to be. */
const LEAST_PART = 0.7;
const LEAST_COVERS = 3;

/** The best of them, far from each other in time and from as many scenes as there are; the best comes first. */
export function chooseCovers(candidates: readonly Cover[]): Cover[] {
  const chosen: Cover[] = [];
  const best = Math.max(0, ...candidates.map(({ score }) => score));
  while (chosen.length < MOST_COVERS) {
    const worth = ({ scene, score }: Cover) =>
      score * SAME_SCENE ** chosen.filter((one) => one.scene === scene).length;
    const [next] = candidates
      .filter(({ atMs }) => chosen.every((one) => Math.abs(one.atMs - atMs) >= APART_MS))
      .filter(({ score }) => score >= best * LEAST_PART || chosen.length < LEAST_COVERS)
      .sort((one, other) => worth(other) - worth(one) || one.atMs - other.atMs);
    if (!next) break;
    chosen.push(next);
  }
  return chosen;
}
