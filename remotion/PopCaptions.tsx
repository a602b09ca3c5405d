import type { FC } from 'react';
import type { CaptionPageProps } from './CaptionTrack';
import { currentWord, lineText } from './captions';
import { FONT_FAMILIES, FONT_WEIGHTS } from './fonts';
import { fitFontSize } from './glyph-widths';
import { easeOut, overshoot, ramp } from './motion';
import { ACCENT, INK, PAPER } from './palette';
import { TextBlock } from './TextBlock';

const FONT_SIZE = 96;
/** Space between words in em: the outline and the swelling take some of it. */
const WORD_GAP = 0.37;
/** Room for the outline and for the current word's swelling, as a part of the width. */
const BREATH = 0.94;

/** A few heavy words at a time; the one being spoken jumps up in colour. */
export const PopCaptions: FC<CaptionPageProps> = ({ page, ms, place }) => {
  const size = fitFontSize(page.lines.map(lineText), 'sans', FONT_SIZE, place.width * BREATH);
  const current = currentWord(page, ms);
  const arrival = easeOut(ramp(ms, page.startMs - 30, page.startMs + 130));
  return (
    <TextBlock
      place={place}
      style={{
        fontFamily: FONT_FAMILIES.sans,
        fontWeight: FONT_WEIGHTS.sans,
        fontSize: size,
        lineHeight: 1.18,
        opacity: arrival,
        transform: `translateY(${((1 - arrival) * 22).toFixed(2)}px)`,
      }}
    >
      {page.lines.map((line) => (
        <div key={line[0]?.startMs} style={{ display: 'flex', columnGap: size * WORD_GAP }}>
          {line.map((word) => {
            const jump = word === current ? overshoot(ramp(ms, word.startMs - 20, word.startMs + 170)) : 0;
            return (
              <span
                key={word.startMs}
                style={{
                  display: 'inline-block',
                  color: word === current ? ACCENT : PAPER,
                  WebkitTextStroke: `${(size * 0.17).toFixed(1)}px ${INK}`,
                  paintOrder: 'stroke fill',
                  strokeLinejoin: 'round',
                  textShadow: `0 ${(size * 0.07).toFixed(1)}px 0 ${INK}`,
                  transform: `scale(${(1 + 0.09 * jump).toFixed(4)})`,
                }}
              >
                {word.text}
              </span>
            );
          })}
        </div>
      ))}
    </TextBlock>
  );
};
