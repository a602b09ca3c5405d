/** The film's own colours, and those of a card that stands in for a missing picture. */
import { seededChoice } from './seeded';

/** Almost black: outlines, shades and the tone that the film ends in. */
export const INK = '#15121f';
/** Text. */
export const PAPER = '#fffdf7';
/** Text that is not yet, or no longer, spoken. */
export const QUIET_PAPER = 'rgba(255, 253, 247, 0.76)';
/** The word being spoken. */
export const ACCENT = '#ffd23f';

export interface CardPalette {
  /** Sky from top to bottom. */
  sky: readonly [string, string, string];
  /** Sun or moon. */
  light: string;
  /** Hills from the farthest to the nearest. */
  hills: readonly [string, string, string];
}

const CARD_PALETTES: readonly [CardPalette, ...CardPalette[]] = [
  {
    sky: ['#2b2a5c', '#7a4f8f', '#f2a48a'],
    light: '#ffe3b0',
    hills: ['#6b4a86', '#463a70', '#2a2850'],
  },
  {
    sky: ['#12345a', '#2f7a9c', '#a8d8d0'],
    light: '#fff4d2',
    hills: ['#3d8a8e', '#246673', '#154553'],
  },
  {
    sky: ['#0f1738', '#26336b', '#5a5f9e'],
    light: '#f4efd9',
    hills: ['#33407a', '#222c5c', '#141b40'],
  },
  {
    sky: ['#4b2340', '#b2474f', '#f5b061'],
    light: '#ffe9bd',
    hills: ['#8f3b4d', '#642c45', '#3f1d36'],
  },
  {
    sky: ['#1d4a3e', '#4f9670', '#d6e4a3'],
    light: '#fffbe0',
    hills: ['#4d8a5c', '#306849', '#1b4636'],
  },
];

/** The colours of a seed's card. */
export function cardPalette(seed: number): CardPalette {
  return seededChoice(seed, 'card palette', CARD_PALETTES);
}
