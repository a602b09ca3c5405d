import { type FC, useMemo } from 'react';
import { AbsoluteFill, useCurrentFrame } from 'remotion';
import type { FormatName } from '../contract/story-props';
import { groupOpacity } from '../picture/group-opacity';
import { ACCENT, PAPER } from '../picture/palette';
import { titlePlace } from './layout';
import { TextBlock } from './TextBlock';
import { TITLE_BAR, TITLE_RISE, TITLE_SHADOW, TITLE_VEIL, titleMoment, titleSetting } from './title-setting';
import { useTypeface } from './typography';
import { textDirection } from './writing';

const VEIL_STOPS = TITLE_VEIL.stops.map(([at, color]) => `${color} ${at * 100}%`).join(', ');

/** A title over the upper part of the picture, which comes and goes softly within `frames` frames. */
export const TitleCard: FC<{ title: string; format: FormatName; frames: number }> = ({
  title,
  format,
  frames,
}) => {
  const frame = useCurrentFrame();
  const place = titlePlace(format);
  const typeface = useTypeface('serif');
  const { lines, size, lineHeight } = useMemo(() => titleSetting(title, format), [title, format]);
  const { arrival, presence, bar } = titleMoment(frame, frames);
  if (presence === 0) return null;
  return (
    <AbsoluteFill style={groupOpacity(presence)}>
      <AbsoluteFill
        style={{
          height: `${(place.middle + TITLE_VEIL.below) * 100}%`,
          background: `linear-gradient(180deg, ${VEIL_STOPS})`,
        }}
      />
      <TextBlock
        place={place}
        style={{
          ...typeface,
          direction: textDirection(title),
          fontSize: size,
          lineHeight,
          color: PAPER,
          textShadow: `0 ${TITLE_SHADOW.fall}px ${TITLE_SHADOW.blur}px ${TITLE_SHADOW.color}`,
          transform: `translateY(${((1 - arrival) * TITLE_RISE).toFixed(2)}px)`,
        }}
      >
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
        <div
          style={{
            marginTop: size * TITLE_BAR.gap,
            width: TITLE_BAR.width * bar,
            height: TITLE_BAR.height,
            borderRadius: TITLE_BAR.height / 2,
            background: ACCENT,
          }}
        />
      </TextBlock>
    </AbsoluteFill>
  );
};
