/** The figure itself: counting up to its value, or the two sides of a score. */
import { fitFontSize } from '../../fonts/glyph-widths';
import { type Box, type Context2D, fillRound, scaleAbout } from '../../paint/context-2d';
import { fillPlaced, type PlacedText, placeLines, type Setting, setFont } from '../../paint/set-text';
import { easeOut, overshoot, ramp, smooth } from '../../picture/motion';
import { rounded } from '../setting/rounding';
import { countedText, isYear, scoreOf } from './counting';
import { arrivalOf, type NumberFacts, type NumberPart } from './number-part';

/** Size of its letters, px: alone, and over a series. */
const LARGEST = 330;
const OVER_SERIES = 190;
const LINE_HEIGHT = 1.08;
/** Most of the space's width that it may take. */
const MOST = 0.94;
/** How far back a year begins to roll. */
const YEARS_BACK = 40;
/** How much larger it is for a moment when it is there. */
const PULSE = 0.07;
/** What stands between the sides of a score, the space beside it, and how far the sides come from, px. */
const DASH = { width: 90, height: 22, beside: 50 };
const SIDE_AWAY = 300;

export function figurePart(facts: NumberFacts): NumberPart {
  const sides = scoreOf(facts.content.shown);
  return sides ? scorePart(sides, facts) : countingPart(facts);
}

function pulseAt(ms: number, isThere: number): number {
  const gone = smooth(ramp(ms, isThere + 120, isThere + 420));
  return rounded(1 + PULSE * smooth(ramp(ms, isThere, isThere + 120)) * (1 - gone), 4);
}

/** Makes what stands below 0, 0 larger, about its middle. */
function swell(context: Context2D, height: number, by: number): void {
  scaleAbout(context, { left: 0, top: 0, width: 0, height }, by);
}

function countingPart(facts: NumberFacts): NumberPart {
  const { content, measure, palette, space, typography } = facts;
  const { shown, value, before, series } = content;
  const from = before?.value ?? (isYear(shown, value) ? value - YEARS_BACK : 0);
  const size = fitFontSize([shown], 'sans', series ? OVER_SERIES : LARGEST, space.width * MOST);
  const setting = { face: 'sans', size, lineHeight: LINE_HEIGHT } as const;
  const isThere = arrivalOf(facts);
  const height = size * LINE_HEIGHT;
  setFont(measure, setting, typography);
  const width = Math.min(space.width, widestOf(measure, [shown, countedText(shown, { from, value }, 0)]));
  return {
    ...{ width, height, above: 0 },
    margin: { across: size * 0.1 + PULSE * width, along: size * 0.25 },
    at: (ms) => {
      const text = countedText(shown, { from, value }, easeOut(ramp(ms, 0, isThere)));
      const pulse = pulseAt(ms, isThere);
      return {
        state: `${text} ${pulse}`,
        paint: (context) => {
          setFont(context, setting, typography);
          const placed = placeLines(context, [text], setting, typography.direction);
          // What it comes from may have more digits than what it comes to, whose size it has.
          swell(context, height, pulse * Math.min(1, space.width / placed.width));
          context.translate(-placed.width / 2, 0);
          context.fillStyle = palette.accent;
          for (const line of placed.texts) fillPlaced(context, line);
        },
      };
    },
  };
}

/** How wide texts may be while their digits change, px. */
function widestOf(context: Context2D, texts: readonly string[]): number {
  const wide = texts.map((text) => context.measureText(text.replace(/\d/gu, '0')).width);
  return Math.max(...wide) * 1.1;
}

function scorePart(sides: readonly [string, string], facts: NumberFacts): NumberPart {
  const { palette, typography } = facts;
  const isThere = arrivalOf(facts);
  const { first, second, dash, width, setting, unit } = placeScore(sides, facts);
  const height = setting.size;
  const outward = typography.direction === 'rtl' ? 1 : -1;
  return {
    ...{ width, height, above: 0 },
    margin: { across: SIDE_AWAY * unit + PULSE * width, along: height * 0.1 },
    at: (ms) => {
      const pulse = pulseAt(ms, isThere);
      const away = rounded((1 - overshoot(ramp(ms, 0, 500))) * SIDE_AWAY * unit * outward, 1);
      return {
        state: `${away} ${pulse}`,
        paint: (context) => {
          swell(context, height, pulse);
          context.translate(-width / 2, 0);
          setFont(context, setting, typography);
          context.fillStyle = palette.accent;
          for (const text of first) fillPlaced(context, { ...text, left: text.left + away });
          context.fillStyle = palette.ink;
          for (const text of second) fillPlaced(context, { ...text, left: text.left - away });
          context.fillStyle = palette.second;
          fillRound(context, dash, dash.height / 2);
        },
      };
    },
  };
}

interface PlacedScore {
  first: PlacedText[];
  second: PlacedText[];
  dash: Box;
  /** Of all of it, px. */
  width: number;
  setting: Setting;
  /** How large all of it is: 1, or less where that would not fit. */
  unit: number;
}

/** The side that is read first stands where lines begin. */
function placeScore(
  [first, second]: readonly [string, string],
  { measure, space, typography }: NumberFacts,
): PlacedScore {
  const { direction } = typography;
  const between = DASH.width + 2 * DASH.beside;
  const size = fitFontSize([first + second], 'sans', LARGEST, space.width - between);
  const unit = size / LARGEST;
  const setting = { face: 'sans', size, lineHeight: 1 } as const;
  setFont(measure, setting, typography);
  const inOrder = direction === 'rtl' ? [second, first] : [first, second];
  const blocks = inOrder.map((side) => placeLines(measure, [side], setting, direction));
  const width = blocks.reduce((sum, block) => sum + block.width, between * unit);
  const [left = [], right = []] = blocks.map((block, at) =>
    block.texts.map((text) => ({ ...text, left: at === 0 ? 0 : width - block.width })),
  );
  const dash = {
    ...{ left: (blocks[0]?.width ?? 0) + DASH.beside * unit, top: (size - DASH.height * unit) / 2 },
    ...{ width: DASH.width * unit, height: DASH.height * unit },
  };
  return {
    first: direction === 'rtl' ? right : left,
    second: direction === 'rtl' ? left : right,
    ...{ dash, width, setting, unit },
  };
}
