import type { FC } from 'react';
import { AbsoluteFill } from 'remotion';
import type { CaptionPageProps } from './CaptionTrack';
import { currentWord, lineText } from './captions';
import { FONT_FAMILIES, FONT_WEIGHTS } from './fonts';
import { fitFontSize } from './glyph-widths';
import type { TextPlace } from './layout';
import { ramp, smooth } from './motion';
import { PAPER } from './palette';
import { TextBlock } from './TextBlock';

const FONT_SIZE = 56;

/** Small book type; the word being spoken stands out by its brightness alone. */
export const SubtleCaptions: FC<CaptionPageProps> = ({ page, ms, place }) => {
  const size = fitFontSize(page.lines.map(lineText), 'serif', FONT_SIZE, place.width);
  const current = currentWord(page, ms);
  const arrival = smooth(ramp(ms, page.startMs - 40, page.startMs + 220));
  return (
    <TextBlock
      place={place}
      style={{
        fontFamily: FONT_FAMILIES.serif,
        fontWeight: FONT_WEIGHTS.serif,
        fontSize: size,
        lineHeight: 1.36,
        opacity: arrival,
      }}
    >
      {page.lines.map((line) => (
        <div key={line[0]?.startMs} style={{ display: 'flex', columnGap: size * 0.24 }}>
          {line.map((word) => (
            <span
              key={word.startMs}
              style={{
                color: PAPER,
                opacity: word === current ? 1 : 0.7,
                textShadow: '0 2px 0 rgba(21,18,31,0.7)',
              }}
            >
              {word.text}
            </span>
          ))}
        </div>
      ))}
    </TextBlock>
  );
};

/** The soft shade under them, which stays while pages come and go. */
export const SubtleShade: FC<{ place: TextPlace }> = ({ place }) => (
  <AbsoluteFill
    style={{
      top: `${(place.middle - 0.2) * 100}%`,
      height: `${(1.2 - place.middle) * 100}%`,
      background:
        'linear-gradient(180deg, rgba(21,18,31,0) 0%, rgba(21,18,31,0.62) 45%, rgba(21,18,31,0.7) 100%)',
    }}
  />
);
