import type { FC } from 'react';
import { useCurrentFrame } from 'remotion';
import type { FormatName } from '../contract/story-props';
import { fitFontSize } from '../fonts/glyph-widths';
import { groupOpacity } from '../picture/group-opacity';
import { easeOut, ramp } from '../picture/motion';
import { ACCENT, INK } from '../picture/palette';
import { Fill } from './Fill';
import { endCardPlace } from './layout';
import { TextBlock } from './TextBlock';
import { leading, useTypeface } from './typography';
import { textDirection } from './writing';

const FADE_IN_FRAMES = 10;
const FONT_SIZE = 54;
const LINE_HEIGHT = 1.2;
/** px */
const PADDING = { across: 44, along: 20 };

/** A line over the top of the picture, from the frame `since` to the end. */
export const EndCard: FC<{ text: string; format: FormatName; since: number }> = ({ text, format, since }) => {
  const frame = useCurrentFrame();
  const typeface = useTypeface('sans');
  if (frame < since) return null;
  const place = endCardPlace(format);
  const size = fitFontSize([text], 'sans', FONT_SIZE, place.width - 2 * PADDING.across);
  const arrival = easeOut(ramp(frame + 1, since, since + FADE_IN_FRAMES));
  return (
    <Fill style={groupOpacity(arrival)}>
      <TextBlock
        place={place}
        style={{
          ...typeface,
          direction: textDirection(text),
          fontSize: size,
          lineHeight: LINE_HEIGHT + leading(text),
          color: INK,
          background: ACCENT,
          borderRadius: size,
          padding: `${PADDING.along}px ${PADDING.across}px`,
          transform: `translateY(${((1 - arrival) * -24).toFixed(2)}px)`,
        }}
      >
        {text}
      </TextBlock>
    </Fill>
  );
};
