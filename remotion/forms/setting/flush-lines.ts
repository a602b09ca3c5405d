/** Lines of text that all begin at one side. */
import type { Context2D } from '../../paint/context-2d';
import { placeLines, type Setting } from '../../paint/set-text';
import type { Direction } from '../../text/writing';

/**
 * Places lines of text that begin one below the other: at the right where they are read from there. The context's
 * font must be set.
 */
export function flushLines(
  context: Context2D,
  lines: readonly string[],
  setting: Setting,
  direction: Direction,
): ReturnType<typeof placeLines> {
  const { texts, ...block } = placeLines(context, lines, setting, direction);
  return {
    ...block,
    texts: texts.map((text) => ({ ...text, left: direction === 'rtl' ? block.width - text.width : 0 })),
  };
}
