import type { FC } from 'react';
import { isUnspaced } from '../contract/story-words';
import { groupOpacity } from '../picture/group-opacity';
import { easeOut, overshoot, ramp } from '../picture/motion';
import { ACCENT, INK, PAPER } from '../picture/palette';
import { CaptionBlock } from './CaptionBlock';
import type { CaptionPageProps } from './caption-page-props';
import { currentWord } from './captions';

/** Space between words in em: the outline and the swelling take some of it. */
const WORD_GAP = 0.37;
/** Room for the outline and for the current word's swelling, as a part of the width. */
const BREATH = 0.94;

/** A few heavy words at a time; the one being spoken jumps up in colour. */
export const PopCaptions: FC<CaptionPageProps> = ({ page, ms, place }) => {
  const current = currentWord(page, ms);
  const arrival = easeOut(ramp(ms, page.startMs - 30, page.startMs + 130));
  return (
    <CaptionBlock
      page={page}
      place={place}
      setting={{
        face: 'sans',
        fontSize: 96,
        room: place.width * BREATH,
        lineHeight: 1.18,
        wordGap: WORD_GAP,
      }}
      style={{
        // The outline reaches out of the letters' box.
        padding: '0.3em',
        ...groupOpacity(arrival),
        transform: `translateY(${((1 - arrival) * 22).toFixed(2)}px)`,
      }}
    >
      {({ word, text, size }) => {
        // Words that touch rise instead of swelling over their neighbours.
        const isTight = isUnspaced(word.text);
        const jump = word === current ? overshoot(ramp(ms, word.startMs - 20, word.startMs + 170)) : 0;
        return (
          <div
            style={{
              color: word === current ? ACCENT : PAPER,
              WebkitTextStroke: `${(size * 0.17).toFixed(1)}px ${INK}`,
              paintOrder: 'stroke fill',
              strokeLinejoin: 'round',
              textShadow: `0 ${(size * 0.07).toFixed(1)}px 0 ${INK}`,
              transform: isTight
                ? `translateY(${(-0.09 * jump).toFixed(4)}em)`
                : `scale(${(1 + 0.09 * jump).toFixed(4)})`,
            }}
          >
            {text}
          </div>
        );
      }}
    </CaptionBlock>
  );
};
