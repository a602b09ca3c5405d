/**
 * Where things stand in each format, so that no platform's own buttons and texts cover them.
 *
 * On a phone the vertical players draw over the lowest fifth and over a column at the right; captions
 * keep clear of both while staying centred.
 */
import type { CaptionStyle, FormatName } from '../contract/story-props';

/** A place in the frame for centred text. Fractions of the frame's height, and px. */
export interface TextPlace {
  /** Middle of the text block, as a fraction of the frame's height. */
  middle: number;
  /** Most width that a line may take, px. */
  width: number;
}

const CAPTION_WIDTHS: Record<FormatName, number> = { '9:16': 816, '1:1': 900, '16:9': 1440 };

const CAPTION_MIDDLES: Record<FormatName, Record<CaptionStyle, number>> = {
  '9:16': { pop: 0.705, karaoke: 0.71, subtle: 0.725, big: 0.68 },
  '1:1': { pop: 0.82, karaoke: 0.83, subtle: 0.86, big: 0.79 },
  '16:9': { pop: 0.83, karaoke: 0.83, subtle: 0.86, big: 0.79 },
};

const TITLE_PLACES: Record<FormatName, TextPlace> = {
  '9:16': { middle: 0.22, width: 860 },
  '1:1': { middle: 0.25, width: 900 },
  '16:9': { middle: 0.26, width: 1400 },
};

/** Where a style's captions stand. */
export function captionPlace(style: CaptionStyle, format: FormatName): TextPlace {
  return { middle: CAPTION_MIDDLES[format][style], width: CAPTION_WIDTHS[format] };
}

const END_CARD_PLACES: Record<FormatName, TextPlace> = {
  '9:16': { middle: 0.105, width: 800 },
  '1:1': { middle: 0.065, width: 820 },
  '16:9': { middle: 0.07, width: 1400 },
};

/** Where the end card stands: above titles, captions and forms. */
export function endCardPlace(format: FormatName): TextPlace {
  return END_CARD_PLACES[format];
}

/** Where the film's title, or a card's, stands: above every caption. */
export function titlePlace(format: FormatName): TextPlace {
  return TITLE_PLACES[format];
}
