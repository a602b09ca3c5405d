import type { CSSProperties, FC, ReactNode } from 'react';
import type { CaptionStyle, Word } from '../contract/story-props';
import type { TextPlace } from '../text/layout';
import { TextBlock } from '../text/TextBlock';
import { useTypeface } from '../text/typography';
import type { Direction } from '../text/writing';
import { CaptionLine } from './CaptionLine';
import { CAPTION_SETTINGS, captionSize } from './caption-settings';
import type { CaptionPage } from './captions';

/** The lines of a page in one block. `children` draws a word's text, or a part of it, at a size in px. */
export const CaptionBlock: FC<{
  captionStyle: CaptionStyle;
  page: CaptionPage;
  place: TextPlace;
  style: CSSProperties;
  children: (drawn: { word: Word; text: string; direction: Direction; size: number }) => ReactNode;
}> = ({ captionStyle, page, place, style, children }) => {
  const { face, wordGap, padding } = CAPTION_SETTINGS[captionStyle];
  const typeface = useTypeface(face);
  const { size, lineHeight } = captionSize(captionStyle, page, place.width);
  const { across, along } = padding(size);
  return (
    <TextBlock
      place={place}
      style={{
        ...typeface,
        ...{ fontSize: size, lineHeight, padding: `${along}px ${across}px` },
        ...style,
      }}
    >
      {page.lines.map((line) => (
        <CaptionLine key={line[0]?.startMs} words={line} gap={size * wordGap}>
          {(word, text, direction) => children({ word, text, direction, size })}
        </CaptionLine>
      ))}
    </TextBlock>
  );
};
