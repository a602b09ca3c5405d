/** Whose a saying is, under a short bar. */
import type { FormOf } from '../../contract/forms';
import { type Context2D, fillRound, within } from '../../paint/context-2d';
import { fillPlaced, type PlacedText, type Setting, setFont } from '../../paint/set-text';
import { easeOut, ramp } from '../../picture/motion';
import { leading, type Typography } from '../../text/typography';
import { brokenLines } from '../chat/line-breaks';
import type { FormFacts } from '../form-painter';
import type { ColumnPart } from '../setting/column';
import { flushLines } from '../setting/flush-lines';
import { rounded } from '../setting/rounding';

/** px */
const BAR = { width: 150, height: 9 };
/** Of the letters and over them, px; how much of them is seen. */
const NAME = { size: 50, above: 24, opacity: 1 };
const ABOUT = { size: 36, above: 6, opacity: 0.72 };
/** As high as the font's letters are, with their room. */
const LINE_HEIGHT = 1.225;
/** When it begins to come after its page does and when it is there, ms. */
const ARRIVAL = { from: 350, to: 900 };

type Facts = FormFacts<FormOf<'quote'>>;

/** A text as it is set, px from the signature's corner. */
interface Note {
  setting: Setting;
  texts: PlacedText[];
  bottom: number;
  opacity: number;
}

/** As wide as the form; the fonts must be there. @param sinceMs when its page begins @returns null where nobody is named */
export function signature(facts: Facts, sinceMs: number): Omit<ColumnPart, 'above'> | null {
  const { content, palette, space, typography } = facts;
  if (!content.by) return null;
  const name = placeNote(content.by, NAME, BAR.height, facts);
  const notes = content.about ? [name, placeNote(content.about, ABOUT, name.bottom, facts)] : [name];
  return {
    height: notes.at(-1)?.bottom ?? 0,
    at: (ms) => {
      const come = rounded(easeOut(ramp(ms, sinceMs + ARRIVAL.from, sinceMs + ARRIVAL.to)), 3);
      return {
        state: `${come}`,
        paint: (context) => {
          if (come === 0) return;
          const width = BAR.width * come;
          const left = typography.direction === 'rtl' ? space.width - width : 0;
          context.fillStyle = palette.accent;
          fillRound(context, { left, top: 0, width, height: BAR.height }, BAR.height / 2);
          context.fillStyle = palette.ink;
          for (const note of notes) within(context, () => paintNote(context, note, come, typography));
        },
      };
    },
  };
}

/** @param over what stands over it, px from the signature's top */
function placeNote(
  text: string,
  { size, above, opacity }: typeof NAME,
  over: number,
  { measure, space, typography }: Facts,
): Note {
  const { direction } = typography;
  const setting = { face: 'sans', size, lineHeight: LINE_HEIGHT + leading(text) } as const;
  setFont(measure, setting, typography);
  measure.direction = direction;
  const lines = brokenLines(text, space.width, (line) => measure.measureText(line).width);
  const { texts, width, height } = flushLines(measure, lines, setting, direction);
  const [left, top] = [direction === 'rtl' ? space.width - width : 0, over + above];
  return {
    ...{ setting, opacity, bottom: top + height },
    texts: texts.map((line) => ({ ...line, left: line.left + left, baseline: line.baseline + top })),
  };
}

function paintNote(
  context: Context2D,
  { setting, texts, opacity }: Note,
  come: number,
  typography: Typography,
): void {
  context.globalAlpha *= come * opacity;
  setFont(context, setting, typography);
  for (const text of texts) fillPlaced(context, text);
}
