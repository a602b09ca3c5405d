import type { CSSProperties, FC, ReactNode } from 'react';
import type { Word } from '../contract/story-props';
import { type Face, fitFontSize } from '../fonts/glyph-widths';
import type { TextPlace } from '../text/layout';
import { TextBlock } from '../text/TextBlock';
import { leading, useTypeface } from '../text/typography';
import type { Direction } from '../text/writing';
import { CaptionLine } from './CaptionLine';
import { type CaptionPage, lineText } from './captions';

/** How a style sets its lines. */
export interface CaptionSetting {
  face: Face;
  /** Of the largest letters, px; longer lines are set smaller until they fit. */
  fontSize: number;
  /** Width that the lines may fill, px. */
  room: number;
  /** CSS `line-height` of scripts that need no more. */
  lineHeight: number;
  /** Space between words, em. */
  wordGap: number;
}

/** The lines of a page in one block. `children` draws a word's text, or a part of it, at a size in px. */
export const CaptionBlock: FC<{
  page: CaptionPage;
  place: TextPlace;
  setting: CaptionSetting;
  style: CSSProperties;
  children: (drawn: { word: Word; text: string; direction: Direction; size: number }) => ReactNode;
}> = ({ page, place, setting: { face, fontSize, room, lineHeight, wordGap }, style, children }) => {
  const typeface = useTypeface(face);
  const lines = page.lines.map(lineText);
  const size = fitFontSize(lines, face, fontSize, room);
  return (
    <TextBlock
      place={place}
      style={{
        ...typeface,
        fontSize: size,
        lineHeight: lineHeight + leading(lines.join(' ')),
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
