/** The film's title and its end card over a picture. */
import { FORMATS, type FormatName } from '../contract/story-props';
import { ACCENT, INK, PAPER } from '../picture/palette';
import { END_CARD_DROP, END_CARD_PADDING, endCardArrival, endCardSetting } from '../text/end-card-setting';
import { endCardPlace, titlePlace } from '../text/layout';
import {
  TITLE_BAR,
  TITLE_RISE,
  TITLE_SHADOW,
  TITLE_VEIL,
  titleMoment,
  titleSetting,
} from '../text/title-setting';
import type { Typography } from '../text/typography';
import { textDirection } from '../text/writing';
import { type Context2D, fillRound, within } from './context-2d';
import { type Overlay, wholePixels } from './overlay';
import { fillPlaced, placeLines, setFont } from './set-text';

/**
 * A title's lines with their bar, and what darkens the picture under them.
 * @param frames how many it is there for
 * @param measure to measure text with; its fonts must be there
 */
export function titleOverlay(
  title: string,
  format: FormatName,
  frames: number,
  typography: Typography,
  measure: Context2D,
): Overlay {
  const { width, height } = FORMATS[format];
  const place = titlePlace(format);
  const { lines, size, lineHeight } = titleSetting(title, format);
  const setting = { face: 'serif', size, lineHeight } as const;
  setFont(measure, setting, typography);
  const placed = placeLines(measure, lines, setting, textDirection(title));
  const bar = placed.height + size * TITLE_BAR.gap;
  const top = height * place.middle - (bar + TITLE_BAR.height) / 2;
  const veil = (place.middle + TITLE_VEIL.below) * height;
  return (frame) => {
    if (frame >= frames) return null;
    const { arrival, presence, bar: drawn } = titleMoment(frame, frames);
    const [long, risen] = [TITLE_BAR.width * drawn, (1 - arrival) * TITLE_RISE];
    return {
      box: { left: 0, top: 0, width, height: Math.ceil(veil) },
      state: `${long.toFixed(1)} ${risen.toFixed(2)}`,
      // All of it fades as one picture: what darkens does not shine through the letters.
      opacity: presence,
      down: 0,
      paint: (context) => {
        paintVeil(context, width, veil);
        within(context, () => {
          context.translate((width - placed.width) / 2, top + risen);
          setFont(context, setting, typography);
          context.fillStyle = PAPER;
          context.shadowColor = TITLE_SHADOW.color;
          context.shadowBlur = TITLE_SHADOW.blur;
          context.shadowOffsetY = TITLE_SHADOW.fall;
          for (const text of placed.texts) fillPlaced(context, text);
        });
        context.fillStyle = ACCENT;
        const line = {
          left: (width - long) / 2,
          top: top + risen + bar,
          width: long,
          height: TITLE_BAR.height,
        };
        fillRound(context, line, TITLE_BAR.height / 2);
      },
    };
  };
}

function paintVeil(context: Context2D, width: number, height: number): void {
  const gradient = context.createLinearGradient(0, 0, 0, height);
  for (const [at, color] of TITLE_VEIL.stops) gradient.addColorStop(at, color);
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
}

/** @param since the frame before which it is not there @param measure as for a title */
export function endCardOverlay(
  text: string,
  format: FormatName,
  since: number,
  typography: Typography,
  measure: Context2D,
): Overlay {
  const { width, height } = FORMATS[format];
  const { size, lineHeight } = endCardSetting(text, format);
  const setting = { face: 'sans', size, lineHeight } as const;
  setFont(measure, setting, typography);
  const placed = placeLines(measure, [text], setting, textDirection(text));
  const { across, along } = END_CARD_PADDING;
  const pill = { width: placed.width + 2 * across, height: placed.height + 2 * along };
  const left = (width - pill.width) / 2;
  const top = height * endCardPlace(format).middle - pill.height / 2;
  return (frame) => {
    const arrival = endCardArrival(frame, since);
    return {
      box: wholePixels({ left, top, ...pill }),
      state: '',
      opacity: arrival,
      down: Math.round((arrival - 1) * END_CARD_DROP),
      paint: (context) => {
        context.translate(left, top);
        context.fillStyle = ACCENT;
        fillRound(context, { left: 0, top: 0, ...pill }, size);
        context.translate(across, along);
        setFont(context, setting, typography);
        context.fillStyle = INK;
        for (const line of placed.texts) fillPlaced(context, line);
      },
    };
  };
}
