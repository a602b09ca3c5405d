/** A row of a list: its badge and its text, or a bar where that is still to come. */
import { fitFontSize } from '../../fonts/glyph-widths';
import { type Box, type Context2D, fillRound } from '../../paint/context-2d';
import { fillPlaced, placeLines, type Setting, setFont } from '../../paint/set-text';
import { easeOut, overshoot, ramp } from '../../picture/motion';
import { leading } from '../../text/typography';
import { alpha } from '../setting/alpha';
import type { ColumnPart } from '../setting/column';
import { flushLines } from '../setting/flush-lines';
import { rounded } from '../setting/rounding';
import { snapped } from '../setting/snapped';
import { listLines } from './list-lines';
import { inReading, type ListFacts } from './list-part';
import type { ListRow } from './list-window';
import { paintTick } from './tick';

/** From one row to the next, px. */
const BETWEEN = 18;
const CORNER = 34;
/** px: how much lower than the room of a row, its least part of the row, and the space at each side of it. */
const BADGE = { lower: 58, least: 0.44, beside: 20, letters: 0.54 };
/** px, and of the room of a row. */
const TEXT = { current: 66, other: 52, most: 0.76, lineHeight: 1.12, after: 78 };
/** What stands for a text that is still to come: px, and of the room for a text. */
const BLANK = { height: 26, least: 0.45 };
/** How far at the side of its place a row comes from, px. */
export const ROW_AWAY = 120;
/** When an item that is told is ticked, ms. */
const TICKED_MS = 700;

/** Where things stand in a row, px of it. */
interface RowPlaces {
  row: Box;
  badge: Box;
  /** The room for a text. */
  text: Box;
}

/** @param room for the row and the space below it, px @param order among those in sight */
export function listRow(row: ListRow, order: number, room: number, facts: ListFacts): ColumnPart {
  const { content, palette, typography } = facts;
  const { isCurrent, isTold } = row;
  const places = placesIn(room, facts);
  const paintBadge = badgePainter(row, places.badge, facts);
  const paintText =
    row.text === null ? blankPainter(row, places, facts) : textPainter(row, room, places, facts);
  const isMoving = content.at === 0 || isCurrent;
  const side = typography.direction === 'rtl' ? 1 : -1;
  return {
    ...{ height: room, above: 0 },
    at: (ms) => {
      const arrival = isCurrent
        ? overshoot(ramp(ms, 120, 560))
        : easeOut(ramp(ms, order * 70, 300 + order * 70));
      const away = isMoving ? rounded((1 - arrival) * ROW_AWAY * side, 2) : 0;
      const isTicked = content.mark === 'check' && (isTold || (isCurrent && ms > TICKED_MS));
      return {
        state: `${away} ${isTicked}`,
        paint: (context) => {
          context.translate(away, 0);
          context.fillStyle = isCurrent ? palette.card : alpha(palette.ink, 0.05);
          fillRound(context, places.row, CORNER);
          paintBadge(context, isTicked);
          paintText(context);
        },
      };
    },
  };
}

function placesIn(room: number, { space, typography }: ListFacts): RowPlaces {
  const { width } = space;
  const height = room - BETWEEN;
  const size = Math.max(room - BADGE.lower, height * BADGE.least);
  const beside = 2 * BADGE.beside + size;
  const text = { left: beside, top: 0, width: width - beside - TEXT.after, height };
  const badge = { left: BADGE.beside, top: (height - size) / 2, width: size, height: size };
  return {
    row: snapped({ left: 0, top: 0, width, height }),
    badge: snapped(inReading(badge, width, typography)),
    text: inReading(text, width, typography),
  };
}

/** Paints the badge with its number or its tick. */
function badgePainter(row: ListRow, place: Box, { measure, palette, typography }: ListFacts) {
  const { isCurrent, text, badge } = row;
  const setting = { face: 'sans', size: place.height * BADGE.letters, lineHeight: 1 } as const;
  setFont(measure, setting, typography);
  const lines = badge === '' ? [] : [badge];
  const { texts, width, height } = placeLines(measure, lines, setting, typography.direction);
  const left = place.left + (place.width - width) / 2;
  const top = place.top + (place.height - height) / 2;
  const ink = isCurrent ? palette.card : palette.ink;
  return (context: Context2D, isTicked: boolean) => {
    context.fillStyle = isCurrent ? palette.accent : alpha(palette.second, text === null ? 0.3 : 0.6);
    fillRound(context, place, place.height);
    if (isTicked) paintTick(context, place, ink);
    setFont(context, setting, typography);
    context.fillStyle = ink;
    for (const line of texts) fillPlaced(context, { ...line, left, baseline: top + line.baseline });
  };
}

function textPainter(row: ListRow, room: number, { text: place }: RowPlaces, facts: ListFacts) {
  const { measure, palette, typography } = facts;
  const { isCurrent, text } = row;
  const lines = listLines(text ?? '');
  const most = (room * TEXT.most) / Math.max(1, lines.length) / 1.1;
  const size = fitFontSize(lines, 'sans', Math.min(isCurrent ? TEXT.current : TEXT.other, most), place.width);
  const setting: Setting = { face: 'sans', size, lineHeight: TEXT.lineHeight + leading(text ?? '') };
  setFont(measure, setting, typography);
  const { texts, width, height } = flushLines(measure, lines, setting, typography.direction);
  const left = typography.direction === 'rtl' ? place.left + place.width - width : place.left;
  const top = (place.height - height) / 2;
  return (context: Context2D) => {
    context.translate(left, top);
    setFont(context, setting, typography);
    context.fillStyle = isCurrent ? palette.ink : alpha(palette.ink, 0.6);
    for (const line of texts) fillPlaced(context, line);
  };
}

/** Blanks differ in length, as texts do. */
function blankPainter({ at }: ListRow, { text: place }: RowPlaces, { palette, typography }: ListFacts) {
  const width = place.width * (BLANK.least + ((at * 37) % 40) / 100);
  const top = (place.height - BLANK.height) / 2;
  const box = inReading({ left: 0, top, width, height: BLANK.height }, place.width, typography);
  const blank = snapped({ ...box, left: place.left + box.left });
  return (context: Context2D) => {
    context.fillStyle = alpha(palette.ink, 0.12);
    fillRound(context, blank, BLANK.height / 2);
  };
}
