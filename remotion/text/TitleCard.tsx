import { type FC, useMemo } from 'react';
import { AbsoluteFill, useCurrentFrame } from 'remotion';
import { FORMATS, type FormatName } from '../contract/story-props';
import { fitFontSize } from '../fonts/glyph-widths';
import { groupOpacity } from '../picture/group-opacity';
import { easeOut, ramp, smooth } from '../picture/motion';
import { ACCENT, PAPER } from '../picture/palette';
import { titlePlace } from './layout';
import { TextBlock } from './TextBlock';
import { titleLines } from './title-lines';
import { leading, useTypeface } from './typography';
import { textDirection } from './writing';

const FADE_IN_FRAMES = 12;
const FADE_OUT_FRAMES = 14;
const FONT_SIZE = 122;
const LINE_HEIGHT = 1.12;
/** Most of the frame's height that the lines may take. */
const MAX_HEIGHT = 0.34;

/** A title over the upper part of the picture, which comes and goes softly within `frames` frames. */
export const TitleCard: FC<{ title: string; format: FormatName; frames: number }> = ({
  title,
  format,
  frames,
}) => {
  const frame = useCurrentFrame();
  const place = titlePlace(format);
  const lines = useMemo(() => titleLines(title), [title]);
  const typeface = useTypeface('serif');
  const lineHeight = LINE_HEIGHT + leading(title);
  const tallest = (FORMATS[format].height * MAX_HEIGHT) / (lines.length * lineHeight);
  const size = fitFontSize(lines, 'serif', Math.min(FONT_SIZE, tallest), place.width);
  const arrival = easeOut(ramp(frame, 0, FADE_IN_FRAMES));
  const presence = arrival * (1 - smooth(ramp(frame, frames - FADE_OUT_FRAMES, frames)));
  if (presence === 0) return null;
  return (
    <AbsoluteFill style={groupOpacity(presence)}>
      <AbsoluteFill
        style={{
          height: `${(place.middle + 0.28) * 100}%`,
          background:
            'linear-gradient(180deg, rgba(21,18,31,0.56) 0%, rgba(21,18,31,0.52) 74%, rgba(21,18,31,0) 100%)',
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
          textShadow: '0 4px 28px rgba(21,18,31,0.6)',
          transform: `translateY(${((1 - arrival) * 28).toFixed(2)}px)`,
        }}
      >
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
        <div
          style={{
            marginTop: size * 0.32,
            width: 180 * easeOut(ramp(frame, 4, 22)),
            height: 8,
            borderRadius: 4,
            background: ACCENT,
          }}
        />
      </TextBlock>
    </AbsoluteFill>
  );
};
