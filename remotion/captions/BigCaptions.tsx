import type { FC } from 'react';
import { ACCENT, INK, PAPER } from '../picture/palette';
import { TextBlock } from '../text/TextBlock';
import { useTypeface, useTypography } from '../text/typography';
import type { CaptionPageProps } from './caption-page-props';
import { BIG_LEAST, CAPTION_SETTINGS, captionSize, captionText, isWeighty } from './caption-settings';

const { outline, shadow, arrival } = CAPTION_SETTINGS.big;

/** One great word at a time. */
export const BigCaptions: FC<CaptionPageProps> = ({ page, ms, place }) => {
  const typeface = useTypeface('sans');
  const { direction, language } = useTypography();
  const text = captionText(page);
  const { size, lineHeight } = captionSize('big', page, place.width);
  const scale = BIG_LEAST + (1 - BIG_LEAST) * arrival(page, ms);
  return (
    <TextBlock
      place={place}
      style={{
        ...typeface,
        direction,
        fontSize: size,
        lineHeight,
        color: isWeighty(text) ? ACCENT : PAPER,
        WebkitTextStroke: `${(size * outline).toFixed(1)}px ${INK}`,
        paintOrder: 'stroke fill',
        strokeLinejoin: 'round',
        textShadow: `0 ${(size * shadow).toFixed(1)}px 0 ${INK}`,
        transform: `scale(${scale.toFixed(4)})`,
      }}
    >
      <div lang={language}>{text}</div>
    </TextBlock>
  );
};
