/** The words of a saying: all of them are there, faint until they are spoken. */
import { type CaptionPage, lineText } from '../../captions/captions';
import type { FormOf } from '../../contract/forms';
import { fitFontSize } from '../../fonts/glyph-widths';
import { fillPlaced, setFont } from '../../paint/set-text';
import { ramp, smooth } from '../../picture/motion';
import { leading } from '../../text/typography';
import type { FormFacts } from '../form-painter';
import { alpha } from '../setting/alpha';
import type { ColumnPart } from '../setting/column';
import { rounded } from '../setting/rounding';
import { lineAt, wordLine } from './word-line';

/** px */
const LARGEST = 104;
const LINE_HEIGHT = 1.24;
/** Between words, in sizes. */
const GAP = 0.24;
/** The room of its lines, of the form's width and height. */
const ROOM = { width: 0.96, height: 0.62 };
/** How much of a word is seen before it is spoken. */
const FAINT = 0.22;
/** When a word becomes plain, ms before and after its beginning. */
const SPOKEN = { before: 120, after: 160 };

/** As wide as the form. */
export interface Saying extends ColumnPart {
  /** Of its letters, px. */
  size: number;
  /** Of its widest line, px. */
  width: number;
}

/** Its lines stand where the reading begins; the fonts must be there. */
export function saying(
  page: CaptionPage,
  { measure, palette, space, typography }: FormFacts<FormOf<'quote'>>,
): Saying {
  const texts = page.lines.map(lineText);
  const lineHeight = LINE_HEIGHT + leading(texts.join(' '));
  const tallest = (space.height * ROOM.height) / (texts.length * lineHeight);
  const size = fitFontSize(texts, 'serif', Math.min(LARGEST, tallest), space.width * ROOM.width);
  const setting = { face: 'serif', size, lineHeight } as const;
  const lines = page.lines.map((words, row) => {
    const line = wordLine(measure, page, words, { setting, typography, gap: GAP });
    const left = typography.direction === 'rtl' ? space.width - line.width : 0;
    return lineAt(line, left, row * line.height);
  });
  return {
    ...{ size, above: 0 },
    width: Math.max(...lines.map(({ width }) => width)),
    height: lines.reduce((sum, { height }) => sum + height, 0),
    at: (ms) => {
      const seen = new Map(
        page.lines.flat().map((word) => {
          const spoken = smooth(ramp(ms, word.startMs - SPOKEN.before, word.startMs + SPOKEN.after));
          return [word, rounded(FAINT + (1 - FAINT) * spoken, 3)];
        }),
      );
      return {
        state: [...seen.values()].join(' '),
        paint: (context) => {
          setFont(context, setting, typography);
          for (const placed of lines.flatMap(({ words }) => words)) {
            context.fillStyle = alpha(palette.ink, seen.get(placed.word) ?? FAINT);
            fillPlaced(context, placed);
          }
        },
      };
    },
  };
}
