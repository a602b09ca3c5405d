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
import { type Context2D, fillRound, newContext, within } from './context-2d';
import { type Overlay, wholePixels } from './overlay';
import { fillPlaced, placeLines, setFont } from './set-text';

/** Room for the shadow around a title's letters, px. */
const SHADOW_ROOM = 60;

/** What darkens the picture under a title, and its lines with their bar. @param frames how many it is there for */
export function titleOverlays(
  title: string,
  format: FormatName,
  frames: number,
  typography: Typography,
): Overlay[] {
  const { width, height } = FORMATS[format];
  const place = titlePlace(format);
  const { lines, size, lineHeight } = titleSetting(title, format);
  const setting = { face: 'serif', size, lineHeight } as const;
  const measure = newContext(1, 1);
  setFont(measure, setting, typography);
  const placed = placeLines(measure, lines, setting, textDirection(title));
  const bar = placed.height + size * TITLE_BAR.gap;
  const tall = bar + TITLE_BAR.height;
  const top = height * place.middle - tall / 2;
  const left = (width - placed.width) / 2;
  const veil = { left: 0, top: 0, width, height: Math.ceil((place.middle + TITLE_VEIL.below) * height) };
  const letters = wholePixels({
    left: Math.min(left, (width - TITLE_BAR.width) / 2) - SHADOW_ROOM,
    top: top - SHADOW_ROOM,
    width: Math.max(placed.width, TITLE_BAR.width) + 2 * SHADOW_ROOM,
    height: tall + 2 * SHADOW_ROOM,
  });
  const seen =
    (look: Overlay): Overlay =>
    (frame) =>
      frame < frames ? look(frame) : null;
  return [
    seen((frame) => ({
      box: veil,
      state: '',
      opacity: titleMoment(frame, frames).presence,
      down: 0,
      paint: (context) => paintVeil(context, width, (place.middle + TITLE_VEIL.below) * height),
    })),
    seen((frame) => {
      const moment = titleMoment(frame, frames);
      const long = TITLE_BAR.width * moment.bar;
      return {
        box: letters,
        state: long.toFixed(1),
        opacity: moment.presence,
        down: Math.round((1 - moment.arrival) * TITLE_RISE),
        paint: (context) => {
          within(context, () => {
            context.translate(left, top);
            setFont(context, setting, typography);
            context.fillStyle = PAPER;
            context.shadowColor = TITLE_SHADOW.color;
            context.shadowBlur = TITLE_SHADOW.blur;
            context.shadowOffsetY = TITLE_SHADOW.fall;
            for (const text of placed.texts) fillPlaced(context, text);
          });
          context.fillStyle = ACCENT;
          const line = { left: (width - long) / 2, top: top + bar, width: long, height: TITLE_BAR.height };
          fillRound(context, line, TITLE_BAR.height / 2);
        },
      };
    }),
  ];
}

function paintVeil(context: Context2D, width: number, height: number): void {
  const gradient = context.createLinearGradient(0, 0, 0, height);
  for (const [at, color] of TITLE_VEIL.stops) gradient.addColorStop(at, color);
  context.fillStyle = gradient;
  context.fillRect(0, 0, width, height);
}

/** @param since the frame before which it is not there */
export function endCardOverlay(
  text: string,
  format: FormatName,
  since: number,
  typography: Typography,
): Overlay {
  const { width, height } = FORMATS[format];
  const { size, lineHeight } = endCardSetting(text, format);
  const setting = { face: 'sans', size, lineHeight } as const;
  const measure = newContext(1, 1);
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
