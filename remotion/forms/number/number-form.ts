/** A figure that comes to its value, with what it counts, what it was before, or the others of its series. */
import { fitFontSize } from '../../fonts/glyph-widths';
import { fillRound } from '../../paint/context-2d';
import { fillPlaced, placeLines, setFont } from '../../paint/set-text';
import { easeOut, ramp } from '../../picture/motion';
import { leading } from '../../text/typography';
import type { FormPainter } from '../form-painter';
import { alpha } from '../setting/alpha';
import { columnHeight, columnLook, stacked } from '../setting/column';
import { framePart } from '../setting/frame-part';
import { rounded } from '../setting/rounding';
import { snapped } from '../setting/snapped';
import { shareOf } from './counting';
import { figurePart } from './number-figure';
import { arrivalOf, type NumberFacts, type NumberPart } from './number-part';
import { seriesBars } from './series-bars';

/** px, and in sizes */
const BEFORE = { size: 110, lineHeight: 1.15, below: 12 };
/** px; how far it reaches out at each side, of the text's width; where its upper edge is, of the text's height. */
const STRIKE = { height: 10, out: 0.04, at: 0.52 };
/** Of the space's width; px. */
const SHARE = { width: 0.86, height: 54, above: 24 };
/** px, and in sizes */
const LABEL = { size: 62, lineHeight: 1.2, above: 26, rise: 30 };

/** Its fonts must be there. */
export function numberForm(facts: NumberFacts): FormPainter {
  const { space } = facts;
  const column = stacked(partsOf(facts), space.middle);
  const middle = space.frame.width / 2;
  const across = Math.max(...column.map(({ part }) => part.width / 2 + part.margin.across));
  const top = Math.min(...column.map(({ part, top }) => top - part.margin.along));
  const bottom = Math.max(...column.map(({ part, top }) => top + part.height + part.margin.along));
  const area = { left: middle - across, top, width: 2 * across, height: bottom - top };
  const box = framePart(area, space);
  return (ms) => ({ box, ...columnLook(column, middle, ms) });
}

function partsOf(facts: NumberFacts): NumberPart[] {
  const { content, space } = facts;
  const parts = [beforePart(facts), figurePart(facts), sharePart(facts), labelPart(facts)];
  const upper = parts.filter((part) => part !== null);
  const room = space.height - columnHeight(upper);
  return content.series ? [...upper, seriesBars(content.series, room, facts)] : upper;
}

/** What it was before, struck out as the new value comes. */
function beforePart({ content, measure, palette, space, typography }: NumberFacts): NumberPart | null {
  const shown = content.before?.shown;
  if (shown === undefined) return null;
  const size = fitFontSize([shown], 'sans', BEFORE.size, space.width);
  const setting = { face: 'sans', size, lineHeight: BEFORE.lineHeight } as const;
  setFont(measure, setting, typography);
  const { texts, width, height } = placeLines(measure, [shown], setting, typography.direction);
  const strike = snapped({
    ...{ left: -width * (0.5 + STRIKE.out), top: height * STRIKE.at },
    ...{ width: width * (1 + 2 * STRIKE.out), height: STRIKE.height },
  });
  return {
    ...{ width, height: height + BEFORE.below, above: 0 },
    margin: { across: width * STRIKE.out + size * 0.1, along: size * 0.2 },
    at: (ms) => {
      const struck = Math.round(strike.width * easeOut(ramp(ms, 500, 1000)));
      return {
        state: `${struck}`,
        paint: (context) => {
          setFont(context, setting, typography);
          context.fillStyle = alpha(palette.ink, 0.6);
          for (const text of texts) fillPlaced(context, { ...text, left: text.left - width / 2 });
          context.fillStyle = palette.accent;
          fillRound(context, { ...strike, width: struck }, STRIKE.height / 2);
        },
      };
    },
  };
}

/** A percentage as the part of a bar that it is. */
function sharePart(facts: NumberFacts): NumberPart | null {
  const { content, palette, space } = facts;
  const share = content.series ? null : shareOf(content.shown, content.value);
  if (share === null) return null;
  const width = space.width * SHARE.width;
  const whole = snapped({ left: -width / 2, top: 0, width, height: SHARE.height });
  const isThere = arrivalOf(facts);
  return {
    ...{ width, height: SHARE.height, above: SHARE.above, margin: { across: 1, along: 1 } },
    at: (ms) => {
      const part = share * easeOut(ramp(ms, 150, isThere));
      const filled = Math.max(SHARE.height, Math.round(whole.width * part));
      return {
        state: `${filled}`,
        paint: (context) => {
          context.fillStyle = alpha(palette.ink, 0.16);
          fillRound(context, whole, SHARE.height / 2);
          context.fillStyle = palette.accent;
          fillRound(context, { ...whole, width: filled }, SHARE.height / 2);
        },
      };
    },
  };
}

function labelPart({ content, measure, palette, space, typography }: NumberFacts): NumberPart | null {
  const { label } = content;
  if (!label) return null;
  const size = fitFontSize([label], 'sans', LABEL.size, space.width);
  const setting = { face: 'sans', size, lineHeight: LABEL.lineHeight + leading(label) } as const;
  setFont(measure, setting, typography);
  const { texts, width, height } = placeLines(measure, [label], setting, typography.direction);
  return {
    ...{ width, height, above: LABEL.above },
    margin: { across: size * 0.2, along: LABEL.rise + size * 0.1 },
    at: (ms) => {
      const arrived = rounded(easeOut(ramp(ms, 250, 800)), 4);
      return {
        state: `${arrived}`,
        paint: (context) => {
          context.translate(-width / 2, (1 - arrived) * LABEL.rise);
          context.globalAlpha *= arrived;
          setFont(context, setting, typography);
          context.fillStyle = palette.ink;
          for (const text of texts) fillPlaced(context, text);
        },
      };
    },
  };
}
