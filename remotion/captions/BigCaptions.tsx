import type { FC } from 'react';
import { fitFontSize } from '../fonts/glyph-widths';
import { overshoot, ramp } from '../picture/motion';
import { ACCENT, INK, PAPER } from '../picture/palette';
import { TextBlock } from '../text/TextBlock';
import { leading, useTypeface, useTypography } from '../text/typography';
import type { CaptionPageProps } from './caption-page-props';
import { lineText, readingLength } from './captions';

const FONT_SIZE = 176;
/** Room for the outline, as a part of the width. */
const BREATH = 0.93;

/** Words of such a reading length or more are in colour: mostly those that carry the meaning. */
const WEIGHTY = 3.2;

/** One great word at a time. */
export const BigCaptions: FC<CaptionPageProps> = ({ page, ms, place }) => {
  const typeface = useTypeface('sans');
  const { direction, language } = useTypography();
  const text = page.lines.map(lineText).join(' ').trimEnd();
  const size = fitFontSize([text], 'sans', FONT_SIZE, place.width * BREATH);
  const arrival = overshoot(ramp(ms, page.startMs - 40, page.startMs + 150));
  return (
    <TextBlock
      place={place}
      style={{
        ...typeface,
        direction,
        fontSize: size,
        lineHeight: 1.1 + leading(text),
        color: readingLength(text) < WEIGHTY ? PAPER : ACCENT,
        WebkitTextStroke: `${(size * 0.13).toFixed(1)}px ${INK}`,
        paintOrder: 'stroke fill',
        strokeLinejoin: 'round',
        textShadow: `0 ${(size * 0.06).toFixed(1)}px 0 ${INK}`,
        transform: `scale(${(0.72 + 0.28 * arrival).toFixed(4)})`,
      }}
    >
      <div lang={language}>{text}</div>
    </TextBlock>
  );
};
