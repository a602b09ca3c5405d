/** When and where, letter by letter, over a bar. */
import type { FormOf } from '../../contract/forms';
import { fitFontSize } from '../../fonts/glyph-widths';
import { type Box, type Context2D, fillRound } from '../../paint/context-2d';
import { fillPlaced, placeLines, type Setting, setFont } from '../../paint/set-text';
import { easeOut, ramp } from '../../picture/motion';
import { leading, type Typography } from '../../text/typography';
import type { FormFacts, FormLook } from '../form-painter';
import { framePart } from '../setting/frame-part';
import { rounded } from '../setting/rounding';

type PlaceFacts = FormFacts<FormOf<'place'>>;

/** The first line's font size over a map and without one, and that of the second, px. */
const SIZES = { overMap: 118, alone: 150, second: 88 };
/** Of the lines over a map, px; without one they have the form's whole height. */
const HEIGHT_OVER_MAP = 330;
/** The bar under the lines, px. */
const BAR = { gap: 22, width: 220, height: 10 };
/** When a line is written, ms after the one before it. */
const WRITING = { from: 150, to: 800, next: 700 };
const PEN = '▏';

interface Line {
  letters: string[];
  setting: Setting;
  /** CSS */
  color: string;
  /** px of the frame */
  top: number;
}

/** All of it as it is set, px of the frame. */
interface Dateline {
  lines: Line[];
  barTop: number;
  /** From where to where a line may go. */
  left: number;
  width: number;
  /** Where lines stand in that width. */
  align: 'left' | 'center' | 'right';
  typography: Typography;
}

/** The lines of a place as they are written. @param hasMap whether they stand over a map, from where lines begin */
export function dateline(facts: PlaceFacts, hasMap: boolean): (ms: number) => FormLook {
  const set = setDateline(facts, hasMap);
  const box = reachOf(set, facts);
  return (ms) => {
    const written = set.lines.map(({ letters }, order) => writtenCount(letters.length, order, ms));
    const bar = rounded(BAR.width * easeOut(ramp(ms, 500, 1200)), 1);
    return {
      box,
      state: [...written, bar].join(' '),
      paint: (context) => {
        set.lines.forEach((line, order) => {
          paintLine(context, set, line, written[order] ?? 0);
        });
        context.fillStyle = facts.palette.second;
        fillRound(
          context,
          { left: leftOf(set, bar), top: set.barTop, width: bar, height: BAR.height },
          BAR.height,
        );
      },
    };
  };
}

function setDateline({ content, palette, space, typography }: PlaceFacts, hasMap: boolean): Dateline {
  const sized = textsOf(content).map((text, order) => {
    const most = order > 0 ? SIZES.second : hasMap ? SIZES.overMap : SIZES.alone;
    const size = fitFontSize([text], 'sans', most, space.width * 0.96);
    return { text, setting: { face: 'sans', size, lineHeight: 1.16 + leading(text) } as const };
  });
  const room = hasMap ? HEIGHT_OVER_MAP : space.height;
  const total = sized.reduce((sum, { setting }) => sum + heightOf(setting), BAR.gap + BAR.height);
  let top = space.middle - space.height / 2 + (room - total) / 2;
  const lines = sized.map(({ text, setting }, order): Line => {
    const line = { letters: [...text], setting, color: order === 0 ? palette.accent : palette.ink, top };
    top += heightOf(setting);
    return line;
  });
  return {
    ...{ lines, typography, barTop: top + BAR.gap },
    ...{ left: (space.frame.width - space.width) / 2, width: space.width },
    align: !hasMap ? 'center' : typography.direction === 'rtl' ? 'right' : 'left',
  };
}

function textsOf({ date, name, to }: FormOf<'place'>): string[] {
  return [date, to && name ? `${name} → ${to.name}` : name].filter((line) => line !== undefined);
}

const heightOf = ({ size, lineHeight }: Setting) => size * lineHeight;

function writtenCount(count: number, order: number, ms: number): number {
  const later = order * WRITING.next;
  return Math.ceil(count * ramp(ms, WRITING.from + later, WRITING.to + later));
}

/** Where something begins that is so wide, px of the frame. */
function leftOf({ left, width, align }: Dateline, wide: number): number {
  if (align === 'left') return left;
  return left + (width - wide) / (align === 'center' ? 2 : 1);
}

/** With room for the pen beside a line, and for signs above and below it. */
function reachOf({ lines, left, width, barTop }: Dateline, { space }: PlaceFacts): Box {
  const room = Math.max(0, ...lines.map(({ setting }) => setting.size)) / 2;
  const top = (lines[0]?.top ?? barTop) - room;
  const height = barTop + BAR.height + room - top;
  return framePart({ left: left - room, top, width: width + 2 * room, height }, space);
}

function paintLine(context: Context2D, set: Dateline, line: Line, count: number): void {
  if (count === 0) return;
  const { letters, setting, color, top } = line;
  const text = letters.slice(0, count).join('') + (count < letters.length ? PEN : '');
  setFont(context, setting, set.typography);
  context.fillStyle = color;
  for (const placed of placeLines(context, [text], setting, set.typography.direction).texts) {
    fillPlaced(context, { ...placed, left: leftOf(set, placed.width), baseline: top + placed.baseline });
  }
}
