/** The mark that opens a saying. */
import type { FormOf } from '../../contract/forms';
import { scaleAbout } from '../../paint/context-2d';
import { fillPlaced, placeLines, setFont } from '../../paint/set-text';
import { easeOut, ramp } from '../../picture/motion';
import type { FormFacts } from '../form-painter';
import type { ColumnPart } from '../setting/column';
import { rounded } from '../setting/rounding';

const SETTING = { face: 'serif', size: 330, lineHeight: 1 } as const;
/** Of its line, px: the mark hangs well over the baseline, and what is below it is the saying's. */
const HEIGHT = 150;
/** px from the top; the same in every font, or those with tall lines would sink it into the saying. */
const BASELINE = 284;
/** How long it takes to come, ms; from how far above, px; and how small it is at first. */
const ARRIVAL = { ms: 420, above: 60, least: 0.6 };

/** How far it reaches over its place as it comes, px. */
export const MARK_DROP = ARRIVAL.above;

/** It stands where the reading begins, in the width of the form, and grows from there. */
export function quoteMark({ measure, palette, space, typography }: FormFacts<FormOf<'quote'>>): ColumnPart {
  const isRightToLeft = typography.direction === 'rtl';
  setFont(measure, SETTING, typography);
  const { texts } = placeLines(measure, [isRightToLeft ? '”' : '“'], SETTING, typography.direction);
  const begin = isRightToLeft ? space.width : 0;
  const marks = texts.map((text) => ({
    ...text,
    left: isRightToLeft ? begin - text.width : begin,
    baseline: BASELINE,
  }));
  return {
    ...{ height: HEIGHT, above: 0 },
    at: (ms) => {
      const come = easeOut(ramp(ms, 0, ARRIVAL.ms));
      const up = rounded((1 - come) * ARRIVAL.above, 2);
      const scale = rounded(ARRIVAL.least + (1 - ARRIVAL.least) * come, 4);
      return {
        state: `${up} ${scale}`,
        paint: (context) => {
          context.translate(0, -up);
          scaleAbout(context, { left: begin, top: 0, width: 0, height: HEIGHT }, scale);
          setFont(context, SETTING, typography);
          context.fillStyle = palette.accent;
          for (const mark of marks) fillPlaced(context, mark);
        },
      };
    },
  };
}
