/** Values side by side, each growing after the one before; the last one is to be seen first. */
import { fitFontSize } from '../../fonts/glyph-widths';
import { fillRound } from '../../paint/context-2d';
import { fillPlaced, type PlacedText, placeLines, type Setting, setFont } from '../../paint/set-text';
import { easeOut, ramp } from '../../picture/motion';
import { snapped } from '../setting/snapped';
import type { NumberFacts, NumberPart } from './number-part';

type Series = NonNullable<NumberFacts['content']['series']>;

/** Of the form's space: how high they are, and how much lower they may be where there is less room. */
const HIGH = { usual: 0.42, least: 0.2 };
const ABOVE = 40;
/** px, and of the way from one to the next. */
const BAR = { widest: 150, width: 0.62, least: 10, radius: 16 };
/** px, and in sizes. */
const LABEL = { size: 38, width: 0.96, above: 0.3, lineHeight: 1.3 };

/** A bar with its label, px of the series. */
interface Bar {
  left: number;
  width: number;
  /** When it has grown. */
  height: number;
  label: PlacedText[];
}

/** @param room what there is for them, px */
export function seriesBars(series: Series, room: number, facts: NumberFacts): NumberPart {
  const { palette, space, typography } = facts;
  const high = Math.min(space.height * HIGH.usual, Math.max(space.height * HIGH.least, room - ABOVE));
  const step = space.width / series.length;
  const labels = series.map(({ label }) => label);
  const size = fitFontSize(labels, 'sans', LABEL.size, step * LABEL.width);
  const setting = { face: 'sans', size, lineHeight: LABEL.lineHeight } as const;
  const foot = high - size * (LABEL.above + LABEL.lineHeight);
  const bars = placeBars(series, { step, foot, high: high - size * 1.8 }, setting, facts);
  return {
    ...{ width: space.width, height: high, above: ABOVE, margin: { across: 1, along: size * 0.3 } },
    at: (ms) => {
      const grown = bars.map((bar, at) => {
        const amount = easeOut(ramp(ms, 300 + at * 260, 900 + at * 260));
        const height = Math.max(BAR.least, bar.height * amount);
        return snapped({ left: bar.left, top: foot - height, width: bar.width, height });
      });
      return {
        state: grown.map(({ height }) => height).join(' '),
        paint: (context) => {
          grown.forEach((bar, at) => {
            context.fillStyle = at === grown.length - 1 ? palette.accent : palette.second;
            fillRound(context, bar, BAR.radius);
          });
          setFont(context, setting, typography);
          context.fillStyle = palette.ink;
          for (const text of bars.flatMap(({ label }) => label)) fillPlaced(context, text);
        },
      };
    },
  };
}

function placeBars(
  series: Series,
  { step, foot, high }: { step: number; foot: number; high: number },
  setting: Setting,
  { measure, space, typography }: NumberFacts,
): Bar[] {
  const most = Math.max(...series.map(({ value }) => Math.abs(value)), 1e-9);
  const width = Math.min(BAR.widest, step * BAR.width);
  setFont(measure, setting, typography);
  return series.map(({ label, value }, at) => {
    const middle = (at + 0.5) * step - space.width / 2;
    // Bars run from left to right in every language, and so do their labels.
    const { texts, width: wide } = placeLines(measure, [label], setting, 'ltr');
    const below = Math.floor(foot + setting.size * LABEL.above);
    return {
      ...{ left: middle - width / 2, width, height: (Math.abs(value) / most) * high },
      label: texts.map((text) => ({
        ...text,
        left: middle - wide / 2,
        baseline: below + text.baseline,
      })),
    };
  });
}
