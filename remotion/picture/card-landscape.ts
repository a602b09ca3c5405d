/** The quiet landscape that stands where a picture is missing, drawn from a seed: for whatever draws it. Pure. */
import { type CardPalette, cardPalette } from './palette';
import { seededBetween } from './seeded';

const STARS = 14;
/** px */
export const STAR_SIZE = 6;
/** A hill's measures, as fractions of the card's: a wide, flat ellipse whose top edge is the ridge. */
export const HILL = { width: 2.2, height: 0.7 };
/** Of the sky's colours, from top to bottom. */
export const SKY_STOPS = [0, 0.48, 0.78] as const;

/** Places are fractions of the card's width and height, sizes px. */
export interface CardLandscape extends Pick<CardPalette, 'sky' | 'light'> {
  stars: { x: number; y: number; glow: number }[];
  /** Sun or moon and what shines around it, the largest first; `x` and `y` are their middle. */
  discs: { x: number; y: number; size: number; glow: number }[];
  /** From the farthest to the nearest. */
  hills: { color: string; left: number; top: number }[];
}

export function cardLandscape(seed: number): CardLandscape {
  const { sky, light, hills } = cardPalette(seed);
  const x = seededBetween(seed, 'light x', 0.25, 0.75);
  const y = seededBetween(seed, 'light y', 0.4, 0.52);
  return {
    ...{ sky, light },
    stars: Array.from({ length: STARS }, (_, star) => ({
      x: seededBetween(seed, `star ${star} x`, 4, 96) / 100,
      y: seededBetween(seed, `star ${star} y`, 3, 40) / 100,
      glow: seededBetween(seed, `star ${star} glow`, 0.15, 0.6),
    })),
    discs: [
      { x, y, size: 560, glow: 0.12 },
      { x, y, size: 400, glow: 0.18 },
      { x, y, size: 250, glow: 0.95 },
    ],
    hills: hills.map((color, layer) => ({
      color,
      top: 0.62 + layer * 0.12 + seededBetween(seed, `hill ${layer} height`, -0.03, 0.03),
      left: seededBetween(seed, `hill ${layer} shift`, -0.35, 0.35) - 0.6,
    })),
  };
}
