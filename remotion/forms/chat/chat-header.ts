/** Whom one writes with, over the messages of a chat. */
import type { FormOf } from '../../contract/forms';
import { fitFontSize } from '../../fonts/glyph-widths';
import { type Box, type Context2D, fillDisc, fillRound } from '../../paint/context-2d';
import { fillPlaced, type PlacedText, placeLines, type Setting, setFont } from '../../paint/set-text';
import type { FormFacts } from '../form-painter';

type ChatFacts = FormFacts<FormOf<'chat'>>;

/** px */
const HEIGHT = 130;
const FONT_SIZE = 50;
/** The round with the first letter, px. */
const ROUND = { size: 94, before: 18, after: 26 };
/** Least room after a name, which is set smaller where it is long, px. */
const AFTER = 40;

/** Sets a name at the top of a box; the fonts must be there. @returns what paints it */
export function chatHeader(name: string, box: Box, facts: ChatFacts): (context: Context2D) => void {
  const { palette, typography } = facts;
  const middle = box.top + HEIGHT / 2;
  const round = box.left + ROUND.before + ROUND.size / 2;
  const from = box.left + ROUND.before + ROUND.size + ROUND.after;
  const small = { face: 'sans', size: FONT_SIZE, lineHeight: 1 } as const;
  const letter = placeText(facts, [...name][0]?.toUpperCase() ?? '', small, middle);
  const size = fitFontSize([name], 'sans', FONT_SIZE, box.left + box.width - AFTER - from);
  const setting = { face: 'sans', size, lineHeight: 1.2 } as const;
  const whole = placeText(facts, name, setting, middle);
  return (context) => {
    context.fillStyle = palette.card;
    fillRound(context, { ...box, height: HEIGHT }, HEIGHT / 2);
    context.fillStyle = palette.second;
    fillDisc(context, round, middle, ROUND.size);
    context.fillStyle = palette.card;
    setFont(context, small, typography);
    for (const text of letter) fillPlaced(context, { ...text, left: round - text.width / 2 });
    context.fillStyle = palette.ink;
    setFont(context, setting, typography);
    for (const text of whole) fillPlaced(context, { ...text, left: from });
  };
}

/** A line with its middle at a height of the frame, px. */
function placeText({ measure, typography }: ChatFacts, text: string, setting: Setting, middle: number) {
  setFont(measure, setting, typography);
  const { texts, height } = placeLines(measure, [text], setting, 'ltr');
  return texts.map((placed): PlacedText => ({ ...placed, baseline: placed.baseline + middle - height / 2 }));
}
