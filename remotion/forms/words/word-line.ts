/** Lines of spoken words that are set one by one, each in its own size, and stand where they are put. */
import type { CaptionPage } from '../../captions/captions';
import type { Word } from '../../contract/story-props';
import type { Box, Context2D } from '../../paint/context-2d';
import { type PlacedWord, placePage, type Setting, setFont } from '../../paint/set-text';
import type { Typography } from '../../text/typography';

/** A line and its words in the frame, px. */
export interface WordLine extends Box {
  setting: Setting;
  words: PlacedWord[];
}

/** How far letters and their signs may reach out of their line, in sizes. */
const REACH = { across: 0.15, along: 0.35 };

/**
 * Sets a line of a page. It stands in the frame's corner until `lineAt` moves it.
 * @param gap space between words, in sizes
 */
export function wordLine(
  context: Context2D,
  page: CaptionPage,
  line: Word[],
  { setting, typography, gap }: { setting: Setting; typography: Typography; gap: number },
): WordLine {
  setFont(context, setting, typography);
  const placed = placePage(
    context,
    { ...page, lines: [line] },
    { setting, typography, gap: gap * setting.size },
  );
  return { ...placed, setting, left: 0, top: 0 };
}

/** The line with its corner at a place, px: on a whole pixel of the height, as browsers set what moves by itself. */
export function lineAt(line: WordLine, left: number, top: number): WordLine {
  const [right, down] = [left - line.left, Math.round(top) - line.top];
  return {
    ...line,
    ...{ left, top: line.top + down },
    words: line.words.map((word) => ({
      ...word,
      left: word.left + right,
      top: word.top + down,
      baseline: word.baseline + down,
    })),
  };
}

/** All that the letters of at least one line may touch, px. */
export function inkBox(lines: readonly WordLine[]): Box {
  const reach = Math.max(0, ...lines.map(({ setting }) => setting.size));
  const [across, along] = [reach * REACH.across, reach * REACH.along];
  const left = Math.min(...lines.map((line) => line.left)) - across;
  const top = Math.min(...lines.map((line) => line.top)) - along;
  const right = Math.max(...lines.map((line) => line.left + line.width)) + across;
  const bottom = Math.max(...lines.map((line) => line.top + line.height)) + along;
  return { left, top, width: right - left, height: bottom - top };
}
