import type { FC } from 'react';
import { useCurrentFrame } from 'remotion';
import type { FormatName } from '../contract/story-props';
import { groupOpacity } from '../picture/group-opacity';
import { ACCENT, INK } from '../picture/palette';
import { END_CARD_DROP, END_CARD_PADDING, endCardArrival, endCardSetting } from './end-card-setting';
import { Fill } from './Fill';
import { endCardPlace } from './layout';
import { TextBlock } from './TextBlock';
import { useTypeface } from './typography';
import { textDirection } from './writing';

/** A line over the top of the picture, from the frame `since` to the end. */
export const EndCard: FC<{ text: string; format: FormatName; since: number }> = ({ text, format, since }) => {
  const frame = useCurrentFrame();
  const typeface = useTypeface('sans');
  if (frame < since) return null;
  const { size, lineHeight } = endCardSetting(text, format);
  const arrival = endCardArrival(frame, since);
  return (
    <Fill style={groupOpacity(arrival)}>
      <TextBlock
        place={endCardPlace(format)}
        style={{
          ...typeface,
          direction: textDirection(text),
          fontSize: size,
          lineHeight,
          color: INK,
          background: ACCENT,
          borderRadius: size,
          padding: `${END_CARD_PADDING.along}px ${END_CARD_PADDING.across}px`,
          transform: `translateY(${((arrival - 1) * END_CARD_DROP).toFixed(2)}px)`,
        }}
      >
        {text}
      </TextBlock>
    </Fill>
  );
};
