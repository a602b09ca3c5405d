import type { FC } from 'react';
import { fitFontSize } from '../fonts/glyph-widths';
import { groupOpacity } from '../picture/group-opacity';
import { ramp, smooth } from '../picture/motion';
import { PAPER, QUIET_PAPER } from '../picture/palette';
import { Fill } from '../text/Fill';
import type { TextPlace } from '../text/layout';
import { TextBlock } from '../text/TextBlock';
import { leading, useTypeface } from '../text/typography';
import { CaptionLine } from './CaptionLine';
import type { CaptionPageProps } from './caption-page-props';
import { currentWord, lineText } from './captions';

const FONT_SIZE = 56;

/** Small book type; the word being spoken stands out by its brightness alone. */
export const SubtleCaptions: FC<CaptionPageProps> = ({ page, ms, place }) => {
  const typeface = useTypeface('serif');
  const lines = page.lines.map(lineText);
  const size = fitFontSize(lines, 'serif', FONT_SIZE, place.width);
  const current = currentWord(page, ms);
  const arrival = smooth(ramp(ms, page.startMs - 40, page.startMs + 220));
  return (
    <TextBlock
      place={place}
      style={{
        ...typeface,
        fontSize: size,
        lineHeight: 1.36 + leading(lines.join(' ')),
        padding: '0.2em',
        ...groupOpacity(arrival),
      }}
    >
      {page.lines.map((line) => (
        <CaptionLine key={line[0]?.startMs} words={line} gap={size * 0.24}>
          {(word, text) => (
            <div
              style={{
                color: word === current ? PAPER : QUIET_PAPER,
                textShadow: '0 2px 0 rgba(21,18,31,0.7)',
              }}
            >
              {text}
            </div>
          )}
        </CaptionLine>
      ))}
    </TextBlock>
  );
};

/** The soft shade under them, which stays while pages come and go. */
export const SubtleShade: FC<{ place: TextPlace }> = ({ place }) => (
  <Fill
    style={{
      top: `${(place.middle - 0.2) * 100}%`,
      height: `${(1.2 - place.middle) * 100}%`,
      background:
        // Dark enough under the text for a white picture: 4.5 to 1 and more for every word.
        'linear-gradient(180deg, rgba(21,18,31,0) 0%, rgba(21,18,31,0.74) 36%, rgba(21,18,31,0.82) 100%)',
    }}
  />
);
