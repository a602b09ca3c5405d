/** What a list is of, over a short bar. */
import { fitFontSize } from '../../fonts/glyph-widths';
import { fillRound, within } from '../../paint/context-2d';
import { fillPlaced, setFont } from '../../paint/set-text';
import { easeOut, ramp } from '../../picture/motion';
import { titleLines } from '../../text/title-lines';
import { leading } from '../../text/typography';
import type { ColumnPart } from '../setting/column';
import { flushLines } from '../setting/flush-lines';
import { rounded } from '../setting/rounding';
import { inReading, type ListFacts } from './list-part';

/** px, and in sizes: of its lines, and of the room that they are given. */
const SIZE = 74;
const LINE_HEIGHT = 1.14;
const ROOM = 1.2;
/** px */
const BAR = { width: 130, height: 9, radius: 5, above: 20, below: 30 };
/** How far above its place it comes from, px. */
export const HEADING_DROP = 40;

export interface ListHeading extends ColumnPart {
  /** What its lines are given, px. */
  room: number;
}

/** @param most room that there is for its lines, px @returns null for a list without a heading */
export function listHeading(facts: ListFacts, most: number): ListHeading | null {
  const { content, measure, palette, space, typography } = facts;
  const { heading } = content;
  if (!heading) return null;
  const lines = titleLines(heading);
  const lineHeight = LINE_HEIGHT + Math.max(...lines.map(leading));
  const roomOf = (size: number) => lines.length * Math.max(ROOM, lineHeight) * size;
  const size = fitFontSize(lines, 'sans', Math.min(SIZE, most / roomOf(1)), space.width);
  const setting = { face: 'sans', size, lineHeight } as const;
  setFont(measure, setting, typography);
  const { texts, ...block } = flushLines(measure, lines, setting, typography.direction);
  const { left } = inReading({ left: 0, top: 0, ...block }, space.width, typography);
  const top = Math.round(block.height + BAR.above);
  return {
    ...{ room: roomOf(size), height: block.height + BAR.above + BAR.height + BAR.below, above: 0 },
    at: (ms) => {
      const arrived = content.at === 0 ? rounded(easeOut(ramp(ms, 0, 420)), 4) : 1;
      const bar = { left: 0, top, width: Math.round(BAR.width * arrived), height: BAR.height };
      return {
        state: `${arrived}`,
        paint: (context) => {
          context.fillStyle = palette.accent;
          fillRound(context, inReading(bar, space.width, typography), BAR.radius);
          within(context, () => {
            context.translate(left, (arrived - 1) * HEADING_DROP);
            context.globalAlpha *= arrived;
            setFont(context, setting, typography);
            context.fillStyle = palette.ink;
            for (const text of texts) fillPlaced(context, text);
          });
        },
      };
    },
  };
}
